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

import type { Notification, TimelineEvent } from "./transcript.ts";

export interface TimelineStep {
  /** Missing for a remark. */
  session?: string;
  /** The SQL of a step, or the text of a remark; missing for a crash. */
  text?: string;
  /** Counted from 0 in the fence. */
  line: number;
}

const STEP = /^([\p{L}][\p{L}\p{N}_-]*(?: \d+)?):(?:\s|$)/u;
const CRASH = /^([\p{L}][\p{L}\p{N}_-]*(?: \d+)?) crashes$/u;
const REMARK = /^--\s*/;
const MOST_SESSIONS = 4;

export function readTimeline(code: string): { steps: TimelineStep[]; faults: { line: number; message: string }[] } {
  const steps: TimelineStep[] = [];
  const faults: { line: number; message: string }[] = [];
  code.split("\n").forEach((text, line) => {
    const step = stepIn(text, line);
    const last = steps.at(-1);
    if (step) steps.push(step);
    else if (text.trim() === "") return;
    else if (last?.session && last.text !== undefined && /^\s/.test(text)) last.text += `\n${text}`;
    else faults.push({ line, message: `"${text.slice(0, 40)}" is no step, such as "A: BEGIN;"` });
  });
  const sessions = sessionsOf(steps);
  if (sessions.length > MOST_SESSIONS) faults.push({ line: 0, message: `has more than ${MOST_SESSIONS} sessions` });
  if (sessions.length === 0 && faults.length === 0) faults.push({ line: 0, message: "has no steps" });
  for (const step of steps) {
    if (step.session && step.text?.trim() === "")
      faults.push({ line: step.line, message: `"${step.session}:" has no SQL` });
    if (step.session && step.text !== undefined) step.text = dedent(step.text, `${step.session}: `.length);
  }
  return { steps, faults };
}

/** Their names, in the order of their first steps. */
export function sessionsOf(steps: readonly { session?: string | undefined }[]): string[] {
  return [...new Set(steps.map(({ session }) => session).filter((name) => name !== undefined))];
}

/** In words, what happens to a session when no step of it is taken; undefined for a step that does not wait. */
export function happeningOf(event: TimelineEvent): string | undefined {
  const { text, results, waitsFor, crashes, disconnected, notifications } = event;
  if (crashes) return "crashes";
  if (waitsFor) return text === undefined ? `now ${waitText(event)}` : waitText(event);
  if (disconnected) return "is disconnected";
  if (text !== undefined) return undefined;
  if (notifications) return "is notified";
  return results?.some(({ error }) => error) ? "stops waiting" : "goes on";
}

/** `waits for A, behind B`; what is waited for is named where it is no lock. */
function waitText({ waitsFor = [], behind, waitEvent }: TimelineEvent): string {
  const queue = behind ? `, behind ${behind.join(" and ")}` : "";
  const event = waitEvent ? ` (${waitEvent})` : "";
  return `waits for ${waitsFor.join(" and ")}${queue}${event}`;
}

/** In psql's words; the sender goes by its name instead of by its process. */
export function notificationText({ channel, payload, from }: Notification): string {
  const what = payload ? `"${channel}" with payload "${payload}"` : `"${channel}"`;
  return `Asynchronous notification ${what} received${from === undefined ? "" : ` from ${from}`}.`;
}

function stepIn(text: string, line: number): TimelineStep | undefined {
  const crash = CRASH.exec(text.trimEnd())?.[1];
  if (crash) return { session: crash, line };
  if (REMARK.test(text)) return { text: text.replace(REMARK, "").trim(), line };
  const [start, session] = STEP.exec(text) ?? [];
  return start && session ? { session, text: text.slice(start.length), line } : undefined;
}

/** Lines below the first lose the indentation that all of them share, up to where the first one's SQL begins. */
function dedent(text: string, start: number): string {
  const [first = "", ...rest] = text.trimEnd().split("\n");
  const shared = Math.min(start, ...rest.map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
  return [first.trim(), ...rest.map((line) => line.slice(shared))].join("\n");
}
