/**
 * The steps of several sessions, as a fence writes them, modelled on the tester of isolation levels in PostgreSQL's sources
 * (src/test/isolation):
 *
 *     A: BEGIN;
 *     B: UPDATE job SET state = 'running'
 *        WHERE id = 1;
 *     -- A worker dies here.
 *     A crashes
 */

import type { Problem } from "../problems/problem.ts";
import type { Speak } from "../words/words.ts";
import type { Notification, TimelineEvent } from "./transcript.ts";

export interface TimelineStep {
  /** Missing for a comment. */
  session?: string;
  /** The SQL of a step, or the text of a comment; missing for a crash. */
  text?: string;
  /** Counted from 0 in the fence. */
  line: number;
}

const STEP = /^([\p{L}][\p{L}\p{N}_-]*(?: \d+)?):(?:\s|$)/u;
const CRASH = /^([\p{L}][\p{L}\p{N}_-]*(?: \d+)?) crashes$/u;
const COMMENT = /^--\s*/;
const MOST_SESSIONS = 4;

/** The steps. Other lines are left out; `timelineProblems` reports them. */
export function readTimeline(code: string): TimelineStep[] {
  return readLines(code).steps.map((step) =>
    step.session && step.text !== undefined ? { ...step, text: dedent(step.text, `${step.session}: `.length) } : step,
  );
}

/** The problems of a timeline whose first line is at `line`. */
export function timelineProblems(code: string, { file, line: first }: { file: string; line: number }): Problem[] {
  const { steps, strays } = readLines(code);
  const problem = (line: number, message: string) => ({
    file,
    line: first + line,
    message: `the timeline: ${message}`,
  });
  const sessions = sessionsOf(steps);
  return [
    ...strays.map(({ line, text }) => problem(line, `"${text.slice(0, 40)}" is no step, such as "A: BEGIN;"`)),
    ...(sessions.length > MOST_SESSIONS ? [problem(0, `has more than ${MOST_SESSIONS} sessions`)] : []),
    ...(sessions.length === 0 && strays.length === 0 ? [problem(0, "has no steps")] : []),
    ...steps
      .filter(({ session, text }) => session && text?.trim() === "")
      .map(({ session, line }) => problem(line, `"${session}:" has no SQL`)),
  ];
}

interface Lines {
  steps: TimelineStep[];
  /** Lines that are not steps. */
  strays: { line: number; text: string }[];
}

function readLines(code: string): Lines {
  const lines: Lines = { steps: [], strays: [] };
  code.split("\n").forEach((text, line) => {
    const step = stepIn(text, line);
    const last = lines.steps.at(-1);
    if (step) lines.steps.push(step);
    else if (text.trim() === "") return;
    else if (last?.session && last.text !== undefined && /^\s/.test(text)) last.text += `\n${text}`;
    else lines.strays.push({ line, text });
  });
  return lines;
}

/** Their names, in the order of their first steps. */
export function sessionsOf(steps: readonly { session?: string | undefined }[]): string[] {
  return [...new Set(steps.map(({ session }) => session).filter((name) => name !== undefined))];
}

/** Describes an event that is not a step, or a step that waits; undefined for any other step. */
export function happeningOf(event: TimelineEvent, speak: Speak): string | undefined {
  const { text, results, waitsFor, crashes, disconnected, notifications } = event;
  if (crashes) return speak("crashes");
  if (waitsFor) return waitText(event, text === undefined, speak);
  if (disconnected) return speak("disconnected");
  if (text !== undefined) return undefined;
  if (notifications) return speak("notified");
  return results?.some(({ error }) => error) ? speak("stopsWaiting") : speak("goesOn");
}

/** Describes what the session holds from this event on; undefined if that is nothing, or the same as before. */
export function holdingText({ session, holds }: TimelineEvent, speak: Speak): string | undefined {
  const things = holds?.[session ?? ""] ?? [];
  return things.length > 0 ? speak("holds", { things: speak.list(things) }) : undefined;
}

/** `waits for A, behind B`, with the wait event if it is no lock. */
function waitText({ waitsFor = [], behind, waitEvent }: TimelineEvent, isNow: boolean, speak: Speak): string {
  const sessions = speak.list(waitsFor);
  const event = waitEvent ? ` (${waitEvent})` : "";
  if (!behind) return speak(isNow ? "nowWaitsFor" : "waitsFor", { sessions }) + event;
  return speak(isNow ? "nowWaitsBehind" : "waitsBehind", { sessions, others: speak.list(behind) }) + event;
}

/** In psql's words; the sender goes by its name instead of by its process. */
export function notificationText({ channel, payload, from }: Notification): string {
  const what = payload ? `"${channel}" with payload "${payload}"` : `"${channel}"`;
  return `Asynchronous notification ${what} received${from === undefined ? "" : ` from ${from}`}.`;
}

function stepIn(text: string, line: number): TimelineStep | undefined {
  const crash = CRASH.exec(text.trimEnd())?.[1];
  if (crash) return { session: crash, line };
  if (COMMENT.test(text)) return { text: text.replace(COMMENT, "").trim(), line };
  const [start, session] = STEP.exec(text) ?? [];
  return start && session ? { session, text: text.slice(start.length), line } : undefined;
}

/** Lines below the first lose the indentation that all of them share, up to where the first one's SQL begins. */
function dedent(text: string, start: number): string {
  const [first = "", ...rest] = text.trimEnd().split("\n");
  const shared = Math.min(start, ...rest.map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
  return [first.trim(), ...rest.map((line) => line.slice(shared))].join("\n");
}
