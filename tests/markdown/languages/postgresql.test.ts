/** SQL is coloured as PostgreSQL itself reads it: its scanner is the judge of each token, its parser of each word. */
import { readFileSync } from "node:fs";
import { parseSync, type ScanToken, scanSync } from "libpg-query";
import { describe, expect, it } from "vitest";
import { highlightLines } from "../../../src/markdown/highlight.ts";
import { runsIn } from "../../../src/markdown/languages/language.ts";
import { elementsIn, parsePiece, textOf } from "../../support/html.ts";

const STATEMENTS = readFileSync("tests/fixtures/sql/statements.sql", "utf8");

/** Of each character its role; white space has none of its own. */
function rolesOf(code: string): (string | undefined)[] {
  return runsIn(code, "sql").flatMap(({ role, text }) => Array<string | undefined>(text.length).fill(role));
}

/** The scanner's tokens with their place in UTF-16 units, which it counts in bytes. */
function scanned(code: string): { token: ScanToken; text: string; start: number; end: number }[] {
  const bytes = Buffer.from(code);
  return scanSync(code).tokens.map((token) => {
    const start = bytes.toString("utf8", 0, token.start).length;
    const text = bytes.toString("utf8", token.start, token.end);
    return { token, text, start, end: start + text.length };
  });
}

function kindOf({ tokenName, keywordKind }: ScanToken, text: string): string {
  if (/COMMENT/.test(tokenName)) return "c";
  if (/^([ebx]|u&)?'|^\$[^\d]/i.test(text)) return "s";
  if (["ICONST", "FCONST"].includes(tokenName)) return "n";
  if (tokenName === "PARAM") return "p";
  return keywordKind > 0 ? "word" : "other";
}

describe("each token of two hundred statements", () => {
  it("is of the kind that the scanner says", () => {
    const roles = rolesOf(STATEMENTS);
    const wrong = scanned(STATEMENTS).flatMap(({ token, text, start, end }) => {
      const kind = kindOf(token, text);
      const allowed = { word: [undefined, "k", "f"], other: [undefined, "f"] }[kind] ?? [kind];
      return roles.slice(start, end).every((role) => allowed.includes(role))
        ? []
        : [`${text}: ${roles[start]}, not ${kind}`];
    });
    expect(wrong).toEqual([]);
    expect(parseSync(STATEMENTS).stmts?.length).toBeGreaterThan(200);
  });

  it("is coloured as a whole, and nothing between two tokens is", () => {
    const roles = rolesOf(STATEMENTS);
    let end = 0;
    for (const { start, end: next } of scanned(STATEMENTS)) {
      expect(new Set(roles.slice(end, start)).size).toBeLessThanOrEqual(1);
      expect(roles[end] === undefined || end === start).toBe(true);
      expect(new Set(roles.slice(start, next)).size).toBe(1);
      end = next;
    }
  });

  it("is a keyword wherever it is a reserved one that names nothing", () => {
    const roles = rolesOf(STATEMENTS);
    const tokens = scanned(STATEMENTS);
    const plain = tokens.filter(({ token, start }) => token.keywordKind === 4 && roles[start] !== "k");
    const isName = ({ start }: { start: number }) =>
      /(\.|\b(as|language|header|costs)\s+)$/i.test(STATEMENTS.slice(0, start));
    expect(
      plain.filter((token) => !isName(token)).map(({ text, start }) => STATEMENTS.slice(start - 20, start) + text),
    ).toEqual([]);
  });
});

describe("a word that is listed as a keyword", () => {
  it.each([
    ["SELECT next, value AS name, t.type FROM t", "next value name type"],
    ["FETCH NEXT FROM next", "next"],
    ["CREATE TABLE key (value text, name int, type date)", "key value name type"],
    ["SELECT t.select, 1 AS from FROM t", "select from"],
    ["SELECT count, rank FROM date WHERE time > interval '1 day'", "time"],
    ["UPDATE t SET value = value + 1, role = DEFAULT", "value value role"],
    [
      "INSERT INTO t (key, value) VALUES (1, 2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      "key value key value value",
    ],
    ["GRANT SELECT, UPDATE ON t TO r", ""],
    ["ALTER TABLE t ADD COLUMN comment text; COMMENT ON TABLE t IS 'x'", "comment"],
    ["SELECT name FROM t; SELECT FROM; SELECT value FROM t", "name value"],
    ["... WHERE t.value = s.next AND", "value next"],
    ["SELECT a AS action, FROM", "action"],
  ])("is one only where it is used as one: %s", (sql, names) => {
    const roles = rolesOf(sql);
    const plain = scanned(sql).filter(({ token, start }) => token.keywordKind > 0 && roles[start] === undefined);
    expect(plain.map(({ text }) => text).join(" ")).toBe(names);
  });
});

describe("what the scanner refuses", () => {
  it.each([
    ["SELECT 'open\nSELECT 1", "⟦s 'open⟧\n⟦k SELECT⟧"],
    ["\\echo don't\nSELECT 'a'", "⟦k SELECT⟧ ⟦s 'a'⟧"],
    ['SELECT "a -- b", \'c', '"a -- b", ⟦s \'c⟧'],
    ["SELECT $q$it's$q$, 'c", "⟦s $q$it's$q$⟧"],
    ["SELECT 1 /* open\nSELECT 2", "⟦c /* open⟧\n⟦k SELECT⟧"],
    ["SELECT 12ab, 'x' -- it's", "⟦s 'x'⟧ ⟦c -- it's⟧"],
  ])("is read line by line: %j", (sql, part) => {
    const shown = runsIn(sql, "sql").map(({ role, text }) => (role ? `⟦${role} ${text}⟧` : text));
    expect(shown.join("")).toContain(part);
  });

  it("keeps its text, NUL and half characters included", () => {
    for (const sql of ["SELECT '\0' x", "SELECT 'a\ud800' x", "", "'", "\u0001 'a'", "$", "$$"]) {
      expect(
        runsIn(sql, "sql")
          .map(({ text }) => text)
          .join(""),
      ).toBe(sql);
    }
  });
});

it("a statement that is nested too deeply to be read as a tree has the colours of its tokens", () => {
  const sql = `SELECT ${"(".repeat(9000)}1${")".repeat(9000)} AS next`;
  expect(runsIn(sql, "sql")[0]).toEqual({ role: "k", text: "SELECT" });
});

it("a text of several lines is one in each line", () => {
  const lines = highlightLines(runsIn("SELECT 'a\nb', $x$c\nd$x$;", "sql")).map(parsePiece);
  const strings = lines
    .flatMap((line) => elementsIn(line))
    .filter(({ attrs }) => attrs.some(({ value }) => value === "s"));
  expect(strings.map(textOf)).toEqual(["'a", "b'", "$x$c", "d$x$"]);
});
