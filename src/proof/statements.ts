/** SQL split into its statements by PostgreSQL's own parser. */
import { hasSqlDetails, loadModule, parseSync } from "libpg-query";
import { SampleFault } from "./fault.ts";

export async function statementsOf(sql: string): Promise<string[]> {
  await loadModule();
  const bytes = Buffer.from(sql);
  // Places and lengths are in bytes of UTF-8; the last statement has no length.
  const parts = parse(sql).map(({ stmt_location: from = 0, stmt_len: length }) =>
    bytes
      .subarray(from, length ? from + length : undefined)
      .toString()
      .trim(),
  );
  return parts.map((statement) => statement.replace(/;$/, ""));
}

function parse(sql: string) {
  try {
    return parseSync(sql).stmts ?? [];
  } catch (error) {
    if (hasSqlDetails(error)) throw new SampleFault(`is not SQL: ${error.message}`);
    throw error;
  }
}
