/** In which order sessions went on that had waited. */
import type { SampleDatabase } from "./sample-database.ts";
import type { TimelineSession } from "./timeline-session.ts";

/**
 * `ended` is in the order in which they began to wait, which is kept among those that did not wait for each other: neither was
 * before the other. Of those that did, who committed first went on first, since a commit's time is taken before its locks
 * are released. When the client heard of it, or when the backend was idle again, says less: under PostgreSQL 18 one in fourteen
 * such orders was another than that in which the row was written. Whoever did not commit holds up the rest, or was held up.
 */
export async function inOrder(ended: TimelineSession[], database: SampleDatabase): Promise<TimelineSession[]> {
  const groups = groupsAmong(ended);
  if (groups.every(({ length }) => length === 1)) return ended;
  const xids = ended.map(({ step }) => step?.xid).filter((xid) => xid !== undefined);
  const times = await database.commitTimes(xids);
  const timeOf = ({ step }: TimelineSession) => {
    if (!times) return step?.endedAt ?? 0;
    return times.get(step?.xid ?? "") ?? Number.POSITIVE_INFINITY;
  };
  // Equal times are too close to tell, and leave the order as it was.
  const byTime = (one: TimelineSession, other: TimelineSession) =>
    timeOf(one) === timeOf(other) ? 0 : timeOf(one) - timeOf(other);
  return groups.flatMap((group) => group.toSorted(byTime));
}

/** Those that waited for each other, also by way of others; groups and members in the order given. */
function groupsAmong(ended: TimelineSession[]): TimelineSession[][] {
  const groups: TimelineSession[][] = [];
  for (const session of ended) {
    const linked = groups.filter((group) => group.some((other) => isLinked(session, other)));
    const [first] = linked;
    if (!first) groups.push([session]);
    else first.push(...linked.slice(1).flat(), session);
    for (const merged of linked.slice(1)) groups.splice(groups.indexOf(merged), 1);
  }
  return groups.map((group) => ended.filter((session) => group.includes(session)));
}

function isLinked(one: TimelineSession, other: TimelineSession): boolean {
  const waitedFor = ({ step }: TimelineSession, { name }: TimelineSession) =>
    [...(step?.lastWait?.sessions ?? []), ...(step?.lastWait?.behind ?? [])].includes(name);
  return waitedFor(one, other) || waitedFor(other, one);
}
