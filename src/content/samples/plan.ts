import type { StatementResult } from "./transcript.ts";

export function isPlan({ columns }: StatementResult): boolean {
  return columns?.length === 1 && columns[0]?.name === "QUERY PLAN";
}
