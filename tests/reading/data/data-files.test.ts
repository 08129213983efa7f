/** Problems in `_data/searches.ts` and `_data/redirects.ts` are reported with their lines. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkSearchTargets } from "../../../src/checks/searches.ts";
import { formatProblem } from "../../../src/content/problems/problem.ts";
import { readRedirects } from "../../../src/reading/data/read-redirects.ts";
import { readSearches } from "../../../src/reading/data/read-searches.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const folder = useTemporaryFolder();
let count = 0;

/** A site of its own for each module, since Node runs a module once. */
function siteWith(file: string, source: string): string {
  count += 1;
  const siteDir = join(folder, String(count));
  mkdirSync(join(siteDir, "_data"), { recursive: true });
  writeFileSync(join(siteDir, file), source);
  return siteDir;
}

async function searchProblems(lines: string[]): Promise<string[]> {
  const read = await readSearches(siteWith("_data/searches.ts", lines.join("\n")));
  const problems = read.ok ? checkSearchTargets(read.value, new Set(["/posts/a/"])) : read.problems;
  return problems.map((problem) => formatProblem(problem).replace("_data/searches.ts", ""));
}

it("of two searches that are to find the same page, each has its own line", async () => {
  expect(
    await searchProblems([
      "// finds: nothing here",
      "export default [",
      '  { query: "one", finds: "/posts/b/" },',
      "  { query: 'finds: x', finds: '/posts/a/' },",
      '  { "query": "two", "finds": "/posts/b/" },',
      "];",
    ]),
  ).toEqual([
    ':3:26 "one" is to find /posts/b/, which this site does not have (did you mean "/posts/a/"?)',
    ':5:30 "two" is to find /posts/b/, which this site does not have (did you mean "/posts/a/"?)',
  ]);
});

it("of two searches with the same fault, each has its own line, and all faults are said", async () => {
  expect(
    await searchProblems([
      "export default [",
      '  { query: "", finds: "posts/a", among: 3 },',
      '  { query: "", finds: "/posts/a/", among: 0 },',
      "];",
    ]),
  ).toEqual([
    ":2:12 0.query: must not be empty",
    expect.stringMatching(/^:2:23 0\.finds: "posts\/a" is not an address .*\(write \/posts\/a\/\)$/),
    ":3:12 1.query: must not be empty",
    ":3:43 1.among: must be a whole number from 1 to 10",
  ]);
});

it("a search that is computed has no line", async () => {
  expect(await searchProblems(['export default ["x", "y"].map((query) => ({ query, finds: "/posts/b/" }));'])).toEqual([
    expect.stringMatching(/^ "x" is to find/),
    expect.stringMatching(/^ "y" is to find/),
  ]);
});

it.each([
  ['{ "/old/": "www.example.org/x" }', 'write "https://www.example.org/x"'],
  ['{ "/old/": "posts/a" }', 'write "/posts/a/"'],
  ['{ "/old/": "a.md" }', 'write "/a/"'],
  ['{ "/old/": "410" }', 'write "gone"'],
  ['{ "old/": "/posts/a/" }', "write /old/"],
  ['{ "https://example.org/old/": "/posts/a/" }', "write /old/"],
])("a redirect is told what to write: %s", async (source, hint) => {
  const read = await readRedirects(siteWith("_data/redirects.ts", `export default ${source};`));
  expect(read.ok ? [] : read.problems.map((problem) => problem.hint)).toEqual([hint]);
});
