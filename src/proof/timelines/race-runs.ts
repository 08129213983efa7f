/** Decides how often to run a timeline that may have several outcomes. */
import type { RaceOutcome } from "../../content/samples/transcript.ts";
import { keyOf, newOutcomes } from "./races.ts";

/** With so many, an outcome of one run in eight is missed once in 25 times. */
const RUNS = 24;
/** If the outcomes are known already. */
const RUNS_WHEN_KNOWN = 3;
/** Until the outcome comes that later samples continue from. */
const MOST_RUNS = 80;
/** Runs at the same time, by turns: which session continues first depends on how backends compete for processors. */
const AT_ONCE = [8, 2];

/** For a timeline in which several sessions continue at once, and which is not marked `races`. */
const RUNS_AGAIN = 16;

/** How many more runs to make, all of which should have the same outcome. */
export function moreRunsAgain(outcomes: RaceOutcome[]): number {
  return runsOf(outcomes) < RUNS_AGAIN ? Math.max(...AT_ONCE) : 0;
}

export function runsOf(outcomes: RaceOutcome[]): number {
  return outcomes.reduce((sum, { runs }) => sum + runs, 0);
}

/**
 * How many more runs to make, given the outcomes so far: all, if nothing is known of the sample or it `explores` a new one;
 * otherwise a few, and more until the outcome comes that later samples continue from.
 */
export function moreRuns(
  known: RaceOutcome[],
  varies: string[],
  explores: boolean,
): (outcomes: RaceOutcome[]) => number {
  const continued = known.find(({ continues }) => continues);
  let rounds = 0;
  return (outcomes) => {
    const runs = runsOf(outcomes);
    if (runs === 0 && known.length > 0) return RUNS_WHEN_KNOWN;
    const atOnce = AT_ONCE[rounds++ % AT_ONCE.length] ?? 1;
    const isNew = known.length === 0 || (explores && newOutcomes(outcomes, known, varies).length > 0);
    if (isNew && runs < RUNS) return Math.min(atOnce, RUNS - runs);
    const isThere = !continued || outcomes.some((outcome) => keyOf(outcome, varies) === keyOf(continued, varies));
    return isThere || runs >= MOST_RUNS ? 0 : atOnce;
  };
}
