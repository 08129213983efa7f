/** Runs the steps of several sessions once, in their written order. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Place } from "../../content/problems/problem.ts";
import type { Result } from "../../content/problems/result.ts";
import type { TimelineStep } from "../../content/samples/timeline.ts";
import type { TimelineEvent } from "../../content/samples/transcript.ts";
import { notProven } from "../not-proven.ts";
import type { SampleDatabase } from "../postgres/sample-database.ts";
import { holdingsOf } from "./holdings.ts";
import { openOrder, RACING } from "./open-order.ts";
import { RowVersions } from "./row-versions.ts";
import { isTimeout, TimelineRecord } from "./timeline-record.ts";
import { beginStep, isBusy, type TimelineSession } from "./timeline-session.ts";
import { until, untilWaiting } from "./until-waiting.ts";
import type { Wait } from "./waits.ts";

/** For how long a session that waits may hold up its own next step: a lock_timeout may end its waiting. */
const NEXT_STEP_MILLISECONDS = 5000;

export interface TimelineRun {
  events: TimelineEvent[];
  /** See `Outcome`. */
  openOrder: string | undefined;
  /** True where several things went on at once, so that another run may come out otherwise. */
  mayRace: boolean;
}

export interface TimelineOptions {
  role: string | undefined;
  /** Of the first line of the steps. */
  place: Place;
  /**
   * True for one that says that it races: the order may be left open, and a step of a session that waits is taken when it no
   * longer does. Both are a problem otherwise.
   */
  races: boolean;
  /** Whether to note what sessions hold: looking takes time, which decides races. */
  observes: boolean;
  /** The table whose versions of rows are noted, too. */
  versions?: string | undefined;
}

export async function runTimeline(
  steps: TimelineStep[],
  database: SampleDatabase,
  { role, place, races, observes, versions }: TimelineOptions,
): Promise<Result<TimelineRun>> {
  const timeline = new Timeline(database, role, races, observes);
  const queue = [...steps];
  try {
    const begun = versions === undefined ? DONE : await timeline.beginVersions(versions, place);
    if (!begun.ok) return begun;
    while (queue.length > 0) {
      const index = races ? queue.findIndex(({ session }) => !timeline.isWaiting(session)) : 0;
      const [step] = queue.splice(Math.max(0, index), 1);
      if (!step) break;
      const taken = await timeline.take(step, { ...place, line: (place.line ?? 1) + step.line });
      if (!taken.ok) return taken;
    }
    return timeline.finish();
  } finally {
    await timeline.end();
  }
}

type Done = Result<undefined>;
const DONE: Done = { ok: true, value: undefined };

class Timeline {
  readonly #database: SampleDatabase;
  readonly #role: string | undefined;
  /** In the order of their first steps; those that wait, in the order in which they began to, behind the others. */
  readonly #sessions = new Map<string, TimelineSession>();
  readonly #record: TimelineRecord;
  #versions: RowVersions | undefined;
  #observer: Awaited<ReturnType<SampleDatabase["openObserver"]>> | undefined;
  #openOrder: string | undefined;
  #mayRace = false;
  readonly #races: boolean;
  readonly #observes: boolean;

  constructor(database: SampleDatabase, role: string | undefined, races: boolean, observes: boolean) {
    this.#database = database;
    this.#role = role;
    this.#races = races;
    this.#observes = observes;
    this.#record = new TimelineRecord(this.#sessions, database);
  }

  isWaiting(name: string | undefined): boolean {
    const session = this.#sessions.get(name ?? "");
    return session !== undefined && isBusy(session);
  }

