/** Finds in SQL which roles and databases it would make: those that have a name there belong to the whole server. */
import { loadModule, parseSync } from "libpg-query";
import type { Sample } from "../content/samples/sample.ts";
import { readTimeline } from "../content/samples/timeline.ts";
import { valueAt } from "../content/value-at.ts";
import type { DatabasesAndRoles } from "./server.ts";

/** Of samples in SQL, in the order of the alphabet. What is made by code within the SQL is not found. */
export async function madeByName(samples: readonly Sample[]): Promise<DatabasesAndRoles> {
  await loadModule();
  const statements = samples
    .filter(({ language }) => language === "sql")
    .flatMap(({ timeline, code }) => (timeline ? readTimeline(code).map(({ text }) => text ?? "") : [code]))
    .flatMap(statementsIn);
  const namesOf = (kind: string, key: string) => {
    const names = statements.map((statement) => valueAt(valueAt(statement, kind), key));
    return [...new Set(names.filter((name) => typeof name === "string"))].sort();
  };
  return { databases: namesOf("CreatedbStmt", "dbname"), roles: namesOf("CreateRoleStmt", "role") };
}

/** None of what is no SQL, which its own run will say. */
function statementsIn(sql: string): unknown[] {
  try {
    return (parseSync(sql).stmts ?? []).map(({ stmt }) => stmt);
  } catch {
    return [];
  }
}
