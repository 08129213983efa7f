/** What may differ between two runs of one sample, masked, so that the rest can be compared. docs/proof.md has these rules. */
import { isPlan, type Outcome, type StatementResult } from "../content/samples/transcript.ts";

const MASK = "…";
/** Numbers that a server gives out as it goes: in errors, their details and notices. */
const COUNTERS = /\b(transaction|relation|database|[Pp]rocess|PID|tuple) (\d+|\(\d+,\d+\))/g;

/** In plans: times, memory and costs. What was read counts, wherever it was read from. */
const PLAN_RULES: [RegExp, string][] = [
  [/cost=[\d.]+/g, `cost=${MASK}`],
  [/time=[\d.]+/g, `time=${MASK}`],
  [/((?:Planning|Execution|JIT) Time|Timing): .*/g, `$1: ${MASK}`],
  [/\d+kB/g, `${MASK}kB`],
  [/ (hit|read|dirtied|written)=\d+/g, ""],
];

/** Equal for two outcomes that say the same; `varies` is what the sample's fence says of them. */
export function masked(outcome: Outcome, varies: string[]): string {
  const all = varies.includes("all");
  const numbers = varies.includes("numbers");
  const text = (value: string) => (all ? MASK : numbers ? value.replace(/\d+([.,]\d+)*/g, MASK) : value);
  const { results, events, output, exit } = outcome;
  const maskResult = (result: StatementResult) => maskedResult(result, varies, text);
  return JSON.stringify({
    results: results?.map(maskResult),
    events: events?.map((event) => ({ ...event, results: event.results?.map(maskResult) })),
    output: output === undefined ? undefined : text(output),
    exit,
  });
}

function maskedResult(result: StatementResult, varies: string[], text: (value: string) => string): StatementResult {
  const { notices, columns, rows, error } = result;
  const message = (value: string) => text(value.replace(COUNTERS, `$1 ${MASK}`));
  const plan = isPlan(result);
  const cell = (value: string | null, index: number) => {
    if (value === null) return null;
    if (plan) return text(planLine(value));
    return varies.includes(columns?.[index]?.name ?? "") ? MASK : text(value);
  };
  return {
    ...result,
    ...(notices && { notices: notices.map(message) }),
    ...(rows && { rows: (plan ? withoutPlanning(rows) : rows).map((row) => row.map(cell)) }),
    ...(error && {
      error: { ...error, message: message(error.message), ...(error.detail && { detail: message(error.detail) }) },
    }),
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
