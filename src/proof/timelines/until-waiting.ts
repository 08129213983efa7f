/** Waits until no session of a timeline can continue by itself, and returns who waits for whom. */
import { setTimeout as pause } from "node:timers/promises";
import { LIMITS } from "../limits.ts";
import type { SampleDatabase } from "../postgres/sample-database.ts";
import { isBusy, type TimelineSession } from "./timeline-session.ts";
import { hasDeadlock, type Wait } from "./waits.ts";

/** Longer than the database's deadlock_timeout: a session that still waits has looked for a deadlock by then. */
const STEADY_MILLISECONDS = 120;
const POLL_MILLISECONDS = 5;

/**
 * Until every session is idle or will keep waiting for another. Returns the waits by the sessions' names; undefined if
 * that takes too long.
 */
export async function untilWaiting(
  sessions: TimelineSession[],
  database: SampleDatabase,
): Promise<Map<string, Wait> | undefined> {
  let waits = new Map<string, Wait>();
  let steadyFor = 0;
  const isAtRest = await until(async () => {
    const before = JSON.stringify([...waits]);
    waits = await waitsAmong(sessions, database);
    const areAllWaiting = sessions.filter(isBusy).every(({ name }) => waits.has(name)) && !hasDeadlock(waits);
    steadyFor = areAllWaiting && JSON.stringify([...waits]) === before ? steadyFor + POLL_MILLISECONDS : 0;
    return steadyFor >= STEADY_MILLISECONDS || !sessions.some(isBusy);
  });
  return isAtRest ? waits : undefined;
}

/** Polls until a condition is true; false if it took too long. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  milliseconds = 2 * LIMITS.milliseconds,
): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (!(await condition())) {
    if (performance.now() > deadline) return false;
    await pause(POLL_MILLISECONDS);
  }
  return true;
}

async function waitsAmong(sessions: TimelineSession[], database: SampleDatabase): Promise<Map<string, Wait>> {
  const busy = sessions.filter(isBusy);
  if (busy.length === 0) return new Map();
  const names = new Map(sessions.map(({ name, session }) => [session.pid, name]));
  const activities = await database.activitiesOf(
    busy.map(({ session }) => session.pid),
    (pid) => names.get(pid),
  );
  const waits = new Map<string, Wait>();
  // Some may have ended since the server was asked.
  for (const of of busy.filter(isBusy)) {
    const { wait, xid } = activities.get(of.session.pid) ?? {};
    if (of.step && wait) Object.assign(of.step, { lastWait: wait, xid });
    if (wait) waits.set(of.name, wait);
  }
  return waits;
}
