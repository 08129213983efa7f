/** `npm run check` finds what a build refuses, says it to people and to programs, and publishes nothing. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { filesOf } from "../support/built-site.ts";
import { runBuild, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const wrong = join(folder, "wrong");
const right = join(folder, "right");
copyFixture("many-problems", wrong);
copyFixture("windows", right);
const check = (site: string, args: string[] = [], environment = {}) =>
  runCommand("check", ["--site", site, "--out", join(folder, "out"), "--at", AT, ...args], environment);

describe("a site that is wrong", () => {
  it("is told the same as by a build", async () => {
    const built = await runBuild(["--site", wrong, "--out", join(folder, "out"), "--at", AT]);
    const checked = await check(wrong);
    expect(checked.code).toBe(1);
    expect(`${checked.output}Nothing was published; the output folder is unchanged.\n`).toBe(built.output);
  });

  it("is told to programs as JSON, each problem with its place", async () => {
    const { code, output } = await check(wrong, ["--format", "json"]);
    const { problems } = JSON.parse(output.slice(0, output.indexOf("\n}\n") + 2));
    expect(code).toBe(1);
    expect(problems).toHaveLength(21);
    expect(problems).toContainEqual({
      rule: "front-matter",
      severity: "error",
      file: "posts/wrong-keys.md",
      line: 4,
      column: 1,
      range: { start: { line: 4, column: 1 }, end: { line: 4, column: 4 } },
      field: "tag",
      message: "is not a key that is known here",
      hint: "write tags: [one]",
    });
  });

  it("is told to GitHub as annotations, by the files' paths in the repository", async () => {
    const { output } = await check("tests/fixtures/sites/said-once", [], { GITHUB_ACTIONS: "true" });
    expect(output).toContain(
      "::error file=tests/fixtures/sites/said-once/posts/script.md,line=7,col=1,endColumn=8,title=html-forbidden::<script> is not allowed in a page",
    );
  });
});

describe("a site that is right", () => {
  it("is said to be so, and nothing is left of it", async () => {
    const { code, output } = await check(right);
    expect(code, output).toBe(0);
    expect(output).toContain("12 pages");
    expect(filesOf(folder).filter((file) => !/^(wrong|right)\//.test(file))).toEqual([]);
  });
});

it("a build is not asked to look at other sites", async () => {
  const { code, output } = await runBuild(["--external", "--out", join(folder, "out")]);
  expect(code).toBe(2);
  expect(output).toContain("wellformed build has no option --external; check has");
});
