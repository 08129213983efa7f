/** Where the statements of a sample end is PostgreSQL's parser's to say: a page is cut there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statementEnds, statementsOf } from "../../src/proof/postgres/statements.ts";

describe("a statement ends", () => {
  it.each<[where: string, sql: string, ends: number[]]>([
    ["on its line", "SELECT 1;\nSELECT 2;\n", [0, 1]],
    ["where its last line does", "SELECT\n  1;\nSELECT 2\nFROM pg_class;\n", [1, 3]],
    ["at its semicolon", "SELECT 1\n-- one\n;\nSELECT 2;\n", [2, 3]],
    ["without a semicolon", "SELECT 1;\nSELECT 2\n-- the end\n", [0, 1]],
    ["before comments and empty lines", "-- a\n\nSELECT 1; -- b\n\n/* c\n */\nSELECT 2;\n\n", [2, 6]],
    ["with others on one line", "BEGIN; SELECT 1; COMMIT;\nSELECT 2;\n", [0, 0, 0, 1]],
    ["where one does that begins on its line", "BEGIN; SELECT\n1; SELECT\n2;\nCOMMIT;\n", [2, 2, 2, 3]],
    ["where a comment does that begins on its line", "SELECT 1; /* a\n\nb */ SELECT 2;\nSELECT 3;\n", [2, 2, 3]],
    ["before an empty statement on another line", "SELECT 1;;\n;\nSELECT 2;\n", [1, 2]],
    ["outside of strings", "SELECT ';\n', $$;\n$$, $a$;\n$$;\n$a$, \";\n\", E'\\';\n';\nSELECT 1;\n", [6, 7]],
    ["inside of nothing", "CREATE FUNCTION f() RETURNS int\nBEGIN ATOMIC\n  SELECT 1;\nEND;\nSELECT f();\n", [3, 4]],
    ["behind letters of several bytes", "SELECT 'é漢😀';\nSELECT 'é\n';\nSELECT 1;\n", [0, 2, 3]],
    ["nowhere, where there is none", "-- nothing\n", []],
    ["with the code", "SELECT 1", [0]],
  ])("%s", async (_where, sql, ends) => {
    expect(await statementEnds(sql)).toEqual(ends);
  });

  it("so that what is cut there is the same statements, whatever stands between them", async () => {
    const statement = fc.constantFrom("SELECT 1", "SELECT\n 2", "SELECT ';\n'", "SELECT $$;\n\n;$$ -- a;\n", "BEGIN");
    const between = fc.constantFrom(";", ";\n", ";\n\n", "; -- b;\n", "; /* c;\n\n; */\n", ";\n;\n", "; /* d\n*/ ");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(statement, between), { minLength: 1, maxLength: 6 }), async (parts) => {
        const sql = parts.flat().join("");
        const statements = await statementsIn(sql);
        const ends = await statementEnds(sql);
        expect(ends).toHaveLength(statements.length);
        const lines = sql.split("\n");
        const starts = [0, ...new Set(ends.map((end) => end + 1))];
        const pieces = starts.map((start, index) => lines.slice(start, starts[index + 1]).join("\n"));
        expect((await Promise.all(pieces.filter((piece) => piece.trim()).map(statementsIn))).flat()).toEqual(
          statements,
        );
      }),
    );
  });
});

async function statementsIn(sql: string): Promise<string[]> {
  const statements = await statementsOf(sql, { file: "page.md" });
  return statements.ok ? statements.value : [];
}
