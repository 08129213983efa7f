/** A sample is cut where an answer has to stand, and nowhere else; no letter of it is lost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatementResult } from "../../../src/content/samples/transcript.ts";
import { piecesOf } from "../../../src/markdown/samples/pieces.ts";

const ROWS: StatementResult = { columns: [{ name: "n" }], rows: [["1"]] };
const ERROR: StatementResult = { error: { code: "22012", message: "division by zero" } };
const NOTICE: StatementResult = { notices: ["NOTICE: twice"] };
const TAG: StatementResult = { tag: "INSERT 0 1" };
const QUIET: StatementResult = {};

/** One statement a line, with these results; each piece as its lines and its results. */
function cut(...results: StatementResult[]): [lines: string, results: StatementResult[]][] {
  const code = results.map((_, index) => `${index}\n`).join("");
  const pieces = piecesOf(code, { ends: results.map((_, index) => index), outcome: { results } });
  return pieces.map(({ code, results }) => [code.replaceAll("\n", ""), results]);
}

describe("a sample is cut", () => {
  it.each([
    ["rows", ROWS],
    ["no rows", { columns: [], rows: [] }],
    ["an error", ERROR],
    ["a notice", NOTICE],
    ["another command's tag", { tag: "ROLLBACK" }],
  ])("behind a statement that is answered with %s", (_answer, result) => {
    expect(cut(QUIET, result, QUIET)).toEqual([
      ["01", [QUIET, result]],
      ["2", [QUIET]],
    ]);
  });

  it("behind each of several", () => {
    expect(cut(ROWS, ROWS, ERROR)).toEqual([
      ["0", [ROWS]],
      ["1", [ROWS]],
      ["2", [ERROR]],
    ]);
  });

  it("never behind the last one, or where nothing is answered", () => {
    expect(cut(QUIET, QUIET, ROWS)).toEqual([["012", [QUIET, QUIET, ROWS]]]);
    expect(cut(QUIET, TAG)).toEqual([["01", [QUIET, TAG]]]);
  });

  it("not for a tag that counts, which stands with the next answer", () => {
    expect(cut(TAG, ROWS, TAG, TAG)).toEqual([
      ["01", [TAG, ROWS]],
      ["23", [TAG, TAG]],
    ]);
  });

  it("behind the line that several statements share, once", () => {
    const pieces = piecesOf("a b\nc\n", { ends: [0, 0, 1], outcome: { results: [ROWS, ERROR, ROWS] } });
    expect(pieces).toEqual([
      { firstLine: 0, before: "", code: "a b\n", results: [ROWS, ERROR], places: [0, 1] },
      { firstLine: 1, before: "", code: "c\n", results: [ROWS], places: [2] },
    ]);
  });

  it("before comments and empty lines, and no piece shows an empty line at its edge", () => {
    const pieces = piecesOf("\na\n\n \n-- b\n\nb\n-- the end\n\n", {
      ends: [1, 6],
      outcome: { results: [ROWS, ROWS] },
    });
    expect(pieces).toEqual([
      { firstLine: 1, before: "\n", code: "a\n", results: [ROWS], places: [0] },
      { firstLine: 4, before: "\n \n", code: "-- b\n\nb\n-- the end\n", results: [ROWS], places: [1] },
    ]);
  });

  it("nowhere behind its end, whatever a transcript says", () => {
    const results = [ROWS, ROWS, ROWS];
    expect(piecesOf("a\nb\n", { ends: [7, 8, 9], outcome: { results } })).toEqual([
      { firstLine: 0, before: "", code: "a\nb\n", results, places: [0, 1, 2] },
    ]);
  });

  it("so that its pieces together are the sample and all that came of it", () => {
    const line = fc.constantFrom("", " ", "-- a", "SELECT 1;", "SELECT");
    const result = fc.constantFrom(ROWS, ERROR, NOTICE, TAG, QUIET);
    const statements = fc.array(fc.tuple(fc.nat(20), result), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(line), statements, (lines, statements) => {
        const code = `${lines.join("\n")}\n`;
        const full = [...lines.keys()].filter((at) => lines[at]?.trim());
        fc.pre(full.length > 0);
        const ends = statements.map(([at]) => full[at % full.length] ?? 0).sort((a, b) => a - b);
        const results = statements.map(([, result]) => result);
        const pieces = piecesOf(code, { ends, outcome: { results } });
        expect(pieces.map(({ before, code }) => before + code).join("")).toBe(`${code.trimEnd()}\n`);
        for (const { code } of pieces) expect(code).toMatch(/^.*\S.*\n(?:[\s\S]*\S.*\n)?$/);
        expect(pieces.flatMap(({ results }) => results)).toEqual(results);
      }),
    );
  });
});
