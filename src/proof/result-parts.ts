/** What results are made of, for every way in which statements are run. Browsers load this too. */
import type { StatementResult } from "../content/samples/transcript.ts";

/** Object identifiers of the types whose values are set flush right (pg_type.dat). */
const NUMERIC = new Set([20, 21, 23, 26, 700, 701, 790, 1700]);
/** Severities of notices that are not shown. */
export const QUIET: ReadonlySet<string> = new Set(["DEBUG", "LOG", "INFO"]);

export function columnOf({ name, dataTypeID }: { name: string; dataTypeID: number }) {
  return { name, ...(NUMERIC.has(dataTypeID) && { numeric: true }) };
}

/** That a `BEGIN` began goes without saying; that a `COMMIT` rolled back does not. */
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
