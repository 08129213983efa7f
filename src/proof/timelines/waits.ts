/** Who waits for whom, as the server tells it: for locks, and for the few things that no lock shows. */
import type pg from "pg";

/** What a session waits for. */
export interface Wait {
  /** Those that it waits for, by name, sorted. */
  sessions: string[];
  /** Those that stand before it in the queue for a lock that others hold. */
  behind: string[];
  /** The wait event, where it is not a lock: `SafeSnapshot`. */
  event?: string;
  /** The lock, or the wait event: two waits for one thing have the same. */
  target: string;
  /** The transaction whose end it waits for, where it waits for one. */
  xid?: string;
  /** The version of a row that it wants to change or lock. */
  row?: RowVersion;
}

export interface RowVersion {
  /** Object identifier of the table. */
  table: number;
  /** `(0,1)` */
  ctid: string;
}

/** What a backend is at. */
export interface Activity {
  /** Undefined while it works. */
  wait: Wait | undefined;
  /** Of its transaction, once that has written something, or wants to. */
  xid: string | undefined;
}

interface Row {
  pid: number;
  xid: string | null;
  waitEvent: string | null;
  blockers: number[];
  snapshotBlockers: number[];
  pinBlockers: number[] | null;
  lock: Lock | null;
}

interface Lock {
  target: string;
  mode: string;
  xid: string | null;
  holders: { pid: number; mode: string }[] | null;
  row: RowVersion | null;
}

/**
 * `pg_blocking_pids` knows locks only. A read-only transaction that waits for a safe snapshot has a function of its own. Who
 * pins a buffer is told by nothing, so that all who have a lock on the table count which VACUUM is at.
 */
const ACTIVITY = `
  WITH locks AS MATERIALIZED (
    SELECT *, concat_ws(' ', locktype, database, relation, page, tuple, virtualxid, transactionid, classid, objid, objsubid)
      AS target
    FROM pg_locks
  )
  SELECT pid, backend_xid::text AS xid, wait_event AS "waitEvent", pg_blocking_pids(pid) AS blockers,
    pg_safe_snapshot_blocking_pids(pid) AS "snapshotBlockers",
    CASE WHEN wait_event_type IN ('BufferPin', 'Buffer') THEN array(
      SELECT DISTINCT held.pid FROM pg_stat_progress_vacuum vacuum
      JOIN pg_locks held ON held.relation = vacuum.relid AND held.database = vacuum.datid
      WHERE vacuum.pid = activity.pid AND held.pid <> activity.pid AND held.granted
    ) END AS "pinBlockers",
    CASE WHEN wait_event_type = 'Lock' THEN (
      SELECT json_build_object('target', target, 'mode', mode, 'xid', transactionid::text, 'holders', (
        SELECT json_agg(json_build_object('pid', held.pid, 'mode', held.mode))
        FROM locks held WHERE held.target = asked.target AND held.granted
      ), 'row', (
        SELECT json_build_object('table', relation::int8, 'ctid', format('(%s,%s)', page, tuple))
        FROM locks WHERE pid = asked.pid AND locktype = 'tuple' LIMIT 1
      ))
      FROM locks asked WHERE asked.pid = activity.pid AND NOT asked.granted LIMIT 1
    ) END AS lock
  FROM pg_stat_activity activity WHERE pid = ANY ($1)`;

/** Modes of locks, and for each but the last, which conflicts with all, the numbers of those that it conflicts with: https://www.postgresql.org/docs/18/explicit-locking.html */
const MODES = [
  "AccessShareLock",
  "RowShareLock",
  "RowExclusiveLock",
  "ShareUpdateExclusiveLock",
  "ShareLock",
  "ShareRowExclusiveLock",
  "ExclusiveLock",
  "AccessExclusiveLock",
];
const CONFLICTS = [
  [7],
  [6, 7],
  [4, 5, 6, 7],
  [3, 4, 5, 6, 7],
  [2, 3, 5, 6, 7],
  [2, 3, 4, 5, 6, 7],
  [1, 2, 3, 4, 5, 6, 7],
];

/** For each of the backends, by process id. `nameOf` gives a session's name, or undefined. */
export async function activitiesOf(
  pids: number[],
  admin: pg.Client,
  nameOf: (pid: number) => string | undefined,
): Promise<Map<number, Activity>> {
  const { rows } = await admin.query<Row>(ACTIVITY, [pids]);
  const named = (of: number[]) => [...new Set(of.map((pid) => nameOf(pid) ?? strangerOf(pid)))].sort();
  return new Map(rows.map((row) => [row.pid, { wait: waitIn(row, named), xid: row.xid ?? undefined }]));
}

/** `pg_blocking_pids` gives 0 for a transaction that is prepared. */
function strangerOf(pid: number): string {
  return pid === 0 ? "a prepared transaction" : "another session";
}

function waitIn(row: Row, named: (pids: number[]) => string[]): Wait | undefined {
  const { waitEvent, blockers, snapshotBlockers, pinBlockers, lock } = row;
  if (blockers.length > 0) {
    const holders = blockers.filter((pid) =>
      lock?.holders?.some((held) => held.pid === pid && conflicts(held.mode, lock.mode)),
    );
    // Where nobody among them holds the lock, the next in the queue is who is waited for.
    const sessions = named(holders.length > 0 ? holders : blockers);
    const behind = named(blockers).filter((name) => !sessions.includes(name));
    const { target = "", xid, row } = lock ?? {};
    return { sessions, behind, target, ...(xid && { xid }), ...(row && { row }) };
  }
  const others = snapshotBlockers.length > 0 ? snapshotBlockers : (pinBlockers ?? []);
  if (!waitEvent || others.length === 0) return undefined;
  return { sessions: named(others), behind: [], event: waitEvent, target: waitEvent };
}

function conflicts(held: string, asked: string): boolean {
  return CONFLICTS[MODES.indexOf(held)]?.includes(MODES.indexOf(asked)) ?? true;
}

/**
 * Those that want the same thing: they wait for each other, also by way of others, or for the end of one transaction without a
 * queue. Groups and their members are in the order of the waits.
 */
export function competingGroups(waits: Map<string, Wait>): string[][] {
  const waitsFor = (name: string, other: string) => {
    const { sessions = [], behind = [], xid, row } = waits.get(name) ?? {};
    const rival = waits.get(other);
    return sessions.includes(other) || behind.includes(other) || (!row && !rival?.row && xid && xid === rival?.xid);
  };
  let groups: string[][] = [];
  for (const name of waits.keys()) {
    const isLinked = (group: string[]) => group.some((other) => waitsFor(name, other) || waitsFor(other, name));
    const linked = groups.filter(isLinked);
    groups = [...groups.filter((group) => !linked.includes(group)), [...linked.flat(), name]];
  }
  const order = [...waits.keys()];
  const place = ([first = ""]: string[]) => order.indexOf(first);
  return groups
    .map((group) => group.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)))
    .sort((one, other) => place(one) - place(other));
}

/** A circle of sessions that wait for locks is a deadlock, which the server is about to end. */
export function hasDeadlock(waits: Map<string, Wait>): boolean {
  const blockersOf = (name: string): string[] => {
    const wait = waits.get(name);
    return wait && !wait.event ? [...wait.sessions, ...wait.behind] : [];
  };
  return [...waits.keys()].some((start) => {
    const seen = new Set<string>();
    const open = blockersOf(start);
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (name === start) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      open.push(...blockersOf(name));
    }
    return false;
  });
}
