/**
 * Runs the samples of pages on all machines at once, on each one page after the other, and compares the outcomes with the
 * transcripts.
 */

import type { ProvenSample, Transcript } from "../content/samples/transcript.ts";
import { labelOf, type NamedVersions, otherVersions } from "../content/samples/version.ts";
import { withControlPictures } from "../content/text/control-characters.ts";
import { lineDifference } from "../content/text/line-difference.ts";
import type { Machine } from "./machine.ts";
import { runsInTranscript, withKept } from "./other-runs.ts";
import { type FirstRuns, languagesOf, type PageRuns, type PageTranscript, pageTranscript } from "./page-transcript.ts";
import { programFoldersFor } from "./programs/program-folders.ts";
import { type PageSamples, problemsOf, proveAgain, provePage, type SampleRun } from "./prove-page.ts";
import type { Proving } from "./sample-runner.ts";
import { type Difference, saysTheSame, transcriptPath } from "./transcript-file.ts";

export interface ProveOptions {
  /** The first of them is that whose outcomes pages show, unless only others are run. */
  machines: readonly Machine[];
  /** What the site names. */
  named: NamedVersions;
  siteDir: string;
  mayRunShell: boolean;
  /** Nothing is to be written, so that what the transcripts have is compared with, and not examined. */
  check: boolean;
  /** What is known, by content file. */
  transcripts: ReadonlyMap<string, Transcript>;
  /** Such as `2026-11-22`. */
  today: string;
}

export interface PageProof extends PageTranscript {
  file: string;
  /** How many. */
  samples: number;
  /** Of the transcript, relative to the site's folder. */
  path: string;
  /** From the first sample's start to the last one's end, on whatever machine. */
  seconds: number;
}

export async function* provePages(pages: readonly PageSamples[], options: ProveOptions): AsyncGenerator<PageProof> {
  const lanes = new Map(options.machines.map((machine) => [machine, new Lane(machine)]));
  const proofs = pages.map((page) => provePageOnAll(page, lanes, options));
  // What goes wrong is told when it is this page's turn.
  for (const proof of proofs) proof.catch(() => {});
  for (const proof of proofs) yield await proof;
}

/** What runs on one machine, one thing after the other. */
class Lane {
  readonly machine: Machine;
  #last: Promise<unknown> = Promise.resolve();

  constructor(machine: Machine) {
    this.machine = machine;
  }

  run<Value>(job: () => Promise<Value>): Promise<Value> {
    const next = this.#last.then(job);
    this.#last = next.catch(() => {});
    return next;
  }
}

async function provePageOnAll(
  page: PageSamples,
  lanes: ReadonlyMap<Machine, Lane>,
  options: ProveOptions,
): Promise<PageProof> {
  const { file, samples } = page;
  const known = options.transcripts.get(file);
  const clock = new Clock();
  const runs = await runPageOnAll(page, [...lanes.values()], clock, options);
  const made = pageTranscript(page, runs, known, options.today);
  return { file, samples: samples.length, path: transcriptPath(file), ...made, seconds: clock.seconds };
}

/** Other machines wait for the first one's outcomes: they go on with the same one where sessions race. */
async function runPageOnAll(
  page: PageSamples,
  lanes: readonly Lane[],
  clock: Clock,
  options: ProveOptions,
): Promise<PageRuns> {
  const known = options.transcripts.get(page.file);
  const wanted = otherVersions(options.named, languagesOf(page), page.floor);
  const isWanted = ({ machine: { version } }: Lane) =>
    version && wanted.some((one) => labelOf(one) === labelOf(version));
  const firstLane = lanes.find(({ machine }) => !machine.version);
  const first = firstLane
    ? await firstLane.run(() => clock.of(() => proveFirst(page, firstLane.machine, known, options)))
    : fromTranscript(page, known);
  const proving = { known: transcriptOf(first.runs) ?? known, explores: !options.check };
  const ran = await Promise.all(
    lanes.filter(isWanted).map(async (lane) => {
      const { machine } = lane;
      const prove = () => provePage(page, { ...provingOf(page, machine, options), ...proving });
      const runs = await lane.run(() => clock.of(prove));
      return { machine, runs: withKept(page, runs, known, machine.version) };
    }),
  );
  return { first, firstMachine: firstLane?.machine, ran, wanted };
}

/** A page's samples on all machines, to be compared with transcripts; see `pageTranscript`. */
export function runPage(page: PageSamples, options: ProveOptions): Promise<PageRuns> {
  const lanes = options.machines.map((machine) => new Lane(machine));
  return runPageOnAll(page, lanes, new Clock(), options);
}

/** Measures from the first start to the last end. */
class Clock {
  #start = Number.POSITIVE_INFINITY;
  #end = 0;

  async of<Value>(job: () => Promise<Value>): Promise<Value> {
    this.#start = Math.min(this.#start, performance.now());
    const value = await job();
    this.#end = performance.now();
    return value;
  }

  get seconds(): number {
    return Math.max(0, this.#end - this.#start) / 1000;
  }
}

async function proveFirst(
  page: PageSamples,
  machine: Machine,
  known: Transcript | undefined,
  options: ProveOptions,
): Promise<FirstRuns> {
  const proving = { ...provingOf(page, machine, options), known };
  const runs = withKept(page, await provePage(page, proving), known, undefined);
  const problems = problemsOf(runs);
  const repeated = new Map<number, number>();
  if (options.check || problems.length > 0) return { runs, problems, repeated };
  for (const [index, { proven, mayRace }] of runs.entries()) {
    const [sample, before] = [page.samples[index], known?.samples[index]];
    if (!proven || !sample || !mayRace) continue;
    // What was run again before, and came out the same, is as good as before.
    const isKnown = before?.digest === proven.digest && saysTheSame(before, proven, sample.varies);
    const again =
      isKnown && before.runs ? { ok: true as const, value: before.runs } : await proveAgain(page, index, proving);
    if (!again.ok) return { runs, problems: again.problems, repeated };
    repeated.set(index, again.value);
  }
  return { runs, problems, repeated };
}

function fromTranscript({ file, samples }: PageSamples, known: Transcript | undefined): FirstRuns {
  const runs = runsInTranscript(samples, known, undefined);
  const message = "has samples that have changed since they were run on the first version that the site names";
  const problem = { file, message, hint: "run npm run prove without --on" };
  return { runs: runs ?? [], problems: runs ? [] : [problem], repeated: new Map() };
}

function provingOf({ file }: PageSamples, machine: Machine, { siteDir, mayRunShell, check }: ProveOptions): Proving {
  return { machine, mayRunShell, folders: programFoldersFor(siteDir, file, machine.version), explores: !check };
}

/** As far as races need it, whose outcomes are looked up by their place. */
function transcriptOf(runs: readonly SampleRun[]): Pick<Transcript, "samples"> | undefined {
  const samples = runs.map(({ proven }): ProvenSample => proven ?? { digest: "", outcome: {} });
  return samples.length > 0 ? { samples } : undefined;
}

/** The lines that went and those that came, in their order. */
export function differenceText(file: string, { line, on, was, is, isFurther }: Difference): string {
  const lines = lineDifference(withControlPictures(was), withControlPictures(is));
  const where = on ? ` on ${on.join(", ")}` : "";
  const further = isFurther ? " has an outcome that the page does not show: run npm run prove to add it" : "";
  return [`  ${file}:${line}${where}${further}`, ...lines.map(({ sign, text }) => `  ${sign} ${text}`)].join("\n");
}
