/** `wellformed upgrade`: a site that was a clone, and one that has an older engine. Not a byte changes that is not said. */
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readAt } from "../support/built-site.ts";
import { type BuildRun, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const clone = join(folder, "clone");
const NOTEBOOK = "tests/fixtures/sites/notebook";

beforeAll(() => {
  // As the repository was when sites stood in it; the ledger is one that the engine of then has written.
  cpSync("tests/fixtures/clones/first", clone, { recursive: true });
  for (const part of ["posts", "projects"]) cpSync(join(NOTEBOOK, part), join(clone, part), { recursive: true });
  cpSync(".vscode", join(clone, ".vscode"), { recursive: true });
  writeFileSync(join(clone, "posts/latin-1.txt"), Buffer.from([0xe4, 0xf6, 0xfc]));
});

describe("from a clone", () => {
  const site = join(folder, "site");
  let before: Map<string, string>;
  let run: BuildRun;

  beforeAll(async () => {
    before = bytesIn(clone);
    run = await runCommand("upgrade", ["--from-clone", clone, "--site", site, "--to", "0.2.0", "--no-install"]);
  });

  it("first says what it would do, and does nothing", async () => {
    const other = join(folder, "trial");
    const trial = await runCommand("upgrade", ["--from-clone", clone, "--site", other, "--dry-run"]);
    expect(trial.code, trial.output).toBe(0);
    expect(trial.output).toContain("Nothing was written.");
    expect(existsSync(other)).toBe(false);
    const said = (text: string) => text.split("\n").filter((line) => /^(_data|pages|- | {2}[-+])/.test(line));
    expect(said(trial.output)).toEqual(said(run.output));
  });

  it("leaves the clone as it is", () => {
    expect(run.code, run.output).toBe(0);
    expect(bytesIn(clone)).toEqual(before);
  });

  it("says each file that is another one, or new, or gone", () => {
    const after = bytesIn(site);
    const paths = new Set([...before.keys(), ...after.keys()]);
    const isOfSite = (path: string) => /^(_data|posts|projects)\//.test(path) || after.has(path);
    const different = [...paths].filter((path) => isOfSite(path) && before.get(path) !== after.get(path));
    const unsaid = different.filter((path) => !new RegExp(`^${path.replaceAll(".", "\\.")} `, "m").test(run.output));
    expect(unsaid).toEqual([]);
    expect(different).toContain("_data/site.ts");
    expect(run.output).toContain(
      '  - import type { SiteInput } from "../src/content/site.ts";\n  + import type { SiteInput } from "wellformed";',
    );
  });

  it("says what is left to its owner", () => {
    expect(run.output).toContain("- CNAME is not the engine's, and was not copied");
    expect(run.output).toMatch(new RegExp(`Now type: cd ${site} && npm install && npx wellformed check\n$`));
  });

  it("gives editors the schemas of front matter, as a new site does", () => {
    expect(run.output).toContain(".vscode/settings.json is new");
    expect(readFileSync(join(site, ".vscode/schemas/posts.json"), "utf8")).toContain("Front matter: ");
    expect(run.output).not.toContain("- .vscode");
  });

  it("keeps every address that was published, and the words of every page", async () => {
    const out = join(folder, "built");
    const build = await runCommand("build", ["--site", site, "--out", out, "--at", "2026-12-31T00:00:00Z"]);
    expect(build.code, build.output).toBe(0);
    expect(readAt(out, "/about/")).toContain("an opinion");
    expect(readAt(out, "/")).toContain("Notes on databases");
    expect(readAt(out, "/old/")).toContain("/posts/set-local/");
  });

  it("is not mixed with another site, and takes nothing for a clone that is none", async () => {
    const again = await runCommand("upgrade", ["--from-clone", clone, "--site", site]);
    expect(again).toEqual({ code: 2, output: expect.stringContaining(`${site} is not empty: it has `) });
    const none = await runCommand("upgrade", ["--from-clone", site, "--site", join(folder, "none")]);
    expect(none).toEqual({ code: 2, output: expect.stringContaining("takes a clone of the engine's repository") });
  });
});

describe("of a site with its own package.json", () => {
  const site = join(folder, "own");
  const manifest = '{\n    "name": "own",\n    "dependencies": { "other": "1.0.0", "wellformed": "^0.1.0" }\n}\n';

  beforeAll(() => {
    cpSync("tests/fixtures/sites/windows", site, { recursive: true });
    writeFileSync(join(site, "package.json"), manifest);
    writeFileSync(join(site, "_data/about.md"), "Who?\n");
  });

  it("first says what it would do, and does nothing", async () => {
    const before = bytesIn(site);
    const { code, output } = await runCommand("upgrade", ["--site", site, "--dry-run"]);
    expect(code, output).toBe(0);
    expect(output).toContain("pages/about.md is the text of _data/about.md, with front matter");
    expect(bytesIn(site)).toEqual(before);
  });

  it("changes the version in package.json and no other byte of it", async () => {
    const { code, output } = await runCommand("upgrade", ["--site", site, "--to", "0.9.1", "--no-install"]);
    expect(code, output).toBe(0);
    expect(readFileSync(join(site, "package.json"), "utf8")).toBe(manifest.replace("^0.1.0", "0.9.1"));
    expect(output).toContain("package.json has wellformed 0.9.1 in place of ^0.1.0");
    expect(output).toContain("Now type: npm install && npx wellformed upgrade --from 0.1.0");
  });

  it("then changes its files, which the new engine does", async () => {
    const { code, output } = await runCommand("upgrade", ["--site", site, "--from", "0.1.0"]);
    expect(code, output).toBe(0);
    expect(readFileSync(join(site, "pages/about.md"), "utf8")).toBe("---\ntitle: About\n---\n\nWho?\n");
    const again = await runCommand("upgrade", ["--site", site, "--from", "0.1.0"]);
    expect(again.output).toContain("No file has to be another");
  });

  it.each([
    { args: ["--to", "0.1.0"], says: "The site has wellformed 0.9.1 already, and 0.1.0 is older.", code: 0 },
    { args: ["--to", "./wellformed-7.0.0.tgz"], says: "there is no packed engine ", code: 2 },
    { args: ["--from", "new"], says: '--from takes a version such as 0.2.0, not "new"', code: 2 },
    { args: ["--from-clone", ".", "--from", "0.1.0"], says: "--from-clone goes without --from", code: 2 },
  ])("says what can't be: $args", async ({ args, says, code }) => {
    expect(await runCommand("upgrade", ["--site", site, ...args])).toEqual({
      code,
      output: expect.stringContaining(says),
    });
  });

  it("is no business of a folder that does not depend on the engine", async () => {
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "package.json"), "{}");
    const { code, output } = await runCommand("upgrade", ["--site", other]);
    expect([code, output]).toEqual([2, expect.stringContaining("does not have wellformed among its dependencies")]);
  });
});

function bytesIn(site: string): Map<string, string> {
  const paths = globSync("**", { cwd: site }).filter(
    (path) => !path.startsWith(".cache") && statSync(join(site, path)).isFile(),
  );
  return new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(site, path), "latin1")]));
}
