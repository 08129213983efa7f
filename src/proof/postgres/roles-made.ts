/** Finds the roles and databases that SQL would create, which belong to the whole server. */
import { loadModule, parseSync } from "libpg-query";
import type { Sample } from "../../content/samples/sample.ts";
import { readTimeline } from "../../content/samples/timeline.ts";
import { valueAt } from "../../content/value-at.ts";
import type { DatabasesAndRoles } from "./server.ts";

/** The names in the SQL of samples, sorted. Names created by dynamic SQL are not found. */
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

/** None for invalid SQL, which its run will report. */
function statementsIn(sql: string): unknown[] {
  try {
    return (parseSync(sql).stmts ?? []).map(({ stmt }) => stmt);
  } catch {
    return [];
  }
}
