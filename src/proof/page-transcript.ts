/** What came of a page's samples on all machines, put together and compared with the page's transcript. */
import type { Problem } from "../content/problems/problem.ts";
import type { SampleLanguage } from "../content/samples/languages.ts";
import type { ProvenSample, Transcript } from "../content/samples/transcript.ts";
import { labelOf, labelsOf, type Version, versionOf } from "../content/samples/version.ts";
import type { Machine } from "./machine.ts";
import { sqliteVersion } from "./node-release.ts";
import { differencesElsewhere, elsewhereOf } from "./other-outcomes.ts";
import { type OtherRuns, problemsElsewhere, runsInTranscript, shownOutcomes } from "./other-runs.ts";
import { toolsFor } from "./programs/tools.ts";
import type { PageSamples, SampleRun } from "./prove-page.ts";
import { compare, type Difference, writeTranscript } from "./transcript-file.ts";

export interface FirstRuns {
  runs: readonly SampleRun[];
  problems: readonly Problem[];
  /** How often those came out the same that were run again, by index. */
  repeated: ReadonlyMap<number, number>;
}

export interface PageRuns {
  first: FirstRuns;
  firstMachine: Machine | undefined;
  ran: readonly { machine: Machine; runs: SampleRun[] }[];
  /** The other versions on which the page is to be run, the newest first. */
  wanted: readonly Version[];
}

/** A page's transcript as it should be, and what is new in it. */
export interface PageTranscript {
  /** Labels of the versions, beside the first, that samples were run on this time. */
  on: readonly string[];
  /** Empty where there are problems with the first version. */
  text: string;
  differences: Difference[];
  problems: readonly Problem[];
  /** The samples that were not run, as the transcript still has them, since the machine lacks something. */
  notRun: readonly NotRun[];
}

export interface NotRun {
  /** Of the first one's code, counted from 1 in the content file. */
  line: number;
  /** How many, one below the other. */
  count: number;
  /** See `SampleRun`. */
  lacks: string;
}

/** `known` is the transcript so far; `today` is such as `2026-11-22`. */
export function pageTranscript(
  page: PageSamples,
  { first, firstMachine, ran, wanted }: PageRuns,
  known: Transcript | undefined,
  today: string,
): PageTranscript {
  const { samples } = page;
  const on = ran.flatMap(({ machine: { version } }) => (version ? [labelOf(version)] : []));
  const notRun = notRunOf(page, first.runs);
  const failed = (problems: readonly Problem[]) => ({ on, text: "", differences: [], problems, notRun });
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
  if (!shown.ok) {
    const elsewhere = problemsElsewhere(runsOf(true));
    return failed(elsewhere.length > 0 ? elsewhere : shown.problems);
  }
  const { proven, differences } = compare(samples, shown.value, known);
  const others = runsOf(differences.length === 0);
  const whole = proven.map((sample, index): ProvenSample => {
    const [of, runs] = [samples[index], first.repeated.get(index)];
    const [one, ...more] = of ? elsewhereOf(of, index, sample, others, known?.samples[index]) : [];
    return { ...sample, ...(runs && { runs }), ...(one && { elsewhere: [one, ...more] }) };
  });
  const isWhole = firstMachine && ran.length === wanted.length && notRun.length === 0;
  const versions = firstMachine ? versionsOf(page, first.runs, firstMachine, known) : (known?.versions ?? {});
  const labels = [
    ...labelsOf(versions).filter((label) => versionOf(label)),
    ...others.map(({ version }) => labelOf(version)),
  ];
  const provenOn = Object.fromEntries(labels.map((label) => [label, known?.provenOn?.[label] ?? today]));
  const text = writeTranscript({
    checked: isWhole || !known ? today : known.checked,
    versions,
    ...(others.length > 0 && { provenOn }),
    ...(others.length > 0 && {
      alsoOn: Object.fromEntries(others.map(({ version, exact }) => [labelOf(version), exact])),
    }),
    samples: whole,
  });
  const further = differencesElsewhere(samples, whole, known, on);
  return { on, text, differences: [...differences, ...further], problems: problemsElsewhere(others), notRun };
}

function exactVersion({ system }: Version, { server, node }: Machine): string {
  return system === "PostgreSQL" ? server.version : node.version;
}

/** Those of samples that were not run are as the transcript has them. */
function versionsOf(
  page: PageSamples,
  runs: readonly SampleRun[],
  { server, node }: Machine,
  known: Transcript | undefined,
): Record<string, string> {
  const languages = languagesOf(page);
  const tools = new Map<string, string>();
  for (const language of languages) {
    const ran = page.samples.some((sample, at) => sample.language === language && !runs[at]?.lacks);
    for (const { name, version } of ran ? toolsFor(language, page.needs ?? {}) : [])
      if (version) tools.set(name, version);
  }
  const before = runs.some(({ lacks }) => lacks) ? Object.entries(known?.versions ?? {}) : [];
  const own = {
    ...((languages.has("sql") || languages.has("psql")) && { PostgreSQL: server.version }),
    ...((languages.has("ts") || languages.has("js")) && { Node: node.version }),
    ...(languages.has("sqlite") && { SQLite: sqliteVersion(node) }),
  };
  return { ...own, ...Object.fromEntries([...before.filter(([name]) => !(name in own)), ...tools]) };
}

function notRunOf({ samples }: PageSamples, runs: readonly SampleRun[]): NotRun[] {
  const found: NotRun[] = [];
  for (const [index, { lacks }] of runs.entries()) {
    if (!lacks) continue;
    const last = found.at(-1);
    if (last && runs[index - 1]?.lacks === lacks) last.count++;
    else found.push({ line: samples[index]?.line ?? 1, count: 1, lacks });
  }
  return found;
}

export function languagesOf({ samples }: PageSamples): Set<SampleLanguage> {
  return new Set(samples.map(({ language }) => language));
}