  /** Before the first step. */
  async beginVersions(table: string, place: Place): Promise<Done> {
    this.#observer ??= await this.#database.openObserver();
    const versions = await RowVersions.begin(table, this.#observer);
    if (!(versions instanceof RowVersions)) return notProven(place, versions.reason, versions.hint);
    this.#versions = versions;
    return DONE;
  }

  async take({ session: name, text }: TimelineStep, place: Place): Promise<Done> {
    if (name === undefined) {
      this.#record.events.push({ text: text ?? "" });
      return DONE;
    }
    const session = await this.#sessionOf(name);
    if (session.step) {
      const ended = await this.#awaitEnd(session, place);
      if (!ended.ok) return ended;
    }
    const before = this.#waitsNow();
    if (text === undefined) {
      const crashed = await this.#crash(session, place);
      if (!crashed.ok) return crashed;
    } else beginStep(session, text, place);
    return this.#rest(session, before, place);
  }

  finish(): Result<TimelineRun> {
    const waiting = [...this.#sessions.values()].filter(isBusy);
    const place = waiting[0]?.step?.place;
    const names = waiting.map(({ name }) => name).join(" and ");
    if (place) return notProven(place, `is a timeline at whose end ${names} still waits`);
    return { ok: true, value: { events: this.#record.events, openOrder: this.#openOrder, mayRace: this.#mayRace } };
  }

  async end(): Promise<void> {
    await this.#observer?.end();
    for (const { session, step } of this.#sessions.values()) {
      if (step) session.crash();
      else await session.end();
    }
  }

  async #sessionOf(name: string): Promise<TimelineSession> {
    const known = this.#sessions.get(name);
    if (known) return known;
    const session = await this.#database.openSession(this.#role, this.#record.nameOf);
    const opened = { name, session, step: undefined };
    this.#sessions.set(name, opened);
    return opened;
  }

  /** What a session still waits for may end by itself. */
  async #awaitEnd(session: TimelineSession, place: Place): Promise<Done> {
    const before = this.#waitsNow();
    const hasEnded = await until(() => !isBusy(session), NEXT_STEP_MILLISECONDS);
    if (hasEnded) return this.#rest(undefined, before, place);
    const { sessions = [] } = session.step?.recordedWait ?? {};
    const blockers = sessions.length > 0 ? ` for ${sessions.join(" and ")}` : "";
    return notProven(place, `is a timeline in which ${session.name} still waits${blockers} when its next step comes`);
  }

  async #crash({ name, session }: TimelineSession, place: Place): Promise<Done> {
    session.crash();
    this.#sessions.delete(name);
    this.#record.events.push({ session: name, crashes: true });
    const isGone = await until(async () => !(await this.#database.isConnected(session.pid)));
    return isGone ? DONE : notProven(place, `is a timeline whose ${name} the server still knows after its crash`);
  }

  #waitsNow(): Map<string, Wait> {
    const waiting = [...this.#sessions.values()].filter(isBusy);
    return new Map(waiting.flatMap(({ name, step }) => (step?.lastWait ? [[name, step.lastWait]] : [])));
  }

  /** Until nobody gets on by itself; then says what has happened since `before`. */
  async #rest(stepped: TimelineSession | undefined, before: Map<string, Wait>, place: Place): Promise<Done> {
    const waits = await untilWaiting([...this.#sessions.values()], this.#database);
    if (!waits) return notProven(place, "is a timeline that comes to no rest");
    // A session that is told to end has been told before the step that told it was answered.
    if (/terminate/i.test(stepped?.step?.text ?? "")) await this.#roundTrips();
    // What the server sent first is read now, though another session's answer was seen before.
    await nextTurn();
    const failed = [...this.#sessions.values()]
      .map(({ step }) => step?.results)
      .find((results) => results?.ok === false);
    if (failed && !failed.ok) return failed;
    this.#mayRace ||= this.#goesOnAtOnce(stepped, before, waits);
    if (before.size > 1) this.#openOrder ??= await openOrder(before, this.#sessions, this.#database);
    if (this.#openOrder && !this.#races) return notProven(place, `races: ${this.#openOrder} may go on first`, RACING);
    await this.#record.add(stepped, waits);
    if (this.#observes) await this.#look();
    return DONE;
  }

  /** What each session holds now. */
  async #look(): Promise<void> {
    this.#observer ??= await this.#database.openObserver();
    const sessions = [...this.#sessions.values()];
    const held = await holdingsOf(
      sessions.map(({ session }) => session.pid),
      this.#observer,
    );
    const pids = new Map(sessions.map(({ name, session }) => [session.pid, name]));
    if (this.#versions) this.#record.addVersions(await this.#versions.look(pids, this.#record.moved));
    this.#record.addHoldings(new Map(sessions.map(({ name, session }) => [name, held.get(session.pid) ?? []])));
  }

  async #roundTrips(): Promise<void> {
    for (const { step, session } of this.#sessions.values()) if (!step) await session.roundTrip();
  }

  /** True where two that had waited got on, or one did while the step that let it goes on itself, or a timeout ended a wait. */
  #goesOnAtOnce(stepped: TimelineSession | undefined, before: Map<string, Wait>, waits: Map<string, Wait>): boolean {
    const moved = [...before].filter(([name, { target }]) => waits.get(name)?.target !== target);
    const hasTimedOut = stepped && moved.some(([name]) => isTimeout(this.#sessions.get(name)?.step));
    return moved.length > 1 || (moved.length === 1 && goesOnItself(stepped?.step?.text ?? "")) || hasTimedOut === true;
  }
}

/** True for several statements, but for a transaction whose end is the last of them. */
function goesOnItself(sql: string): boolean {
  const statements = sql.split(";").map((statement) => statement.trim());
  const others = statements.filter(Boolean).slice(0, -1);
  const last = statements.filter(Boolean).at(-1) ?? "";
  const letsGo = (statement: string) => /^(commit|end|rollback)\b|unlock/i.test(statement);
  return others.length > 0 && (!letsGo(last) || others.some(letsGo));
}
