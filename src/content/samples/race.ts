/** A timeline that races: the beginning that its outcomes share, and how each continues. */
import type { Speak } from "../words/words.ts";
import type { Outcome, RaceOutcome, TimelineEvent } from "./transcript.ts";

export interface Race {
  /** What all outcomes begin with. */
  shared: TimelineEvent[];
  /** Behind that, in their order. */
  branches: RaceOutcome[];
  /** How often the timeline was run. */
  runs: number;
}

export function raceOf(outcomes: RaceOutcome[]): Race {
  const [first, ...others] = outcomes.map(({ events }) => events.map((event) => JSON.stringify(event)));
  const isShared = (index: number) => others.every((events) => events[index] === first?.[index]);
  const length = first?.findIndex((_, index) => !isShared(index)) ?? 0;
  const shared = length === -1 ? (first?.length ?? 0) : length;
  return {
    shared: outcomes[0]?.events.slice(0, shared) ?? [],
    branches: outcomes.map((outcome) => ({ ...outcome, events: outcome.events.slice(shared) })),
    runs: outcomes.reduce((sum, { runs }) => sum + runs, 0),
  };
}

/** Stands behind a timeline that always came out the same. */
export function sameText({ openOrder }: Outcome, count: number, speak: Speak): string {
  if (openOrder === undefined) return speak("sameOutcome", { count });
  return speak("sameOutcomeThough", { count, session: openOrder });
}

/** Stands above one of several outcomes, whose number counts from 1. */
export function branchText({ runs, continues }: RaceOutcome, number: number, race: Race, speak: Speak): string {
  const outcome = speak("outcomeOf", { number, outcomes: race.branches.length, runs, count: race.runs });
  return continues ? speak("outcomeGoesOn", { outcome }) : outcome;
}
