/** What a check that watches has found, as its process tells it. */
import type { Report } from "../report/report-schema.ts";

export interface Checked {
  readonly report: Report;
  /** For people: each problem and warning above its line of the file; empty where there is none. */
  readonly text: string;
}

/** Where nothing could be checked. */
export function checkedFault(failure: string): Checked {
  return { report: { problems: [], warnings: [], accepted: 0, failure }, text: failure };
}
