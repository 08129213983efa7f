/** Finds in SQL which roles and databases it would make: those that have a name there belong to the whole server. */
import { loadModule, parseSync } from "libpg-query";
import { z } from "zod";
import type { Sample } from "../content/samples/sample.ts";
import { readTimeline } from "../content/samples/timeline.ts";
import type { DatabasesAndRoles } from "./server.ts";

/** A statement as the parser gives it. */
const Making = z.object({
  CreatedbStmt: z.object({ dbname: z.string() }).optional(),
  CreateRoleStmt: z.object({ role: z.string() }).optional(),
});

/** Of samples in SQL, in the order of the alphabet. What is made by code within the SQL is not found. */
export async function madeByName(samples: readonly Sample[]): Promise<DatabasesAndRoles> {
  await loadModule();
  const statements = samples
    .filter(({ language }) => language === "sql")
    .flatMap(({ timeline, code }) => (timeline ? readTimeline(code).map(({ text }) => text ?? "") : [code]))
    .flatMap(statementsIn);
  const made = statements.flatMap((statement) => Making.safeParse(statement).data ?? []);
  const sorted = (names: (string | undefined)[]) => [...new Set(names.filter((name) => name !== undefined))].sort();
  return {
    databases: sorted(made.map(({ CreatedbStmt }) => CreatedbStmt?.dbname)),
    roles: sorted(made.map(({ CreateRoleStmt }) => CreateRoleStmt?.role)),
  };
}

/** None of what is no SQL, which its own run will say. */
function statementsIn(sql: string): unknown[] {
  try {
    return (parseSync(sql).stmts ?? []).map(({ stmt }) => stmt);
  } catch {
    return [];
  }
}
