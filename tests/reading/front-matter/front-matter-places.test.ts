/** Where in its file a key of the front matter, or a value inside it, stands. */
import { expect, it } from "vitest";
import { readFrontMatter } from "../../../src/reading/front-matter/front-matter.ts";

const LINES = [
  "---",
  "title: T",
  "tags: [one, two]",
  "# a comment",
  "revisions:",
  "  - date: 2026-11-22",
  "    note: >",
  "      folded",
  '"quoted key": x',
  "2026: y",
  "true: z",
  "---",
  "title: not here",
];

it.each([
  ["title", ["title"], 2, 1],
  ["tags", ["tags"], 3, 1],
  ["the second tag", ["tags", 1], 3, 13],
  ["revisions", ["revisions"], 5, 1],
  ["a value in a list", ["revisions", 0, "date"], 6, 11],
  ["a text of several lines", ["revisions", 0, "note"], 7, 11],
  ["a key in quotes", ["quoted key"], 9, 1],
  ["a key that is a number", ["2026"], 10, 1],
  ["a key that is true", ["true"], 11, 1],
])("is known of %s", (_what, path, line, column) => {
  expect(placeIn(LINES, path)).toEqual({ file: "posts/x.md", line, column });
});

it("is that of the outer key for what is missing inside it", () => {
  expect(placeIn(LINES, ["revisions", 0, "author"])).toMatchObject({ line: 5 });
});

it("is the file's first line for a key that is missing", () => {
  expect(placeIn(LINES, ["date"])).toEqual({ file: "posts/x.md", line: 1 });
});

it("counts lines that end with CRLF, and a byte order mark as nothing", () => {
  expect(placeIn(["\uFEFF---", ...LINES.slice(1)], ["tags", 1], "\r\n")).toMatchObject({ line: 3, column: 13 });
});

function placeIn(lines: string[], path: PropertyKey[], lineEnd = "\n") {
  const matter = readFrontMatter("posts/x.md", lines.join(lineEnd));
  if (!matter.ok) throw new Error(matter.problems[0]?.message);
  return matter.value.place(path);
}
