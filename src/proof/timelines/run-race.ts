/** Runs a timeline many times, each on a copy of the page's database, since it can come out in several ways. */
import type { Result } from "../../content/problems/result.ts";
import type { TimelineStep } from "../../content/samples/timeline.ts";
import type { RaceOutcome, TimelineEvent } from "../../content/samples/transcript.ts";
import type { SampleDatabase } from "../postgres/sample-database.ts";
import { addOutcomes, keyOf } from "./races.ts";
import { runTimeline, type TimelineOptions } from "./run-timeline.ts";

export interface RaceOptions extends Omit<TimelineOptions, "observes"> {
  varies: string[];
  /**
   * How many more runs to make, all at once, after those that had these outcomes; 0 ends it. Who goes on first varies more where
   * backends compete for processors.
   */
  more: (outcomes: RaceOutcome[]) => number;
}

/** The outcomes that came, and for each the database as one of its runs left it, which the caller discards. */
export interface RaceRuns {
  outcomes: RaceOutcome[];
  /** See `Outcome`. */
  openOrder: string | undefined;
  /** By `keyOf` of the outcome. */
  databases: Map<string, SampleDatabase>;
}

/** Nobody may be connected to the database. */
export async function runRace(
  steps: TimelineStep[],
  database: SampleDatabase,
  { varies, more, ...options }: RaceOptions,
): Promise<Result<RaceRuns>> {
  const databases = new Map<string, SampleDatabase>();
  let outcomes: RaceOutcome[] = [];
  let openOrder: string | undefined;
  let copies = 0;
  const runOnce = async (): Promise<Result<undefined>> => {
    const copy = await database.copy(++copies);
    const run = await runTimeline(steps, copy, { ...options, observes: false });
    if (!run.ok) {
      await copy.discard();
      return run;
    }
    openOrder ??= run.value.openOrder;
    const outcome = { events: underName(run.value.events, copy.name, database.name), runs: 1 };
    outcomes = addOutcomes(outcomes, [outcome], varies);
    const key = keyOf(outcome, varies);
    if (databases.has(key)) await copy.discard();
    else databases.set(key, copy);
    return { ok: true, value: undefined };
  };
  for (let count = more([]); count > 0; count = more(outcomes)) {
    const failed = await firstFailure(Array.from({ length: count }, runOnce));
    if (!failed) continue;
    for (const copy of databases.values()) await copy.discard();
    return failed;
  }
  return { ok: true, value: { outcomes, openOrder, databases } };
}

/** When all have ended. */
async function firstFailure(runs: Promise<Result<undefined>>[]) {
  const settled = await Promise.allSettled(runs);
  for (const run of settled) if (run.status === "rejected") throw run.reason;
  return (await Promise.all(runs)).find((run) => !run.ok);
}

/** A copy goes by the name of what it is a copy of. */
function underName(events: TimelineEvent[], copy: string, original: string): TimelineEvent[] {
  return events.map((event) => JSON.parse(JSON.stringify(event).replaceAll(copy, original)));
}
