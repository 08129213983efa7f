/** Runs the samples of one page, in their order, and gives what came out. */
import type { Problem } from "../content/problems/problem.ts";
import type { Result } from "../content/problems/result.ts";
import type { Needs } from "../content/samples/needs.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type { ProvenSample, RaceOutcome } from "../content/samples/transcript.ts";
import { runsOn } from "../content/samples/version.ts";
import { majorsOf } from "./machine.ts";
import { lackOf } from "./programs/tools.ts";
import { type Proving, SampleRunner } from "./sample-runner.ts";

export interface PageSamples {
  /** The content file. */
  file: string;
  samples: DigestedSample[];
  /** The oldest PostgreSQL on which they are run; undefined for all that the site names. */
  floor?: number | undefined;
  /** What they need of the machine. */
  needs?: Needs | undefined;
}

/** What came of a sample on one machine. */
export interface SampleRun {
  /** Undefined where the machine's version does not run it, or it could not be run. */
  proven: ProvenSample | undefined;
  /** See `Attempt`. */
  problems: readonly Problem[];
  /** True behind a sample with a problem, up to one that begins afresh: what came of it says nothing where it differs. */
  follows: boolean;
  /** See `Attempt`. */
  mayRace: boolean;
  /** What the machine lacks for it, or for a sample above it: `Java 21, and this machine has 17.0.9`. */
  lacks?: string;
}

/** Runs all samples, whatever becomes of any. */
export async function provePage({ file, samples, needs = {} }: PageSamples, proving: Proving): Promise<SampleRun[]> {
  const runs: SampleRun[] = [];
  let lacks: string | undefined;
  const runner = new SampleRunner(file, proving);
  const majors = majorsOf(proving.machine);
  let follows = false;
  try {
    for (const [index, sample] of samples.entries()) {
      if (!runsOn(sample, majors)) {
        runs.push({ proven: undefined, problems: [], follows: false, mayRace: false });
        continue;
      }
      if (sample.fresh) {
        follows = false;
        lacks = undefined;
      }
      // What is below depends on it.
      lacks ??= lackOf(sample.language, needs);
      if (lacks) {
        runs.push({ proven: undefined, problems: [], follows: false, mayRace: false, lacks });
        continue;
      }
      const { outcome, ends, problems, mayRace } = await runner.run(
        sample,
        knownOutcomes(sample, proving.known?.samples[index]),
      );
      const { digest } = sample;
      const proven = outcome && { digest, ...(ends && { ends }), outcome };
      runs.push({ proven, problems, follows, mayRace });
      follows ||= problems.length > 0;
    }
    return runs;
  } finally {
    await runner.clear();
  }
}

/** Those that nothing above has caused. */
export function problemsOf(runs: readonly SampleRun[]): Problem[] {
  return runs.flatMap(({ problems, follows }) => (follows ? [] : problems));
}

/** Runs a sample many times, behind those before it. Gives how often, or a problem where it came out in several ways. */
export async function proveAgain(
  { file, samples }: PageSamples,
  index: number,
  proving: Proving,
): Promise<Result<number>> {
  const runner = new SampleRunner(file, proving);
  try {
    const majors = majorsOf(proving.machine);
    for (const before of samples.slice(0, index).filter((sample) => runsOn(sample, majors))) {
      const { problems } = await runner.run(before, []);
      if (problems.length > 0) return { ok: false, problems };
    }
    const sample = samples[index];
    return sample ? await runner.repeat(sample) : { ok: true, value: 0 };
  } finally {
    await runner.clear();
  }
}

function knownOutcomes({ digest }: DigestedSample, known: ProvenSample | undefined): RaceOutcome[] {
  return known?.digest === digest ? (known.outcome.races ?? []) : [];
}
