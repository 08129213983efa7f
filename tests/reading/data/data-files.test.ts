/** Problems in `_data/searches.ts` and `_data/redirects.ts` are reported with their lines. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkSearchTargets } from "../../../src/checks/searches.ts";
import { formatProblem } from "../../../src/content/problems/problem.ts";
import { readRedirects } from "../../../src/reading/data/read-redirects.ts";
import { readSearches } from "../../../src/reading/data/read-searches.ts";
import { readSite } from "../../../src/reading/data/read-site.ts";
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

it("a setting within another has its own line, or else that of the nearest one around it that is written out", async () => {
  const siteDir = siteWith(
    "_data/site.ts",
    [
      'const others = { links: [{ label: "A", path: "a" }], url: 1 };',
      "export default {",
      '  title: "T", url: "https://example.org/", language: "en", description: "D: [x, {",',
      "  navigation: [",
      '    { label: "One", path: "/one/" }, // path: "no"',
      '    { "label": "Two", "path": "two" },',
      "  ],",
      "  profiles: [",
      '    "https://example.org/",',
      '    "mastodon",',
      "  ],",
      '  without: "search",',
      "  collections: { posts: { titel: `T` } },",
      "  licence: { name: others.links[0].label },",
      '  feedLength: "20",',
      '  author: { name: "A" },',
      "  author: { ...others, url: 3 },",
      "};",
    ].join("\n"),
  );
  const read = await readSite(siteDir);
  const problems = read.ok ? [] : read.problems.map((problem) => formatProblem(problem).replace("_data/site.ts", ""));
  expect(problems.map((problem) => /^[^ ]* [^ ]*/.exec(problem)?.[0])).toEqual([
    ":17:3 author.name:",
    ":17:24 author.url:",
    ":17:3 author.links:",
    ":10:5 profiles.1:",
    ":6:23 navigation.1.path:",
    ":12:3 without:",
    ":13:27 collections.posts.titel:",
    ":14:3 licence.url:",
    ":15:3 feedLength:",
  ]);
  expect(problems.join("\n")).toContain('(write without: ["search"])');
});

it("a phrase in a file of words has its line", async () => {
  const siteDir = siteWith(
    "_data/site.ts",
    'export default { title: "T", url: "https://a.example", language: "eo", description: "D" };',
  );
  mkdirSync(join(siteDir, "_data/words"));
  writeFileSync(join(siteDir, "_data/words/eo.ts"), 'export default {\n  search: "Serĉi",\n  dya: "Tago",\n};\n');
  const read = await readSite(siteDir);
  expect(read.ok ? [] : read.problems.map(formatProblem)).toEqual([
    '_data/words/eo.ts:3:3 words.dya: is not a key that is known here (did you mean "day"?)',
  ]);
});

it.each([
  ["_data/searches.ts", 'export const searches = [{ query: "one", finds: "/posts/a/" }];', readSearches],
  ["_data/redirects.ts", 'export const redirects = { "/old/": "/posts/a/" };', readRedirects],
  ["_data/site.ts", 'const site = { title: "A" };', (siteDir: string) => readSite(siteDir)],
] as const)("%s without a default export is not taken for none", async (file, source, read) => {
  const result = await read(siteWith(file, source));
  expect(result.ok ? [] : result.problems.map(formatProblem)).toEqual([
    `${file} has no default export (write "export default")`,
  ]);
});
