/**
 * Runs the samples of pages on all machines at once, on each one page after the other, and compares the outcomes with the
 * transcripts.
 */

import type { Problem } from "../content/problems/problem.ts";
import type { SampleLanguage } from "../content/samples/sample.ts";
import type { ProvenSample, Transcript } from "../content/samples/transcript.ts";
import { labelOf, type NamedVersions, otherVersions, type Version } from "../content/samples/version.ts";
import { withControlPictures } from "../content/text/control-characters.ts";
import { lineDifference } from "../content/text/line-difference.ts";
import type { Machine } from "./machine.ts";
import { differencesElsewhere, elsewhereOf } from "./other-outcomes.ts";
import { type OtherRuns, problemsElsewhere, runsInTranscript, shownOutcomes } from "./other-runs.ts";
import {
  type PageSamples,
  type Proving,
  problemsOf,
  programFoldersFor,
  proveAgain,
  provePage,
  type SampleRun,
} from "./prove-page.ts";
import { compare, type Difference, saysTheSame, transcriptPath, writeTranscript } from "./transcript-file.ts";

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

export interface PageProof {
  file: string;
  /** How many. */
  samples: number;
  /** Labels of the versions, beside the first, that they were run on this time. */
  on: readonly string[];
  /** Of the transcript, relative to the site's folder. */
  path: string;
  /** The transcript as it should be. */
  text: string;
  differences: Difference[];
  problems: readonly Problem[];
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

/** Other machines wait for the first one's outcomes: they go on with the same one where sessions race. */
async function provePageOnAll(
  page: PageSamples,
  lanes: ReadonlyMap<Machine, Lane>,
  options: ProveOptions,
): Promise<PageProof> {
  const { file, samples } = page;
  const known = options.transcripts.get(file);
  const languages = new Set(samples.map(({ language }) => language));
  const wanted = otherVersions(options.named, languages, page.floor);
  const isWanted = ({ machine: { version } }: Lane) =>
    version && wanted.some((one) => labelOf(one) === labelOf(version));
  const all = [...lanes.values()];
  const firstLane = all.find(({ machine }) => !machine.version);

  const clock = new Clock();
  const first = firstLane
    ? await firstLane.run(() => clock.of(() => proveFirst(page, firstLane.machine, known, options)))
    : fromTranscript(page, known);
  const proving = { known: transcriptOf(first.runs) ?? known, explores: !options.check };
  const ran = await Promise.all(
    all.filter(isWanted).map(async (lane) => {
      const { machine } = lane;
      const runs = await lane.run(() =>
        clock.of(() => provePage(page, { ...provingOf(page, machine, options), ...proving })),
      );
      return { machine, runs };
    }),
  );
  const made = pageTranscript(
    page,
    { first, firstMachine: firstLane?.machine, ran, known, wanted, languages },
    options,
  );
  return { file, samples: samples.length, path: transcriptPath(file), ...made, seconds: clock.seconds };
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

interface FirstRuns {
  runs: readonly SampleRun[];
  problems: readonly Problem[];
  /** How often those came out the same that were run again, by index. */
  repeated: ReadonlyMap<number, number>;
}

async function proveFirst(
  page: PageSamples,
  machine: Machine,
  known: Transcript | undefined,
  options: ProveOptions,
): Promise<FirstRuns> {
  const proving = { ...provingOf(page, machine, options), known };
  const runs = await provePage(page, proving);
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

interface PageRuns {
  first: FirstRuns;
  firstMachine: Machine | undefined;
  ran: readonly { machine: Machine; runs: SampleRun[] }[];
  known: Transcript | undefined;
  wanted: readonly Version[];
  languages: ReadonlySet<SampleLanguage>;
}

function pageTranscript(
  page: PageSamples,
  { first, firstMachine, ran, known, wanted, languages }: PageRuns,
  { today }: ProveOptions,
): Pick<PageProof, "on" | "text" | "differences" | "problems"> {
  const { samples } = page;
  const on = ran.flatMap(({ machine: { version } }) => (version ? [labelOf(version)] : []));
  const failed = (problems: readonly Problem[]) => ({ on, text: "", differences: [], problems });
  if (first.problems.length > 0) return failed(first.problems);
  // What was not run this time is as the transcript has it, unless the first version's outcomes have changed.
  const runsOf = (keepsOthers: boolean) =>
    wanted.flatMap((version): OtherRuns[] => {
      const now = ran.find(({ machine }) => machine.version && labelOf(machine.version) === labelOf(version));
      if (now) return [{ version, exact: exactVersion(version, now.machine), runs: now.runs }];
      const runs = keepsOthers ? runsInTranscript(samples, known, version) : undefined;
      return runs ? [{ version, exact: known?.alsoOn?.[labelOf(version)] ?? "", runs }] : [];
    });
  const shown = shownOutcomes(page, first.runs, runsOf(true));
  if (!shown.ok) return failed(shown.problems);
  const { proven, differences } = compare(samples, shown.value, known);
  const others = runsOf(differences.length === 0);
  const whole = proven.map((sample, index): ProvenSample => {
    const [of, runs] = [samples[index], first.repeated.get(index)];
    const [one, ...more] = of ? elsewhereOf(of, index, sample, others, known?.samples[index]) : [];
    return { ...sample, ...(runs && { runs }), ...(one && { elsewhere: [one, ...more] }) };
  });
  const isWhole = firstMachine && ran.length === wanted.length;
  const text = writeTranscript({
    checked: isWhole || !known ? today : known.checked,
    versions: firstMachine ? versionsOf(languages, firstMachine) : (known?.versions ?? {}),
    ...(others.length > 0 && {
      alsoOn: Object.fromEntries(others.map(({ version, exact }) => [labelOf(version), exact])),
    }),
    samples: whole,
  });
  const further = differencesElsewhere(samples, whole, known, on);
  return { on, text, differences: [...differences, ...further], problems: problemsElsewhere(others) };
}

function exactVersion({ system }: Version, { server, node }: Machine): string {
  return system === "PostgreSQL" ? server.version : node.version;
}

function versionsOf(languages: ReadonlySet<SampleLanguage>, { server, node }: Machine): Record<string, string> {
  return {
    ...(languages.has("sql") && { PostgreSQL: server.version }),
    ...((languages.has("ts") || languages.has("js")) && { Node: node.version }),
  };
}

/** The lines that went and those that came, in their order. */
export function differenceText(file: string, { line, on, was, is, isFurther }: Difference): string {
  const lines = lineDifference(withControlPictures(was), withControlPictures(is));
  const where = on ? ` on ${on.join(", ")}` : "";
  const further = isFurther ? " has an outcome that the page does not show: run npm run prove to add it" : "";
  return [`  ${file}:${line}${where}${further}`, ...lines.map(({ sign, text }) => `  ${sign} ${text}`)].join("\n");
}
