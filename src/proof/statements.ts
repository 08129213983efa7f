/** SQL split into its statements by PostgreSQL's own parser. */
import { hasSqlDetails, loadModule, parseSync, scanSync } from "libpg-query";
import { SampleFault } from "./fault.ts";

/** A stretch of the text, in bytes of UTF-8, as the parser counts. */
interface Range {
  from: number;
  to: number;
}

/** What its scanner calls comments. */
const COMMENTS = new Set(["SQL_COMMENT", "C_COMMENT"]);
const NEWLINE = 10;

export async function statementsOf(sql: string): Promise<string[]> {
  await loadModule();
  const bytes = Buffer.from(sql);
  // The last statement has no length.
  const parts = parse(sql).map(({ stmt_location: from = 0, stmt_len: length }) =>
    bytes
      .subarray(from, length ? from + length : undefined)
      .toString()
      .trim(),
  );
  return parts.map((statement) => statement.replace(/;$/, ""));
}

/**
 * For each statement the line, counted from 0, behind which the text can be cut: that of its semicolon, or the one on which
 * what begins on that line ends.
 */
export async function statementEnds(sql: string): Promise<number[]> {
  await loadModule();
  const bytes = Buffer.from(sql);
  const starts = parse(sql).map(({ stmt_location: from = 0 }) => from);
  const tokens = scanSync(sql).tokens.map(({ start, end, tokenName }) => ({ from: start, to: end, tokenName }));
  const code = tokens.filter(({ tokenName }) => !COMMENTS.has(tokenName));
  const statements = starts.map((from, index): Range => {
    const next = starts[index + 1] ?? bytes.length;
    return { from, to: code.findLast((token) => token.from < next)?.to ?? next };
  });
  return statements.map(({ to }) => lineOf(lineEndBehind(to, bytes, [...statements, ...tokens]), bytes));
}

/** The next line's end at which nothing is open. */
function lineEndBehind(place: number, bytes: Buffer, ranges: Range[]): number {
  const end = bytes.indexOf(NEWLINE, place);
  if (end === -1) return bytes.length;
  const open = ranges.find(({ from, to }) => from < end && end < to);
  return open ? lineEndBehind(open.to, bytes, ranges) : end;
}

function lineOf(place: number, bytes: Buffer): number {
  return bytes.subarray(0, place).filter((byte) => byte === NEWLINE).length;
}

function parse(sql: string) {
  try {
    return parseSync(sql).stmts ?? [];
  } catch (error) {
    if (hasSqlDetails(error)) throw new SampleFault(`is not SQL: ${error.message}`);
    throw error;
  }
}
