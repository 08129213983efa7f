/** Outcomes on other versions: what is kept of them, and what they are made whole with. */
import type { OtherOutcome, Outcome, ProvenSample } from "./transcript.ts";

/** The whole outcome on a version: the sample's own where it is the same; undefined where nothing is known. */
export function outcomeOn(
  label: string,
  { outcome, elsewhere = [] }: Pick<ProvenSample, "outcome" | "elsewhere">,
): Outcome | undefined {
  const other = elsewhere.find(({ on }) => on.includes(label));
  if (!other) return outcome;
  return other.unknown ? undefined : wholeOutcome(other, outcome);
}

export function wholeOutcome({ on: _, unknown: _unknown, ...other }: OtherOutcome, outcome: Outcome): Outcome {
  const { results, ...rest } = other;
  return { ...rest, ...(results && { results: results.map((result, at) => result ?? outcome.results?.[at] ?? {}) }) };
}
