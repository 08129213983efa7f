/** `wellformed host`: writes files for a site that was built here, leaves alone what others wrote, and says what is left out. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { HOST_NAMES } from "../../src/content/host.ts";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { filesOf } from "../support/built-site.ts";
import { runBuild, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const out = join(folder, "out");
const host = (...args: string[]) => runCommand("host", [...args, "--site", site, "--out", out]);

beforeAll(async () => {
  copyFixture("served", site);
  expect((await runBuild(["--site", site, "--out", out, "--at", AT])).code).toBe(0);
});

describe("the files of a host", () => {
  it.each(HOST_NAMES)("are written for %s, the same each time", async (name) => {
    const dir = join(folder, `files-${name}`);
    const first = await host(name, dir);
    expect(first.code, first.output).toBe(0);
    const texts = () => filesOf(dir).map((file) => [file, readFileSync(join(dir, file), "utf8")]);
    const before = texts();
    expect(before).not.toEqual([]);
    expect((await host(name, dir)).code).toBe(0);
    expect(texts()).toEqual(before);
    for (const [file = "", text = ""] of before)
      if (file.endsWith(".json")) expect(() => JSON.parse(text)).not.toThrow();
  });

  it("go into the site where the host reads them there, and into a folder of the site where it does not", async () => {
    expect((await host("netlify")).code).toBe(0);
    expect(readFileSync(join(out, "_redirects"), "utf8")).toContain("/cv.pdf /404.html 410\n");
    expect((await host("nginx")).code).toBe(0);
    expect(filesOf(join(site, "hosting"))).toEqual(["nginx/http.conf", "nginx/server.conf"]);
  });

  it("are found by the names that hosts have elsewhere", async () => {
    const { code, output } = await host("github-pages", join(folder, "pages"));
    expect([code, output]).toEqual([0, expect.stringContaining("for GitHub Pages")]);
  });

  it("replace nothing that somebody else wrote, unless they are told to", async () => {
    const dir = join(folder, "firebase");
    expect((await host("firebase", dir)).code).toBe(0);
    const file = join(dir, "firebase.json");
    writeFileSync(file, '{ "functions": {} }');
    const refused = await host("firebase", dir);
    expect([refused.code, refused.output]).toEqual([2, expect.stringContaining("is not what this command wrote")]);
    expect(readFileSync(file, "utf8")).toBe('{ "functions": {} }');
    expect((await host("firebase", dir, "--force")).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain('"hosting"');
  });
});

describe("the files for a site in several languages", () => {
  const languages = join(folder, "languages");
  const at = ["--site", languages, "--out", join(folder, "languages-out")];

  it("have Netlify answer in the language of the folder, behind all redirects, in a build for it as well", async () => {
    copyFixture("languages", languages);
    const settings = join(languages, "_data/site.ts");
    writeFileSync(
      settings,
      readFileSync(settings, "utf8").replace("export default {", 'export default {\n  host: "netlify",'),
    );
    const build = await runBuild([...at, "--at", "2026-06-01T00:00:00Z"]);
    expect(build.code, build.output).toBe(0);
    const file = join(folder, "languages-out/_redirects");
    const built = readFileSync(file, "utf8");
    expect(built).toMatch(/^(?:.* 301!?\n)*\/de\/\* \/de\/404\.html 404\n\/ja\/\* \/ja\/404\.html 404\n$/);
    for (const root of ["de", "ja"]) expect(existsSync(join(folder, "languages-out", root, "404.html"))).toBe(true);
    expect((await runCommand("host", ["netlify", ...at])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(built);
  });

  it("have no such rule for hosts that read none, and say where it is missed", async () => {
    const { output } = await runCommand("host", ["gitlab", join(folder, "gitlab"), ...at]);
    expect(readFileSync(join(folder, "gitlab/_redirects"), "utf8")).not.toContain(" 404");
    const missed = "What is not there is said in the site's first language alone.";
    expect(output).toContain(missed);
    // Cloudflare looks for the nearest page by itself.
    expect((await runCommand("host", ["cloudflare", join(folder, "cf"), ...at])).output).not.toContain(missed);
    expect((await host("gitlab", join(folder, "one-language"))).output).not.toContain(missed);
  });
});

describe("what a host can't do", () => {
  it("is said, where the site asks for it", async () => {
    expect((await host("cloudflare", join(folder, "said"))).output).toContain(
      "What is gone answers 404 in place of 410.",
    );
  });

  it("is nothing to a host that sends the copies which the build has compressed", async () => {
    copyFixture("plain", join(folder, "plain"));
    const plain = ["--site", join(folder, "plain"), "--out", join(folder, "plain-out")];
    expect((await runBuild([...plain, "--at", AT])).code).toBe(0);
    expect((await runCommand("host", ["nginx", join(folder, "asked"), ...plain])).output).toContain(
      "build with --compress",
    );
    // The site names Caddy as its host, whose copies nginx sends as well.
    expect(existsSync(join(out, "index.html.br"))).toBe(true);
    for (const name of ["nginx", "apache", "caddy"]) {
      expect((await host(name, join(folder, "compressed"))).output).not.toContain("can't do");
    }
  });

  it.each([
    [[], "takes the name of a host"],
    [["ngnix"], 'knows no "ngnix" (did you mean "nginx"?)'],
    [["nginx", "a", "b"], "takes the name of a host"],
  ])("%s is no host", async (args, says) => {
    const { code, output } = await host(...args);
    expect([code, output]).toEqual([2, expect.stringContaining(says)]);
  });

  it("a site that was not built here has no files", async () => {
    const { code, output } = await runCommand("host", ["nginx", "--site", site, "--out", join(folder, "nowhere")]);
    expect([code, output]).toEqual([2, expect.stringContaining("build the site first")]);
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });
});
