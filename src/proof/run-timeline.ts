/** Runs the steps of several sessions in their written order. */
import type { TimelineStep } from "../content/samples/timeline.ts";
import type { TimelineEvent } from "../content/samples/transcript.ts";
import type { Database } from "./database.ts";
import { SampleFault } from "./fault.ts";
import { begin, isBusy, type Lane, withNames } from "./lane.ts";
import { settle, until } from "./settle.ts";

/** For how long a session that waits may hold up its own next step, in milliseconds: a lock_timeout may end its waiting. */
const PATIENCE = 5000;

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
    else begin(lane, text);
    await settle([...this.#lanes.values()], this.#database);
    this.#record(lane);
  }

  finish(): TimelineEvent[] {
    const waiting = [...this.#lanes.values()].filter(isBusy).map(({ name }) => name);
    if (waiting.length > 0) throw new SampleFault(`is a timeline at whose end ${waiting.join(" and ")} still waits`);
    return this.#events;
  }

  async end(): Promise<void> {
    for (const { session, work } of this.#lanes.values()) {
      if (work) session.crash();
      else await session.end();
    }
  }

  async #laneOf(name: string): Promise<Lane> {
    const known = this.#lanes.get(name) ?? { name, session: await this.#database.open(this.#role), work: undefined };
    this.#lanes.set(name, known);
    return known;
  }

  async #awaitEnd(lane: Lane): Promise<void> {
    const fault = `is a timeline in which ${lane.name} still waits when its next step comes`;
    await until(() => !isBusy(lane), fault, PATIENCE);
    this.#record(lane);
  }

  async #crash({ name, session }: Lane): Promise<void> {
    session.crash();
    this.#lanes.delete(name);
    this.#events.push({ session: name, crashes: true });
    const fault = `is a timeline whose ${name} the server still knows after its crash`;
    await until(async () => !(await this.#database.isConnected(session.pid)), fault);
  }

  /** The step itself first, then those that it let go on, in the order in which they began to wait. */
  #record(stepped: Lane): void {
    for (const lane of [stepped, ...this.#lanes.values()]) {
      const { name, work } = lane;
      if (!work) continue;
      if (work.fault) throw work.fault;
      if (work.waitsFor && !work.isNoted) {
        this.#events.push({ session: name, text: work.text, waitsFor: work.waitsFor });
        work.isNoted = true;
        // Those who began to wait first stand first.
        this.#lanes.delete(name);
        this.#lanes.set(name, lane);
      }
      if (!work.results) continue;
      const begins = work.isNoted ? {} : { text: work.text };
      this.#events.push({ session: name, ...begins, results: withNames(work.results, [...this.#lanes.values()]) });
      lane.work = undefined;
    }
  }
}
