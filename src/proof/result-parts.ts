/** Parts of results that all ways of running statements share. Browsers load this, too. */
import type { StatementResult } from "../content/samples/transcript.ts";

/** Oids of types whose values are right-aligned (pg_type.dat). */
const NUMERIC = new Set([20, 21, 23, 26, 700, 701, 790, 1700]);
/** Severities of notices that are not shown. */
export const QUIET: ReadonlySet<string> = new Set(["DEBUG", "LOG", "INFO"]);

export function columnOf({ name, dataTypeID }: { name: string; dataTypeID: number }) {
  return { name, ...(NUMERIC.has(dataTypeID) && { numeric: true }) };
}

/** Leaves out a tag that only repeats the command, such as that of `BEGIN`; keeps the `ROLLBACK` of a failed `COMMIT`. */
export function worthSaying({ tag, ...result }: StatementResult, statement: string): StatementResult {
  if (tag === undefined) return result;
  const [command = ""] = tag.split(" ");
  const isPlain =
    !/ \d+$/.test(tag) &&
    statement
      .replace(/^(\s|--.*\n|\/\*[\s\S]*?\*\/)*/, "")
      .toUpperCase()
      .startsWith(command);
  return isPlain ? result : { ...result, tag };
}
