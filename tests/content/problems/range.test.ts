/** Where a problem is, and the edit that its fix is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../src/content/problems/apply-edits.ts";
import { linesOf, locate } from "../../../src/content/problems/code-frame.ts";
import type { Problem } from "../../../src/content/problems/problem.ts";
import { editOf, type Fix, rangeOf } from "../../../src/content/problems/range.ts";
import { hostileText } from "../../support/hostile-text.ts";

const problem = (more: Partial<Problem>): Problem => ({ file: "a.md", message: "is wrong", ...more });
const LINES = ["one two", "three one-two", "", "one"];

describe("the range of a problem", () => {
  it.each([
    { name: "is what was written", place: { line: 1, column: 5, written: "two" }, range: [1, 5, 8] },
    { name: "is the word at the column", place: { line: 2, column: 7 }, range: [2, 7, 14] },
    { name: "is the line where no column is known", place: { line: 1 }, range: [1, 1, 8] },
    { name: "ends with its line", place: { line: 4, column: 1, written: "one and more" }, range: [4, 1, 4] },
  ])("$name", ({ place, range: [line = 0, start = 0, end = 0] }) => {
    expect(rangeOf(problem(place), LINES)).toEqual({
      start: { line, column: start },
      end: { line, column: end },
    });
  });

  it("is unknown for a whole file, and for a line that is not there", () => {
    expect(rangeOf(problem({}), LINES)).toBeUndefined();
    expect(rangeOf(problem({ line: 9 }), LINES)).toBeUndefined();
  });
});

describe("a fix", () => {
  const columnOf = (fix: Fix, line = 1, lines = LINES) => editOf(problem({ line, fix }), lines)?.range.start.column;

  it.each([
    { name: "is made where its text is there once", fix: { from: "two", to: "2" }, column: 5 },
    { name: "is made of a whole word", fix: { from: "one", to: "1" }, column: 1 },
    { name: "is not made of a part of a word", fix: { from: "thre", to: "3" }, column: undefined },
    { name: "takes the first way of writing that is there", fix: { from: ["four", "three"], to: "3" }, column: 1 },
    { name: "is not looked for in another paragraph", fix: { from: "four", to: "4" }, column: undefined },
    { name: "is made at its place alone", fix: { from: "two", to: "2", at: { line: 1, column: 5 } }, column: 5 },
    { name: "is not made elsewhere", fix: { from: "two", to: "2", at: { line: 1, column: 1 } }, column: undefined },
    { name: "stays on its line", fix: { from: "three", to: "3", line: 1 }, column: undefined },
    { name: "never adds a line", fix: { from: "three", to: "3\n" }, column: undefined },
    { name: "may say what stands before it", fix: { from: "two", to: "2", before: ["one "] }, column: 5 },
    { name: "may say what stands behind it", fix: { from: "one", to: "1", behind: "-", before: [" "] }, column: 7 },
  ])("$name", ({ fix, column }) => {
    expect(columnOf(fix)).toBe(column);
  });

  it("is not made where its text is there twice", () => {
    expect(columnOf({ from: "one", to: "1" }, 1, ["one", "one"])).toBeUndefined();
  });

  it("stays the same when it is located again", () => {
    const once = locate(problem({ line: 1, written: "two", fix: { from: "three", to: "3" } }), () => LINES.join("\n"));
    expect(locate(once, () => LINES.join("\n"))).toEqual(once);
    expect(once.edit?.text).toBe("3");
  });
});

describe("applying edits", () => {
  const edit = (line: number, from: number, to: number, text: string) => ({
    range: { start: { line, column: from }, end: { line, column: to } },
    text,
  });

  it("keeps line ends and a byte order mark, and the first of edits that overlap", () => {
    const edits = [edit(2, 1, 4, "2"), edit(1, 1, 4, "1"), edit(1, 2, 3, "no"), edit(9, 1, 1, "no")];
    expect(applyEdits("\uFEFFone\r\ntwo\rthree\n", edits)).toBe("\uFEFF1\r\n2\rthree\n");
  });

  it("changes nothing but the text that a fix names, whatever the file is", () => {
    const words = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(hostileText, words, words, fc.integer({ min: 1, max: 5 }), (text, from, to, line) => {
        const lines = linesOf(text);
        const made = editOf(problem({ line, fix: { from, to } }), lines);
        if (!made) return;
        const { line: row, column } = made.range.start;
        expect(lines[row - 1]?.startsWith(from, column - 1)).toBe(true);
        const changed = linesOf(applyEdits(text, [made]));
        expect(changed.length).toBe(lines.length);
        expect(changed.filter((one, index) => one !== lines[index]).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
