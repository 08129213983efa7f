/** A timeline that came out in several ways: what all of them begin with, and how each goes on. */
import type { RaceOutcome, TimelineEvent } from "./transcript.ts";

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
