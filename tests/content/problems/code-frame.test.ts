/** The line that a problem is about, shown below it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrameOf, locate } from "../../../src/content/problems/code-frame.ts";
import { hostileText } from "../../support/hostile-text.ts";

const message = "is wrong";
const from = (text: string) => () => text;

describe("the place of a problem", () => {
  it.each([
    { name: "is left where it is known", line: 2, column: 3, written: "two", place: { line: 2, column: 3 } },
    { name: "is found in the line", line: 1, written: "two", place: { line: 1, column: 5 } },
    { name: "is found further down its paragraph", line: 1, written: "three", place: { line: 2, column: 1 } },
    { name: "is not looked for in another paragraph", line: 1, written: "four", place: { line: 1 } },
    { name: "is looked for everywhere where no line is known", written: "four", place: { line: 4, column: 1 } },
    { name: "stays unknown for what is nowhere", written: "five", place: {} },
  ])("$name", ({ line, column, written, place }) => {
    const found = locate({ file: "a.md", message, line, column, written }, from("one two\r\nthree\r\n\r\nfour"));
    expect({ line: found.line, column: found.column }).toEqual({ line: undefined, column: undefined, ...place });
  });
});

describe("the place of a name", () => {
  it.each([
    ["[a](there.md) [b](there)", "there", 19],
    ["[a](there.md/x) [b](there.md/)", "there.md/", 21],
    ["[a](../there.md) [b](there.md)", "there.md", 22],
    ["tags: [rss-feeds, rss]", "rss", 19],
    ["thereabouts, over there.", "there", 19],
    ["[a](there/) or there", "there", 16],
    // Where it stands in longer names only, the first one is it.
    ["theres and thereby", "there", 1],
    ["a++b ++", "++", 2],
  ])("is where it is whole: %s", (text, written, column) => {
    expect(locate({ file: "a.md", message, line: 1, written }, from(text))).toMatchObject({ line: 1, column });
  });

  it("is on a line further down, if that is where it is whole", () => {
    const text = "[a](there.md)\n[b](there)\n\nthere";
    expect(locate({ file: "a.md", message, line: 1, written: "there" }, from(text))).toMatchObject({
      line: 2,
      column: 5,
    });
  });
});

describe("the excerpt", () => {
  it.each([
    { name: "marks the word that begins at the column", column: 5, lines: ["    1 | one two", "      |     ^^^"] },
    { name: "marks what is written there", column: 1, written: "one t", lines: ["    1 | one two", "      | ^^^^^"] },
    { name: "marks nothing where no column is known", lines: ["    1 | one two"] },
    { name: "marks nothing outside of the line", column: 99, lines: ["    1 | one two"] },
  ])("$name", ({ column, written, lines }) => {
    expect(codeFrameOf({ file: "a.md", message, line: 1, column, written }, from("one two"))).toEqual(lines);
  });

  it.each([
    { name: "a line that is not there", line: 9 },
    { name: "an empty line", line: 2 },
    { name: "the line that opens front matter", line: 3 },
  ])("is left out for $name", ({ line }) => {
    expect(codeFrameOf({ file: "a.md", message, line, column: 1 }, from("one\n\n---"))).toEqual([]);
  });

  it("shows of a long line what is around the column", () => {
    const [shown = "", mark = ""] = codeFrameOf(
      { file: "a.md", message, line: 1, column: 501 },
      from(`${"a".repeat(499)} wrong ${"b".repeat(500)}`),
    );
    expect(shown.length).toBeLessThan(120);
    expect(shown.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("wrong");
  });

  it("says nothing to a terminal, and stays within its lines", () => {
    fc.assert(
      fc.property(hostileText, fc.nat(30), (text, column) => {
        const lines = codeFrameOf({ file: "a.md", message, line: 1, column }, from(text));
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(lines.join("")).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
