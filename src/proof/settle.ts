/** Waits for the sessions of a timeline, and notices who of them waits for whom. */
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "./database.ts";
import { SampleFault } from "./fault.ts";
import { isBusy, type Lane } from "./lane.ts";
import { LIMITS } from "./limits.ts";

/** Longer than the database's deadlock_timeout: who waits has by then looked for a deadlock, and found none. */
const SETTLED = 120;
/** In milliseconds, like all of these. */
const POLL = 5;

/** Who waits, and for whom, by name. */
type Blockers = Map<string, string[]>;

/** Until every session is idle or waits for another one, and will go on waiting. */
export async function settle(lanes: Lane[], database: Database): Promise<void> {
  let still = 0;
  let before = "";
  await until(async () => {
    const blockers = await blockersAmong(lanes, database);
    const isDeadlock = hasCycle(blockers);
    if (!isDeadlock) noteWaiting(lanes, blockers);
    const isSettled = !isDeadlock && lanes.filter(isBusy).every(({ name }) => blockers.has(name));
    const now = JSON.stringify([...blockers]);
    still = isSettled && now === before ? still + POLL : 0;
    before = now;
    return still >= SETTLED || !lanes.some(isBusy);
  }, "is a timeline that comes to no rest");
}

/** Throws the fault when a condition has not come true in time. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  fault: string,
  patience = 2 * LIMITS.time,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new SampleFault(fault);
    await pause(POLL);
  }
}

async function blockersAmong(lanes: Lane[], database: Database): Promise<Blockers> {
  const busy = lanes.filter(isBusy);
  if (busy.length === 0) return new Map();
  const blockers = await database.blockersOf(busy.map(({ session }) => session.pid));
  const names = new Map(lanes.map(({ name, session }) => [session.pid, name]));
  const namesOf = (pids: number[]) => [...new Set(pids.map((pid) => names.get(pid) ?? "another session"))].sort();
  const waiting = busy.filter((lane) => isBusy(lane) && blockers.has(lane.session.pid));
  return new Map(waiting.map(({ name, session }) => [name, namesOf(blockers.get(session.pid) ?? [])]));
}

function noteWaiting(lanes: Lane[], blockers: Blockers): void {
  for (const { name, work } of lanes) {
    const waitsFor = blockers.get(name);
    if (work && waitsFor) work.waitsFor ??= waitsFor;
  }
}

/** A circle of waiting sessions is a deadlock, which the server is about to end. */
function hasCycle(blockers: Blockers): boolean {
  return [...blockers.keys()].some((start) => {
    const seen = new Set<string>();
    const open = [...(blockers.get(start) ?? [])];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (name === start) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      open.push(...(blockers.get(name) ?? []));
    }
    return false;
  });
}
