/** The transcript beside a page: `posts/x.md` has `posts/x.proof.json`. */
import type { z } from "zod";
import { failure, type Result, success } from "../content/problems/result.ts";
import { outcomeText } from "../content/samples/outcome-text.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import { type ProvenSample, type RaceOutcome, sealOf, Transcript } from "../content/samples/transcript.ts";
import { masked } from "./masks.ts";
import { addOutcomes, keyOf, newOutcomes } from "./timelines/races.ts";

export function transcriptPath(file: string): string {
  return file.replace(/\.md$/, ".proof.json");
}

/** Reads a transcript's text; one that is broken or edited is a problem. */
export function readTranscript(file: string, text: string): Result<Transcript> {
  const failed = (message: string) => failure({ file, message, hint: "run npm run prove" });
  try {
    const parsed = Transcript.safeParse(JSON.parse(text));
    if (!parsed.success) return failed(`is not a transcript: ${faultsIn(parsed.error)}`);
    if (sealOf(parsed.data) !== parsed.data.seal) return failed("was changed since it was written");
    return success(parsed.data);
  } catch {
    return failed("is not JSON");
  }
}

/** All problems, each with its place. */
function faultsIn({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; ");
}

export function writeTranscript(content: Omit<Transcript, "seal">): string {
  // The seal covers keys in the schema's order, which parsing restores.
  const { data = content } = Transcript.safeParse({ ...content, seal: "" });
  return `${JSON.stringify({ ...data, seal: sealOf(data) }, null, 1)}\n`;
}

export interface Difference {
  /** Labels of the versions on which it differs, if they are not the first. */
  on?: string[];
  /** Of the sample's first line of code, counted from 1 in the content file. */
  line: number;
  was: string;
  is: string;
  /** A race had a new outcome besides the known ones. */
  isFurther: boolean;
  /** True for a timeline whose runs may have different outcomes. */
  mayRace: boolean;
}

/**
 * Compares outcomes with the transcript's. Equal ones are kept as they were; those of a race are added to the known
 * ones.
 */
export function compare(
  samples: DigestedSample[],
  proven: ProvenSample[],
  known: Transcript | undefined,
): { proven: ProvenSample[]; differences: Difference[] } {
  const differences: Difference[] = [];
  const kept = proven.map((now, index) => {
    // Every proven one is a sample of the page.
    const { line, varies } = samples[index] as DigestedSample;
    const before = known?.samples[index];
    const sum = before?.digest === now.digest ? racesOf(before, now, varies) : undefined;
    const isSame = sum ? sum.isSame : before && saysTheSame(before, now, varies);
    if (before && isSame) return { ...now, outcome: before.outcome, ...(before.runs && { runs: before.runs }) };
    const outcome = sum ? { ...now.outcome, races: sum.races } : now.outcome;
    const mayRace = Boolean(before?.runs);
    const was = before ? outcomeText(before.outcome) : "";
    differences.push({ line, was, is: outcomeText(outcome), isFurther: sum?.isFurther ?? false, mayRace });
    return { ...now, outcome };
  });
  return { proven: kept, differences };
}

/** The same code has its statements' ends in the same places. */
export function saysTheSame(before: ProvenSample, now: ProvenSample, varies: string[]): boolean {
  const isMoved = before.ends && before.digest === now.digest && before.ends.join() !== now.ends?.join();
  return !isMoved && masked(before.outcome, varies) === masked(now.outcome, varies);
}

interface RaceSum {
  races: RaceOutcome[];
  isSame: boolean;
  isFurther: boolean;
}

/** All known outcomes of a race with those of further runs; undefined if either has none. */
function racesOf(
  { outcome: before }: ProvenSample,
  { outcome: now }: ProvenSample,
  varies: string[],
): RaceSum | undefined {
  if (!before.races || !now.races) return undefined;
  const continued = (outcomes: RaceOutcome[]) => {
    const outcome = outcomes.find(({ continues }) => continues);
    return outcome && keyOf(outcome, varies);
  };
  const key = continued(now.races);
  const races = addOutcomes(before.races, now.races, varies).map(({ continues: _, ...outcome }) => ({
    ...outcome,
    ...(keyOf(outcome, varies) === key && { continues: true as const }),
  }));
  const goesOnAlike = continued(before.races) === key;
  const isSame = goesOnAlike && newOutcomes(now.races, before.races, varies).length === 0;
  return { races, isSame, isFurther: goesOnAlike && !isSame };
}
