/** What a deploy notes as published, where somebody can commit it; and every build is held against it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { type BuildRun, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const ledger = join(site, "_data/published.json");

beforeEach(() => {
  rmSync(site, { recursive: true, force: true });
  copyFixture("windows", site);
});

describe("a build", () => {
  it.each<[string, string[], NodeJS.ProcessEnv]>([
    ["", [], {}],
    [" for another folder", ["--out", join(folder, "elsewhere")], {}],
    [" for another moment", ["--at", "2026-02-01T00:00:00Z"], {}],
    [" in CI, of a branch or of a preview", [], { CI: "true" }],
  ])("%s writes nothing into the site, since it knows of no deploy", async (_what, options, environment) => {
    expect((await build(options, environment)).code).toBe(0);
    expect(existsSync(ledger)).toBe(false);
  });

  it("says how many addresses are not noted yet, and lists them in its folder", async () => {
    const { output } = await build();
    expect(output).toMatch(
      /^\d+ addresses are not in _data\/published\.json yet; wellformed published notes what is online$/m,
    );
    expect(Object.keys(JSON.parse(readFileSync(join(site, "_site/published.json"), "utf8")))).toContain("/posts/unix/");
    expect((await build(["--at", "2026-02-01T00:00:00Z"])).output).not.toContain("published.json");
  });
});

describe("wellformed published", () => {
  const published = (...options: string[]) => runCommand("published", options, {}, site);

  it("notes what the last build has: an address a line, in an order of its own, and once", async () => {
    await build();
    expect((await published()).output).toMatch(/^_data\/published\.json has \d+ new addresses; commit it$/m);
    const text = readFileSync(ledger, "utf8");
    const paths = Object.keys(JSON.parse(text));
    expect(paths).toEqual(paths.toSorted());
    expect(text.split("\n")).toHaveLength(paths.length + 3);
    expect(paths).toEqual(expect.arrayContaining(["/", "/posts/unix/", "/feed.xml"]));
    expect((await published()).output).toBe("_data/published.json has everything already\n");
    expect(readFileSync(ledger, "utf8")).toBe(text);
    expect((await build()).output).not.toContain("published.json");
  });

  it("notes what was built, and not what was written since", async () => {
    await build();
    writeFileSync(join(site, "posts/later.md"), "---\ntitle: Later\ndate: 2025-01-01\n---\nText.\n");
    await published();
    expect(readFileSync(ledger, "utf8")).not.toContain("/posts/later/");
  });

  it("adds to what was published before", async () => {
    writeFileSync(ledger, '{\n  "/posts/gone/": {"id":"x"}\n}\n');
    writeFileSync(join(site, "_data/redirects.ts"), 'export default { "/posts/gone/": "gone" };\n');
    await build();
    await published();
    expect(JSON.parse(readFileSync(ledger, "utf8"))).toMatchObject({ "/posts/gone/": { id: "x" }, "/posts/unix/": {} });
  });

  it("takes a site and the folder of a build that are named", async () => {
    const out = join(folder, "built");
    await build(["--out", out]);
    expect((await runCommand("published", ["--site", site, "--out", out])).code).toBe(0);
    expect(existsSync(ledger)).toBe(true);
  });

  it("says what to do where nothing was built, and changes no ledger that is broken", async () => {
    rmSync(join(site, "_site"), { recursive: true, force: true });
    expect((await published()).output).toContain(
      "_site has no published.json, which each build writes: build the site",
    );
    await build();
    writeFileSync(ledger, "<<<<<<< HEAD");
    const { code, output } = await published();
    expect([code, output]).toEqual([1, expect.stringContaining("_data/published.json can't be read")]);
    expect(readFileSync(ledger, "utf8")).toBe("<<<<<<< HEAD");
  });
});

describe("with a ledger, a build", () => {
  it("leads from the year of a list that has become short again to the list, until it is long again", async () => {
    const essay = (index: number) => join(site, `posts/essay-${index}.md`);
    const text = (index: number) => `---\ntitle: Essay ${index}\ndate: 2025-01-01\n---\nText.\n`;
    const year = join(site, "_site/posts/years/2025/index.html");
    for (let index = 0; index < 101; index++) writeFileSync(essay(index), text(index));
    expect((await build()).code).toBe(0);
    await runCommand("published", [], {}, site);
    expect(readFileSync(year, "utf8")).toContain("Essays, 2025");
    for (const index of [0, 1, 2, 3, 4, 5]) rmSync(essay(index));
    const gone = Object.fromEntries([0, 1, 2, 3, 4, 5].map((index) => [`/posts/essay-${index}/`, "gone"]));
    writeFileSync(join(site, "_data/redirects.ts"), `export default ${JSON.stringify(gone)};\n`);
    const { code, output } = await build();
    expect([code, output]).toEqual([0, expect.not.stringContaining("problem")]);
    expect(readFileSync(year, "utf8")).toMatch(/http-equiv="refresh" content="0; ?url=[^"]*\/posts\/"/i);
    for (let index = 200; index < 206; index++) writeFileSync(essay(index), text(index));
    expect((await build()).code).toBe(0);
    expect(readFileSync(year, "utf8")).toContain("Essays, 2025");
  });

  it("that loses an address is refused, and says where and how to fix it", async () => {
    writeFileSync(ledger, '{\n  "/posts/gone/": {}\n}\n');
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(output).toContain(
      '_data/published.json:2:3 /posts/gone/ was published and is gone (add "aliases: [/posts/gone/]"',
    );
  });

  it.each(["{", "[]", '{"x": {}}', '{"/x/": {"id": 1}}', "<<<<<<< HEAD"])(
    "names a ledger that no build wrote: %s",
    async (text) => {
      writeFileSync(ledger, text);
      const { code, output } = await build();
      expect(code).toBe(1);
      expect(output).toContain("_data/published.json can't be read");
    },
  );
});

/** Without `--out`, as its owner runs it; the folder is the site's own. */
function build(args: string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<BuildRun> {
  return runCommand("build", ["--no-search", ...args], { ...environment }, site);
}
