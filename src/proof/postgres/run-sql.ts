/** Runs SQL statement by statement; like psql, it continues after an error. */
import type { Place } from "../../content/problems/problem.ts";
import type { Result } from "../../content/problems/result.ts";
import type { StatementResult } from "../../content/samples/transcript.ts";
import { notProven } from "../not-proven.ts";
import { worthSaying } from "../result-parts.ts";
import type { Session } from "./session.ts";
import { statementsOf } from "./statements.ts";

const FROM_CLIENT = /^\s*COPY\b[^;]*\bFROM\s+STDIN\b/i;

/** A result for each statement. `place` is where the SQL begins. */
export async function runStatements(sql: string, session: Session, place: Place): Promise<Result<StatementResult[]>> {
  const results: StatementResult[] = [];
  const statements = await statementsOf(sql, place);
  if (!statements.ok) return statements;
  for (const statement of statements.value) {
    if (FROM_CLIENT.test(statement)) return notProven(place, "COPY FROM STDIN has nothing to read", "use INSERT");
    const result = await session.run(statement, place);
    if (!result.ok) return result;
    results.push(worthSaying(result.value, statement));
  }
  return { ok: true, value: results };
}
