/** SQL split into its statements by PostgreSQL's own parser. */
import { hasSqlDetails, loadModule, parseSync, scanSync } from "libpg-query";
import type { Place } from "../../content/problems/problem.ts";
import type { Result } from "../../content/problems/result.ts";
import { notProven } from "../not-proven.ts";

/** A stretch of the text, in bytes of UTF-8, as the parser counts. */
interface Range {
  from: number;
  to: number;
}

/** The scanner's names for comments. */
const COMMENTS = new Set(["SQL_COMMENT", "C_COMMENT"]);
const NEWLINE = 10;

/** Each statement without its semicolon. `place` is where the SQL begins. */
export async function statementsOf(sql: string, place: Place): Promise<Result<string[]>> {
  await loadModule();
  const bytes = Buffer.from(sql);
  try {
    const statements = parse(sql).map(({ stmt_location: from = 0, stmt_len: length }) => {
      // The last statement has no length.
      const statement = bytes.subarray(from, length ? from + length : undefined);
      return statement.toString().trim().replace(/;$/, "");
    });
    return { ok: true, value: statements };
  } catch (error) {
    if (hasSqlDetails(error)) return notProven(place, `is not SQL: ${error.message}`);
    throw error;
  }
}

/**
 * For each statement the line, counted from 0, after which the text can be cut: that of its semicolon or, if something else
 * begins on that line, the one on which that ends. The SQL must be valid.
 */
export async function statementEnds(sql: string): Promise<number[]> {
  await loadModule();
  const bytes = Buffer.from(sql);
  const starts = parse(sql).map(({ stmt_location: from = 0 }) => from);
  const tokens = scanSync(sql).tokens.map(({ start, end, tokenName }) => ({ from: start, to: end, tokenName }));
  const code = tokens.filter(({ tokenName }) => !COMMENTS.has(tokenName));
  const statements = starts.map((from, index): Range => {
    const next = starts[index + 1] ?? bytes.length;
    return { from, to: code[countWhile(code, (token) => token.from < next) - 1]?.to ?? next };
  });
  const lines = lineEndsOf(bytes);
  const lineOf = (place: number) => countWhile(lines, (end) => end < place);
  // Neither statements nor tokens overlap among themselves: what is open at a line's end is the last that began before it.
  const isOpen = (ranges: Range[], end: number) =>
    (ranges[countWhile(ranges, ({ from }) => from < end) - 1]?.to ?? 0) > end;
  return statements.map(({ to }) => {
    let line = lineOf(to);
    while (lines[line] !== undefined && [statements, tokens].some((ranges) => isOpen(ranges, lines[line] ?? 0))) line++;
    return line;
  });
}

/** Places of the line feeds. */
function lineEndsOf(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) ends.push(at);
  return ends;
}

/** How many items a predicate holds for, if they all come before those that it does not hold for. */
function countWhile<Item>(sorted: Item[], isTrue: (item: Item) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && isTrue(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Throws the parser's error. */
function parse(sql: string) {
  return parseSync(sql).stmts ?? [];
}
