/** A session of a timeline, and what it is at. */
import type { StatementResult } from "../content/samples/transcript.ts";
import { runStatements } from "./run-sql.ts";
import type { Session } from "./session.ts";

/** A step on its way. */
export interface Work {
  text: string;
  results?: StatementResult[];
  fault?: unknown;
  /** The sessions that it was seen to wait for, by name. */
  waitsFor?: string[];
  /** True once it stands among the events as waiting. */
  isNoted: boolean;
}

export interface Lane {
  name: string;
  session: Session;
  /** Undefined while it is idle. */
  work: Work | undefined;
}

/** Begins a step, without waiting for its end. */
export function begin(lane: Lane, text: string): void {
  const work: Work = { text, isNoted: false };
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

export function isBusy({ work }: Lane): boolean {
  return work !== undefined && !work.results && !work.fault;
}

/** Results with sessions by name, where the server knows them by number. */
export function withNames(results: StatementResult[], lanes: Lane[]): StatementResult[] {
  const names = new Map(lanes.map(({ name, session }) => [String(session.pid), name]));
  const named = (text: string) =>
    text.replace(/\b([Pp]rocess) (\d+)/g, (all, word, pid) => (names.has(pid) ? `${word} ${names.get(pid)}` : all));
  return results.map((result) => {
    const { error } = result;
    if (!error) return result;
    const { message, detail } = error;
    return { ...result, error: { ...error, message: named(message), ...(detail && { detail: named(detail) }) } };
  });
}
