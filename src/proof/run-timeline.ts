/** Runs the steps of several sessions in their written order, and notices who waits for whom. */
import { setTimeout as pause } from "node:timers/promises";
import type { TimelineStep } from "../content/timeline.ts";
import type { StatementResult, TimelineEvent } from "../content/transcript.ts";
import type { Database } from "./database.ts";
import { SampleFault } from "./fault.ts";
import { LIMITS } from "./limits.ts";
import { runStatements } from "./run-sql.ts";
import type { Session } from "./session.ts";

/** Longer than the database's deadlock_timeout: who waits has by then looked for a deadlock, and found none. */
const SETTLED = 120;
const POLL = 5;
/** For how long a session that waits may hold up its own next step. */
const PATIENCE = 5000;

/** A step on its way. */
interface Work {
  text: string;
  results?: StatementResult[];
  fault?: unknown;
  /** The sessions that it was seen to wait for. */
  waitsFor?: string[];
  /** True once it stands among the events as waiting. */
  waiting: boolean;
}

/** A session and what it is at. */
interface Lane {
  name: string;
  session: Session;
  /** Undefined while it is idle. */
  work: Work | undefined;
}

export async function runTimeline(
  steps: TimelineStep[],
  database: Database,
  role: string | undefined,
): Promise<TimelineEvent[]> {
  const timeline = new Timeline(database, role);
  try {
    for (const step of steps) await timeline.take(step);
    return timeline.finish();
  } finally {
    await timeline.end();
  }
}

class Timeline {
  readonly #database: Database;
  readonly #role: string | undefined;
  readonly #lanes = new Map<string, Lane>();
  readonly #events: TimelineEvent[] = [];

  constructor(database: Database, role: string | undefined) {
    this.#database = database;
    this.#role = role;
  }

  async take({ session: name, text }: TimelineStep): Promise<void> {
    if (name === undefined) {
      this.#events.push({ text: text ?? "" });
      return;
    }
    const lane = await this.#laneOf(name);
    if (lane.work) await this.#awaitEnd(lane);
    if (text === undefined) await this.#crash(lane);
    else this.#begin(lane, text);
    await this.#settle();
    this.#record(lane);
  }

  finish(): TimelineEvent[] {
    const waiting = this.#busy().map(({ name }) => name);
    if (waiting.length > 0) throw new SampleFault(`is a timeline at whose end ${waiting.join(" and ")} still waits`);
    return this.#events;
  }

  async end(): Promise<void> {
    for (const { session, work } of this.#lanes.values()) {
      if (work) session.crash();
      else await session.end();
    }
  }

  #begin(lane: Lane, text: string): void {
    const work: Work = { text, waiting: false };
    lane.work = work;
    runStatements(text, lane.session).then(
      (results) => {
        work.results = results;
      },
      (fault) => {
        work.fault = fault;
      },
    );
  }

  /** A lock_timeout may end its waiting. */
  async #awaitEnd(lane: Lane): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (this.#busy().includes(lane)) {
      if (Date.now() > deadline)
        throw new SampleFault(`is a timeline in which ${lane.name} still waits when its next step comes`);
      await pause(POLL);
    }
    this.#record(lane);
  }

  async #crash(lane: Lane): Promise<void> {
    lane.session.crash();
    lane.work = undefined;
    this.#lanes.delete(lane.name);
    this.#events.push({ session: lane.name, crashes: true });
    const deadline = Date.now() + LIMITS.time;
    while (await this.#database.isConnected(lane.session.pid)) {
      if (Date.now() > deadline)
        throw new SampleFault(`is a timeline whose ${lane.name} the server still knows after its crash`);
      await pause(POLL);
    }
  }

  /** Until every session is idle or waits for another one, and will go on waiting. */
  async #settle(): Promise<void> {
    const deadline = Date.now() + 2 * LIMITS.time;
    let still = 0;
    let before = "";
    for (;;) {
      const blockers = await this.#blockers();
      if (!hasCycle(blockers)) this.#noteWaiting(blockers);
      const isSettled = this.#busy().every(({ name }) => blockers.has(name)) && !hasCycle(blockers);
      const now = JSON.stringify([...blockers]);
      still = isSettled && now === before ? still + POLL : 0;
      before = now;
      if (this.#busy().length === 0 || still >= SETTLED) return;
      if (Date.now() > deadline) throw new SampleFault("is a timeline that comes to no rest");
      await pause(POLL);
    }
  }

  async #blockers(): Promise<Map<string, string[]>> {
    const busy = this.#busy();
    if (busy.length === 0) return new Map();
    const blockers = await this.#database.blockersOf(busy.map(({ session }) => session.pid));
    const names = new Map([...this.#lanes.values()].map(({ name, session }) => [session.pid, name]));
    return new Map(
      this.#busy()
        .filter(({ session }) => blockers.has(session.pid))
        .map(({ name, session }) => [
          name,
          [...new Set((blockers.get(session.pid) ?? []).map((pid) => names.get(pid) ?? "another session"))].sort(),
        ]),
    );
  }

  /** The step itself first, then those that it let go on, in the order in which they began to wait. */
  #record(stepped: Lane): void {
    for (const lane of [stepped, ...this.#lanes.values()]) {
      const { name, work } = lane;
      if (!work) continue;
      if (work.fault) throw work.fault;
      if (work.waitsFor && !work.waiting) {
        this.#events.push({ session: name, text: work.text, waitsFor: work.waitsFor });
        work.waiting = true;
        // Those who began to wait first stand first.
        this.#lanes.delete(name);
        this.#lanes.set(name, lane);
      }
      if (!work.results) continue;
      const begins = work.waiting ? {} : { text: work.text };
      this.#events.push({ session: name, ...begins, results: this.#named(work.results) });
      lane.work = undefined;
    }
  }

  #noteWaiting(blockers: Map<string, string[]>): void {
    for (const { name, work } of this.#lanes.values()) {
      const waitsFor = blockers.get(name);
      if (work && waitsFor) work.waitsFor ??= waitsFor;
    }
  }

  #busy(): Lane[] {
    return [...this.#lanes.values()].filter(({ work }) => work && !work.results && !work.fault);
  }

  /** Sessions by name, where the server knows them by number. */
  #named(results: StatementResult[]): StatementResult[] {
    const names = new Map([...this.#lanes.values()].map(({ name, session }) => [String(session.pid), name]));
    const name = (text: string) =>
      text.replace(/\b([Pp]rocess) (\d+)/g, (all, word, pid) => (names.has(pid) ? `${word} ${names.get(pid)}` : all));
    return results.map((result) => {
      const { error } = result;
      if (!error) return result;
      return {
        ...result,
        error: { ...error, message: name(error.message), ...(error.detail && { detail: name(error.detail) }) },
      };
    });
  }

  async #laneOf(name: string): Promise<Lane> {
    const known = this.#lanes.get(name) ?? { name, session: await this.#database.open(this.#role), work: undefined };
    this.#lanes.set(name, known);
    return known;
  }
}

/** A circle of waiting sessions is a deadlock, which the server is about to end. */
function hasCycle(blockers: Map<string, string[]>): boolean {
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
