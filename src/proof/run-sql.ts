/** Runs SQL statement by statement; like psql, it goes on after an error. */
import type { StatementResult } from "../content/samples/transcript.ts";
import { SampleFault } from "./fault.ts";
import type { Session } from "./session.ts";
import { statementsOf } from "./statements.ts";

const FROM_CLIENT = /^\s*COPY\b[^;]*\bFROM\s+STDIN\b/i;

export async function runStatements(sql: string, session: Session): Promise<StatementResult[]> {
  const results: StatementResult[] = [];
  for (const statement of await statementsOf(sql)) {
    if (FROM_CLIENT.test(statement)) throw new SampleFault("COPY FROM STDIN has nothing to read", "use INSERT");
    results.push(worthSaying(await session.run(statement), statement));
  }
  return results;
}

/** That a `BEGIN` began goes without saying; that a `COMMIT` rolled back does not. */
function worthSaying({ tag, ...result }: StatementResult, statement: string): StatementResult {
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
