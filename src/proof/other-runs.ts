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

/** The versions on which a sample could not be run. */
export function problemsElsewhere(others: readonly OtherRuns[]): Problem[] {
  return others.flatMap(({ version, runs }) =>
    runs
      .filter(({ proven, follows }) => !proven && !follows)
      .flatMap(({ problems }) =>
        problems.map((problem) => ({ ...problem, message: `${problem.message}, on ${labelOf(version)}` })),
      ),
  );
}

/** A page's runs on a version as its transcript has them; undefined if it is about other samples, or was never run there. */
export function runsInTranscript(
  samples: readonly DigestedSample[],
  known: Transcript | undefined,
  version: Version | undefined,
): SampleRun[] | undefined {
  if (samples.length !== known?.samples.length) return undefined;
  const runs = samples.map((sample, index) => keptRun(sample, index, known, version));
  return runs.every((run) => run !== undefined) ? runs : undefined;
}

/**
 * Adds the transcript's runs of samples that the machine lacks something for. It is a problem if the transcript does not have
 * such a sample.
 */
export function withKept(
  { file, samples }: { file: string; samples: readonly DigestedSample[] },
  runs: readonly SampleRun[],
  known: Transcript | undefined,
  version: Version | undefined,
): SampleRun[] {
  return runs.map((run, index): SampleRun => {
    const [sample, { lacks }] = [samples[index], run];
    if (!sample || lacks === undefined) return run;
    const kept = keptRun(sample, index, known, version);
    if (kept) return { ...kept, lacks };
    const { line } = sample;
    const hint = "run npm run prove where it is, and commit the transcript";
    return { ...run, problems: [{ file, line, message: `the sample needs ${lacks}`, hint }] };
  });
}

function keptRun(
  sample: DigestedSample,
  index: number,
  known: Transcript | undefined,
  version: Version | undefined,
): SampleRun | undefined {
  const label = version && labelOf(version);
  const kept = known?.samples[index];
  if (!known || !kept || (label && !(label in (known.alsoOn ?? {})))) return undefined;
  const { digest, ends, on, ...shown } = kept;
  if (digest !== sample.digest) return undefined;
  const isRun = version ? runsOn(sample, { [version.system]: version.major }) : on === undefined;
  const outcome = isRun ? (label ? outcomeOn(label, shown) : shown.outcome) : undefined;
  const problems = isRun && !outcome ? [{ file: "", message: "is unknown" }] : [];
  return { proven: outcome && { digest, ...(ends && { ends }), outcome }, problems, follows: !outcome, mayRace: false };
}
