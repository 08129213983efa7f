/** Records the events of a timeline in order. */
import type { StatementResult, TimelineEvent } from "../../content/samples/transcript.ts";
import type { SampleDatabase } from "../postgres/sample-database.ts";
import { inOrder } from "./order-ended.ts";
import { type RunningStep, type TimelineSession, withNames } from "./timeline-session.ts";
import type { Wait } from "./waits.ts";

/** A wait that a setting ended, such as `lock_timeout`. */
const TIMED_OUT = /\bdue to \w+ timeout$/;

export class TimelineRecord {
  readonly events: TimelineEvent[] = [];
  /** In the order of their first steps; those that wait come last, in the order in which they began to. */
  readonly #sessions: Map<string, TimelineSession>;
  readonly #database: SampleDatabase;
  /** What each session was last seen to hold. */
  #held = new Map<string, string[]>();
  /** The rows of the versions that were last seen. */
  #versions = "[]";
  /** How many events there were at that time. */
  #seen = 0;
  /** Sessions whose end by the server has been recorded. */
  readonly #disconnected = new Set<string>();

  constructor(sessions: Map<string, TimelineSession>, database: SampleDatabase) {
    this.#sessions = sessions;
    this.#database = database;
  }

  readonly nameOf = (pid: number) => [...this.#sessions.values()].find(({ session }) => session.pid === pid)?.name;

  /**
   * The step itself first; then the sessions that the server ended; those that continued, in that order; those that now wait
   * for others than before; and notifications.
   */
  async add(stepped: TimelineSession | undefined, waits: Map<string, Wait>): Promise<void> {
    const sessions = () => [...this.#sessions.values()];
    const lost = sessions().filter(({ name, session }) => session.disconnected && !this.#disconnected.has(name));
    const isEnded = ({ step }: TimelineSession) => step?.results !== undefined;
    const ended = new Set([...sessions().filter(isEnded), ...lost].map(({ name }) => name));
    if (stepped?.step) this.#recordStep(stepped, stepped.step, waits, lost);
    for (const { name, session } of lost) {
      this.#disconnected.add(name);
      if (session.disconnected) this.events.push({ session: name, disconnected: session.disconnected });
    }
    for (const session of await inOrder(sessions().filter(isEnded), this.#database)) this.#recordEnd(session);
    if (stepped) ended.add(stepped.name);
    for (const session of sessions()) this.#recordWait(session, waits.get(session.name), ended);
    for (const session of sessions()) await this.#recordNotifications(session);
  }

  /** The one session that went on since the last look; undefined where several did. */
  get moved(): string | undefined {
    const news = this.events.slice(this.#seen).filter(({ waitsFor }) => !waitsFor);
    const [one, ...others] = new Set(news.flatMap(({ session }) => session ?? []));
    return others.length === 0 ? one : undefined;
  }

  /** They stand with the last that has happened. Call it before `addHoldings`. */
  addVersions(versions: StatementResult | undefined): void {
    if (!versions) return;
    const event = this.events.slice(this.#seen).findLast(({ session }) => session !== undefined);
    const rows = JSON.stringify(versions.rows);
    if (event && rows !== this.#versions) event.versions = versions;
    this.#versions = rows;
  }

  /** Of sessions that hold something else than before; each stands with the last that happened to its session since then. */
  addHoldings(held: Map<string, string[]>): void {
    const news = this.events.slice(this.#seen);
    for (const name of new Set([...this.#held.keys(), ...held.keys()])) {
      const [before = [], now = []] = [this.#held.get(name), held.get(name)];
      const event = news.findLast(({ session }) => session === name) ?? news.at(-1);
      if (event && now.join() !== before.join()) event.holds = { ...event.holds, [name]: now };
    }
    this.#held = held;
    this.#seen = this.events.length;
  }

  /** A step as it begins, with its results if it did not have to wait. */
  #recordStep(of: TimelineSession, step: RunningStep, waits: Map<string, Wait>, lost: TimelineSession[]): void {
    const { name } = of;
    const waited = waits.get(name) ?? (wasEndedWaiting(step, lost) ? step.lastWait : undefined);
    if (!waited) {
      this.#recordEnd(of, step.text);
      return;
    }
    this.events.push({ session: name, text: step.text, ...waitingFor(waited) });
    step.recordedWait = waited;
    // In the order in which they began to wait.
    this.#sessions.delete(name);
    this.#sessions.set(name, of);
  }

  #recordEnd(session: TimelineSession, text?: string): void {
    const { name, step } = session;
    if (!step?.results?.ok) return;
    const results: StatementResult[] = withNames(step.results.value, this.nameOf);
    this.events.push({ session: name, ...(text !== undefined && { text }), results });
    session.step = undefined;
  }

  /** A wait that has changed, unless only because a session has released the lock. */
  #recordWait({ name, step }: TimelineSession, wait: Wait | undefined, ended: Set<string>): void {
    if (!step?.recordedWait || !wait) return;
    const left = (names: string[]) => names.filter((other) => !ended.has(other)).sort();
    const known = [...step.recordedWait.sessions, ...step.recordedWait.behind];
    const all = [...wait.sessions, ...wait.behind];
    const isNews = all.some((other) => !known.includes(other)) || left(known).some((other) => !all.includes(other));
    step.recordedWait = wait;
    if (isNews) this.events.push({ session: name, ...waitingFor(wait) });
  }

  async #recordNotifications({ name, session, step }: TimelineSession): Promise<void> {
    if (step || !session.mayListen) return;
    await session.roundTrip();
    const notifications = session.takeNotifications();
    if (notifications.length > 0) this.events.push({ session: name, notifications });
  }
}

function waitingFor({ sessions, behind, event }: Wait): Pick<TimelineEvent, "waitsFor" | "behind" | "waitEvent"> {
  return {
    waitsFor: sessions,
    ...(behind.length > 0 && { behind }),
    ...(event !== undefined && { waitEvent: event }),
  };
}

export function isTimeout(step: RunningStep | undefined): boolean {
  return step?.results?.ok === true && step.results.value.some(({ error }) => TIMED_OUT.test(error?.message ?? ""));
}

/** A wait is part of what happened when it was the reason for an error, or when it ended with the session waited for. */
function wasEndedWaiting(step: RunningStep, lost: TimelineSession[]): boolean {
  const { sessions = [] } = step.lastWait ?? {};
  return sessions.length > 0 && (isTimeout(step) || lost.some(({ name }) => sessions.includes(name)));
}
