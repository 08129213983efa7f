/** `check --fix` corrects what has one right answer, and nothing else; `--dry-run` shows it as a diff. */
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { RULES } from "../../src/content/problems/rule.ts";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { filesOf } from "../support/built-site.ts";
import { runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const after = "tests/fixtures/sites/fixable/after";
const check = (...args: string[]) =>
  runCommand("check", ["--site", site, "--out", join(folder, "out"), "--at", AT, "--no-search", ...args]);
const textsIn = (root: string) =>
  Object.fromEntries(
    filesOf(root)
      .filter((file) => /^(posts|projects)\/.*\.md$/.test(file))
      .map((file) => [file, readFileSync(join(root, file), "utf8")]),
  );

beforeEach(() => {
  rmSync(site, { recursive: true, force: true });
  copyFixture("fixable", site);
  rmSync(join(site, "after"), { recursive: true });
});

describe("check --fix", () => {
  it("corrects keys, values, names and links that have one right answer, and leaves all others", async () => {
    const before = textsIn(site);
    const { output } = await check("--fix");
    expect(textsIn(site)).toEqual({ ...before, ...textsIn(after) });
    expect(output).toContain("posts/keys.md:3:1 pubDate: corrected: is not a key that is known here [front-matter]");
    expect(output).toMatch(/^\d+ corrections$/m);
  });

  it("corrects something of each rule that docs/rules.md says it does", async () => {
    const { output } = await check("--fix");
    const rules = [...output.matchAll(/corrected: .* \[([\w-]+)\]$/gm)].map(([, rule = ""]) => rule);
    const promised = Object.entries(RULES).flatMap(([name, row]) => ("fixes" in row ? name : []));
    expect([...new Set(rules)].sort()).toEqual(promised.sort());
  });

  it("changes nothing when it is done again", async () => {
    await check("--fix");
    const once = textsIn(site);
    const { output } = await check("--fix");
    expect(textsIn(site)).toEqual(once);
    expect(output).toContain("0 corrections\n");
  });

  it("then says what is left, as a check does", async () => {
    const { code, output } = await check("--fix");
    expect(code).toBe(1);
    expect(output).toContain(":::note is never closed");
    expect(output).not.toMatch(/^posts\/(blocks|keys|linking|windows).*(?<!corrected): .*\((did you mean|write)/m);
  });
});

describe("check --fix --dry-run", () => {
  it("prints a diff that makes the same of the site, and writes nothing", async () => {
    const before = textsIn(site);
    const { code, output } = await check("--fix", "--dry-run");
    expect(code).toBe(0);
    expect(textsIn(site)).toEqual(before);
    execFileSync("patch", ["-p1", "--binary", "--quiet"], { cwd: site, input: output });
    const patched = textsIn(site);
    cpSync(after, site, { recursive: true });
    expect(patched).toEqual(textsIn(site));
  });
});

describe.each([
  { args: ["--dry-run"], says: "--dry-run shows what --fix would change; write --fix as well" },
  { args: ["--fix", "--accept"], says: "--fix and --accept are two steps: run --fix first" },
  { args: ["--watch", "--fix"], says: "--watch looks only; run --fix without it" },
])("check $args", ({ args, says }) => {
  it("is not understood", async () => {
    const { code, output } = await check(...args);
    expect(code).toBe(2);
    expect(output).toContain(says);
  });
});
