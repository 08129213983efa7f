/** Orders sessions that had waited by when they continued. */
import type { SampleDatabase } from "../postgres/sample-database.ts";
import type { TimelineSession } from "./timeline-session.ts";
import { competingGroups, type Wait } from "./waits.ts";

const NO_WAIT: Wait = { sessions: [], behind: [], target: "" };

/**
 * `ended` is in the order in which they began to wait, which is kept among those that did not compete: neither was before the
 * other. Of those that did, who committed first went on first, since a commit's time is taken before its locks
 * are released. When the client heard of it, or when the backend was idle again, says less: with PostgreSQL 18.4 that was another
 * order than the one in which the row was written in 1 to 15 of 100 runs. A session that did not commit holds up the rest, or was held up.
 */
export async function inOrder(ended: TimelineSession[], database: SampleDatabase): Promise<TimelineSession[]> {
  const sessions = new Map(ended.map((session) => [session.name, session]));
  const waits = ended.map(({ name, step }): [string, Wait] => [name, step?.lastWait ?? NO_WAIT]);
  const groups = competingGroups(new Map(waits));
  if (groups.every(({ length }) => length === 1)) return ended;
  const xids = ended.map(({ step }) => step?.xid).filter((xid) => xid !== undefined);
  const times = await database.commitTimes(xids);
  const timeOf = (name: string) => times?.get(sessions.get(name)?.step?.xid ?? "") ?? Number.POSITIVE_INFINITY;
  // Equal times are too close to tell, and leave the order as it was.
  const byTime = (one: string, other: string) => (timeOf(one) === timeOf(other) ? 0 : timeOf(one) - timeOf(other));
  const names = groups.flatMap((group) => group.toSorted(byTime));
  return names.map((name) => sessions.get(name)).filter((session) => session !== undefined);
}
