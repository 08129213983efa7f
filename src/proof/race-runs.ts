/** How often a timeline is run that can come out in several ways. */
import type { RaceOutcome } from "../content/samples/transcript.ts";
import { keyOf, newOutcomes } from "./races.ts";

/** So that an outcome of which one run in ten is an example is missed once in 68 times. */
const RUNS = 40;
/** Where the outcomes are known already. */
const RUNS_WHEN_KNOWN = 3;
/** While the outcome does not come that the page goes on with. */
const MOST_RUNS = 80;
/** Runs at the same time. */
const AT_ONCE = 8;

/** What to write for a timeline that turned out to race. */
export const RACING =
  "write proof timeline races, and all ways are shown; or let no two sessions wait for the same thing at once";

/**
 * How many more runs to make, given the outcomes so far: all of them where nothing is known of the sample, or where something
 * new came; a few otherwise, and as many as it takes for the outcome with which the page goes on.
 */
export function moreRuns(known: RaceOutcome[], varies: string[]): (outcomes: RaceOutcome[]) => number {
  const continued = known.find(({ continues }) => continues);
  return (outcomes) => {
    const runs = outcomes.reduce((sum, outcome) => sum + outcome.runs, 0);
    if (runs === 0) return known.length > 0 ? RUNS_WHEN_KNOWN : AT_ONCE;
    const isNew = known.length === 0 || newOutcomes(outcomes, known, varies).length > 0;
    if (isNew && runs < RUNS) return Math.min(AT_ONCE, RUNS - runs);
    const isThere = !continued || outcomes.some((outcome) => keyOf(outcome, varies) === keyOf(continued, varies));
    return isThere || runs >= MOST_RUNS ? 0 : AT_ONCE;
  };
}
