/** Recognises where PostgreSQL leaves open which session continues first, although one run shows only one order. */
import type { SampleDatabase } from "../postgres/sample-database.ts";
import { isBusy, type TimelineSession } from "./timeline-session.ts";
import { competingGroups, type RowVersion, type Wait } from "./waits.ts";

/** The hint for a timeline that turned out to race. */
export const RACING =
  "write proof timeline races, and all outcomes are shown; or let no two sessions wait for the same thing at once";

/**
 * The sessions of which any may have continued first, given who waited before a step, in words: `either of B and C`.
 *
 * - Several wait for one row, and the transaction that they wait for changes it and commits. The first in the queue leaves
 *   the queue of the old version before it is in that of the new one (`heap_update` and `EvalPlanQual`), so that those behind
 *   can overtake it. If the transaction is rolled back, the first keeps its place, and only those behind it compete.
 * - Several wait for the end of one transaction and not in a queue, as inserts of one unique key do. All wake at once.
 */
export async function openOrder(
  before: Map<string, Wait>,
  sessions: Map<string, TimelineSession>,
  database: SampleDatabase,
): Promise<string | undefined> {
  for (const group of competingGroups(before)) {
    if (group.length < 2) continue;
    const waits = group.map((name) => before.get(name)).filter((wait) => wait !== undefined);
    const row = waits.find((wait) => wait.row)?.row;
    const open = row ? await overtaking(group, waits, row, database) : wokenTogether(group, waits, sessions);
    if (open.length > 1) return anyOf(open);
  }
  return undefined;
}

async function overtaking(
  group: string[],
  waits: Wait[],
  row: RowVersion,
  database: SampleDatabase,
): Promise<string[]> {
  if (await database.hasRow(row)) return [];
  const xid = waits.find((wait) => wait.xid)?.xid;
  const times = xid ? await database.commitTimes([xid]) : undefined;
  const isRolledBack = xid !== undefined && times !== undefined && !times.has(xid);
  return isRolledBack ? group.slice(1) : group;
}

/** All fail alike where the key that they want has been taken. */
function wokenTogether(group: string[], waits: Wait[], sessions: Map<string, TimelineSession>): string[] {
  if (!waits.every(({ xid }) => xid)) return [];
  return group.some((name) => hasSucceeded(sessions.get(name))) ? group : [];
}

function anyOf(names: string[]): string {
  const last = names.at(-1);
  return names.length === 2
    ? `either of ${names.join(" and ")}`
    : `any of ${names.slice(0, -1).join(", ")} and ${last}`;
}

function hasSucceeded(session: TimelineSession | undefined): boolean {
  if (!session || isBusy(session)) return false;
  const results = session.step?.results;
  return results?.ok === true && !results.value.some(({ error }) => error);
}
