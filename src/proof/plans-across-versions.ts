/**
 * Plans as they are compared with those of another version of PostgreSQL: what EXPLAIN only writes otherwise is no difference.
 * docs/proof.md has these rules.
 */
import { isPlan } from "../content/samples/plan.ts";
import type { Outcome, StatementResult, TimelineEvent } from "../content/samples/transcript.ts";

/** `code` is the sample's, which may ask for buffers: since PostgreSQL 18, EXPLAIN ANALYZE shows them anyhow. */
export function acrossVersions(outcome: Outcome, code: string): Outcome {
  const asksForBuffers = /\bbuffers\b/i.test(code);
  const plain = (result: StatementResult): StatementResult => {
    if (!result.rows || !isPlan(result)) return result;
    const lines = result.rows.map(([line]) => line ?? "");
    return { ...result, rows: comparable(lines, asksForBuffers).map((line) => [line]) };
  };
  const ofEvent = (event: TimelineEvent): TimelineEvent =>
    event.results ? { ...event, results: event.results.map(plain) } : event;
  const { results, events, races } = outcome;
  const [first, ...more] = races?.map((race) => ({ ...race, events: race.events.map(ofEvent) })) ?? [];
  return {
    ...outcome,
    ...(results && { results: results.map(plain) }),
    ...(events && { events: events.map(ofEvent) }),
    ...(first && { races: [first, ...more] }),
  };
}

function comparable(lines: string[], asksForBuffers: boolean): string[] {
  const isLeftOut = (line: string) =>
    /^\s*Index Searches: \d+$/.test(line) || (!asksForBuffers && /^\s*Buffers: /.test(line));
  return withNamedOutputs(lines.filter((line) => !isLeftOut(line)).map(withWholeRows));
}

/** `rows=10.50 loops=20` is `rows=10 loops=20` before PostgreSQL 18, which rounds a half to the even number, as C does. */
function withWholeRows(line: string): string {
  return line.replace(/\brows=(\d+\.\d+)(?= loops=)/g, (_, rows) => `rows=${roundedToEven(Number(rows))}`);
}

function roundedToEven(number: number): number {
  const whole = Math.floor(number);
  if (number - whole !== 0.5) return Math.round(number);
  return whole % 2 === 0 ? whole : whole + 1;
}

/** Before PostgreSQL 17, `InitPlan 1 (returns $0)` gives a name to what later is `(InitPlan 1).col1`. */
function withNamedOutputs(lines: string[]): string[] {
  const names = new Map<string, string>();
  const plain = lines.map((line) =>
    line.replace(/^(\s*)(InitPlan \d+) \(returns ([$\d,]+)\)$/, (_, indent, plan, outputs) => {
      for (const [at, output] of outputs.split(",").entries()) names.set(output, `(${plan}).col${at + 1}`);
      return `${indent}${plan}`;
    }),
  );
  return names.size === 0
    ? plain
    : plain.map((line) => line.replace(/\$\d+/g, (output) => names.get(output) ?? output));
}
