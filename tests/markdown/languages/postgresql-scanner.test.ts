/** Our scanner of usual SQL finds the tokens of PostgreSQL's own, or leaves the code to that. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { loadModule, type ScanToken, scanSync } from "libpg-query";
import { describe, expect, it } from "vitest";
import { scanUsual } from "../../../src/markdown/languages/postgresql-scanner.ts";

await loadModule();
const STATEMENTS = readFileSync("tests/fixtures/sql/statements.sql", "utf8");

const KINDS = [
  ["comment", /COMMENT/],
  ["string", /SCONST/],
  ["number", /[IF]CONST/],
  ["parameter", /PARAM/],
  ["word", /IDENT/],
] as const;

function kindOf({ tokenName, keywordKind }: ScanToken): string {
  return keywordKind > 0 ? "word" : (KINDS.find(([, name]) => name.test(tokenName))?.[0] ?? "symbol");
}

/** Places in UTF-16 units, which the scanner counts in bytes; undefined for what it refuses. */
function scanned(code: string): [start: number, end: number, kind: string][] | undefined {
  const bytes = Buffer.from(code);
  const indexOf = (byte: number) => bytes.toString("utf8", 0, byte).length;
  try {
    return scanSync(code).tokens.map((token) => [indexOf(token.start), indexOf(token.end), kindOf(token)]);
  } catch {
    return undefined;
  }
}

function read(code: string): [start: number, end: number, kind: string][] | undefined {
  return scanUsual(code)?.map(({ start, end, kind }) => [start, end, kind]);
}

/** Pieces in which the rules of the scanner meet. */
const PIECES = [
  ..."'\"$;,.:()[]{}+-*/<>=~!@#%^&|`?\\ \n\r\t\f\v_0eEbBxXnNuU".split(""),
  ..."'' \"\" -- /* */ $$ $a$ $A$ $1 :: := .. => <> <-> || ->> @> U& u&' e' E'\\' 1.5 .5 1. 1e5 1_0 0x1f 12ab a$b é 名 𝒳 😀 \u00a0 \ufeff".split(
    " ",
  ),
  ..."'it''s' \"a\"\"b\" -- x\n|/* y */|$$ z $$|$q$ 'z' $q$|'a' 'b'|'a'\n'b'|'a' -- c\n'b'|SELECT|select|name|Value|e|u|x1|t.id|999999999999|$12345678901".split(
    "|",
  ),
];

describe("usual SQL", () => {
  it.each(STATEMENTS.split(/;\n/).map((statement) => [statement]))("has the scanner's tokens: %s", (statement) => {
    const ours = read(statement);
    if (ours?.length) expect(ours).toEqual(scanned(statement));
  });

  it("is most of what is written", () => {
    const statements = STATEMENTS.split(/;\n/);
    expect(statements.filter((statement) => read(statement)).length).toBeGreaterThan(statements.length * 0.8);
  });

  it("is never read in another way, whatever it is made of", () => {
    const code = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(code, (sql) => {
        const ours = read(sql);
        // No token at all is no answer of the scanner.
        if (ours?.length) expect(ours).toEqual(scanned(sql));
      }),
      { numRuns: 10_000 },
    );
  });

  it("has names and operators as long as the scanner takes them", () => {
    for (const length of [58, 59, 60, 61, 62, 63, 64, 65, 300]) {
      for (const sql of [
        `SELECT ${"a".repeat(length)}`,
        `SELECT 1 ${"*".repeat(length)} 2`,
        `"${"n".repeat(length)}"`,
      ]) {
        const ours = read(sql);
        // No token at all is no answer of the scanner.
        if (ours?.length) expect(ours).toEqual(scanned(sql));
      }
    }
  });
});
