/** A session of a timeline, and the step that it is at. */
import type { Place } from "../../content/problems/problem.ts";
import type { Result } from "../../content/problems/result.ts";
import type { StatementResult } from "../../content/samples/transcript.ts";
import { runStatements } from "../postgres/run-sql.ts";
import type { Session } from "../postgres/session.ts";
import type { Wait } from "./waits.ts";

/** A step that was begun. */
export interface RunningStep {
  text: string;
  place: Place;
  /** Undefined until it has ended. */
  results: Result<StatementResult[]> | undefined;
  /** What it was last seen to wait for. */
  lastWait: Wait | undefined;
  /** Of its transaction, when it was last seen. */
  xid: string | undefined;
  /** The wait as it stands among the timeline's events. */
  recordedWait: Wait | undefined;
}

export interface TimelineSession {
  name: string;
  session: Session;
  /** Undefined while it is idle. */
  step: RunningStep | undefined;
}

/** Begins a step, without waiting for its end. */
export function beginStep(of: TimelineSession, text: string, place: Place): void {
  const step: RunningStep = {
    text,
    place,
    results: undefined,
    lastWait: undefined,
    xid: undefined,
    recordedWait: undefined,
  };
  of.step = step;
  const end = (results: Result<StatementResult[]>) => {
    step.results = results;
  };
  runStatements(text, of.session, place).then(end, (error: Error) => {
    // What is no answer of the server's is a fault of ours, which ends the run with the next look at this step.
    end({ ok: false, problems: [{ ...place, message: `the sample could not run: ${error.message}` }] });
  });
}

export function isBusy({ step }: TimelineSession): boolean {
  return step !== undefined && !step.results;
}

/** Results with sessions by name, where the server knows them by number. */
export function withNames(results: StatementResult[], nameOf: (pid: number) => string | undefined): StatementResult[] {
  const named = (text: string) =>
    text.replace(/\b([Pp]rocess) (\d+)/g, (all, word, pid) => {
      const name = nameOf(Number(pid));
      return name === undefined ? all : `${word} ${name}`;
    });
  return results.map((result) => {
    const { error } = result;
    if (!error) return result;
    const { message, detail } = error;
    return { ...result, error: { ...error, message: named(message), ...(detail && { detail: named(detail) }) } };
  });
}
