/** A page's samples on other versions than the site's first. */
import type { Problem } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { outcomeOn } from "../content/samples/other-outcome.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type { ProvenSample, Transcript } from "../content/samples/transcript.ts";
import { labelOf, runsOn, type Version } from "../content/samples/version.ts";
import type { SampleRun } from "./prove-page.ts";

export interface OtherRuns {
  version: Version;
  /** Such as `17.10`. */
  exact: string;
  runs: readonly SampleRun[];
}

/** A page's outcomes; where the first version does not run a sample, those of the newest that does. `others` are the newest first. */
export function shownOutcomes(
  { file, samples }: { file: string; samples: readonly DigestedSample[] },
  first: readonly SampleRun[],
  others: readonly OtherRuns[],
): Result<ProvenSample[]> {
  const shown: ProvenSample[] = [];
  for (const [index, { line }] of samples.entries()) {
    const own = first[index]?.proven;
    const other = others.find(({ runs }) => runs[index]?.proven && runs[index]?.problems.length === 0);
    const borrowed = other?.runs[index]?.proven;
    const proven = own ?? (borrowed && other && { ...borrowed, on: labelOf(other.version) });
    if (!proven)
      return failure({
        file,
        line,
        message: "the sample is for none of the versions that it could run on",
        hint: "look at since=…, before=… and the page's postgres",
      });
    shown.push(proven);
  }
  return success(shown);
}

/** On which versions the page is wrong without saying something: those on which a sample could not be run. */
export function problemsElsewhere(others: readonly OtherRuns[]): Problem[] {
  return others.flatMap(({ version, runs }) =>
    runs
      .filter(({ proven, follows }) => !proven && !follows)
      .flatMap(({ problems }) =>
        problems.map((problem) => ({ ...problem, message: `${problem.message}, on ${labelOf(version)}` })),
      ),
  );
}

/** A page's runs on a version as its transcript has them; undefined where that is about other samples, or was never run there. */
export function runsInTranscript(
  samples: readonly DigestedSample[],
  known: Transcript | undefined,
  version: Version | undefined,
): SampleRun[] | undefined {
  const label = version && labelOf(version);
  if (!known || (label && !(label in (known.alsoOn ?? {})))) return undefined;
  if (samples.length !== known.samples.length) return undefined;
  if (samples.some(({ digest }, index) => known.samples[index]?.digest !== digest)) return undefined;
  return samples.flatMap((sample, index) => {
    const kept = known.samples[index];
    if (!kept) return [];
    const { digest, ends, on, ...shown } = kept;
    const isRun = version ? runsOn(sample, { [version.system]: version.major }) : on === undefined;
    const outcome = isRun ? (label ? outcomeOn(label, shown) : shown.outcome) : undefined;
    const problems = isRun && !outcome ? [{ file: "", message: "is unknown" }] : [];
    return {
      proven: outcome && { digest, ...(ends && { ends }), outcome },
      problems,
      follows: !outcome,
      mayRace: false,
    };
  });
}
