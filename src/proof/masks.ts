/** Masks what may differ between two runs of one sample, so that the rest can be compared. docs/proof.md has these rules. */
import { isPlan } from "../content/samples/plan.ts";
import type {
  Notification,
  Outcome,
  Response,
  ServerError,
  StatementResult,
  TimelineEvent,
} from "../content/samples/transcript.ts";

const MASK = "…";
/** Numbers that a server gives out as it goes: in errors, their details and notices. */
const COUNTERS = /\b(transaction|relation|database|[Pp]rocess|PID|tuple) (\d+|\(\d+,\d+\))/g;

/** What psql prints after `\timing`. */
const TIMING = /^(Time: )[\d.,]+ ms( \([\d:.]+\))?$/gm;
/** Rust's panics name the system's number of the thread. */
const PANIC = /^(thread '.*') \(\d+\) panicked/gm;
/** Headers of an answer that say when it was given. */
const OF_THE_MOMENT = new Set(["date", "age", "expires", "last-modified"]);

/** In plans: times, memory and costs. What was read counts, wherever it was read from. */
const PLAN_RULES: [RegExp, string][] = [
  [/cost=[\d.]+/g, `cost=${MASK}`],
  [/time=[\d.]+/g, `time=${MASK}`],
  [/((?:Planning|Execution|JIT) Time|Timing): .*/g, `$1: ${MASK}`],
  [/\d+kB/g, `${MASK}kB`],
  [/ (hit|read|dirtied|written)=\d+/g, ""],
];

/** Equal for two outcomes that say the same; `varies` is what the sample's fence says of them. How often is no part of it. */
export function masked(outcome: Outcome, varies: string[]): string {
  const { results, events, races, openOrder, output, exit, response } = outcome;
  return JSON.stringify({
    results: results?.map((result) => maskedResult(result, varies)),
    events: events?.map((event) => maskedEvent(event, varies)),
    races: races?.map((race) => race.events.map((event) => maskedEvent(event, varies))),
    openOrder,
    output: output === undefined ? undefined : maskOutput(output, varies),
    exit,
    response: response && maskedResponse(response, varies),
  });
}

/** The same for something that happened in a timeline. */
export function maskedEvent(event: TimelineEvent, varies: string[]): TimelineEvent {
  const { results, disconnected, notifications } = event;
  return {
    ...event,
    ...(results && { results: results.map((result) => maskedResult(result, varies)) }),
    ...(disconnected && { disconnected: maskedError(disconnected, varies) }),
    ...(notifications && { notifications: notifications.map((came) => maskedNotification(came, varies)) }),
  };
}

function maskOutput(text: string, varies: string[]): string {
  return maskText(text.replace(TIMING, `$1${MASK}`).replace(PANIC, `$1 (${MASK}) panicked`), varies);
}

/** Names of headers are the same in any case. */
function maskedResponse({ status, headers, body }: Response, varies: string[]): Response {
  const names = new Set(varies.map((name) => name.toLowerCase()));
  const isMasked = (name: string) => OF_THE_MOMENT.has(name.toLowerCase()) || names.has(name.toLowerCase());
  return {
    status,
    headers: headers.map(([name, value]) => [name, isMasked(name) ? MASK : maskText(value, varies)]),
    body: names.has("body") ? MASK : maskText(body, varies),
  };
}

function maskText(text: string, varies: string[]): string {
  if (varies.includes("all")) return MASK;
  return varies.includes("numbers") ? text.replace(/\d+([.,]\d+)*/g, MASK) : text;
}

function maskMessage(text: string, varies: string[]): string {
  return maskText(text.replace(COUNTERS, `$1 ${MASK}`), varies);
}

function maskedError(error: ServerError, varies: string[]): ServerError {
  const { message, detail } = error;
  return {
    ...error,
    message: maskMessage(message, varies),
    ...(detail && { detail: maskMessage(detail, varies) }),
  };
}

function maskedNotification(notification: Notification, varies: string[]): Notification {
  return { ...notification, payload: maskText(notification.payload, varies) };
}

function maskedResult(result: StatementResult, varies: string[]): StatementResult {
  const { notices, columns, rows, error, reply, notifications } = result;
  const plan = isPlan(result);
  const cell = (value: string | null, index: number) => {
    if (value === null) return null;
    if (plan) return maskText(planLine(value), varies);
    return varies.includes(columns?.[index]?.name ?? "") ? MASK : maskText(value, varies);
  };
  return {
    ...result,
    ...(notices && { notices: notices.map((notice) => maskMessage(notice, varies)) }),
    ...(rows && { rows: (plan ? withoutPlanning(rows) : rows).map((row) => row.map(cell)) }),
    ...(error && { error: maskedError(error, varies) }),
    ...(reply !== undefined && { reply: maskText(reply, varies) }),
    ...(notifications && { notifications: notifications.map((came) => maskedNotification(came, varies)) }),
  };
}

function planLine(line: string): string {
  const buffers = /^\s*Buffers: /.test(line) ? bufferSum(line) : line;
  return PLAN_RULES.reduce((text, [pattern, mask]) => text.replace(pattern, mask), buffers);
}

/** `shared hit=3 read=1` is `shared 4`. */
function bufferSum(line: string): string {
  const sum = [...line.matchAll(/\b(?:hit|read)=(\d+)/g)].reduce((total, [, count]) => total + Number(count), 0);
  return `${/^\s*/.exec(line)?.[0]}Buffers: ${sum}`;
}

/** What planning read depends on what was planned before. */
function withoutPlanning(rows: (string | null)[][]): (string | null)[][] {
  const start = rows.findIndex(([line]) => line === "Planning:");
  return start === -1
    ? rows
    : rows.filter(([line], index) => index < start || (index > start && !line?.startsWith(" ")));
}
