/** What came of a page's samples on all machines, put together and compared with the page's transcript. */
import type { Problem } from "../content/problems/problem.ts";
import type { SampleLanguage } from "../content/samples/sample.ts";
import type { ProvenSample, Transcript } from "../content/samples/transcript.ts";
import { labelOf, labelsOf, type Version } from "../content/samples/version.ts";
import type { Machine } from "./machine.ts";
import { differencesElsewhere, elsewhereOf } from "./other-outcomes.ts";
import { type OtherRuns, problemsElsewhere, runsInTranscript, shownOutcomes } from "./other-runs.ts";
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
  const isWhole = firstMachine && ran.length === wanted.length;
  const versions = firstMachine ? versionsOf(languagesOf(page), firstMachine) : (known?.versions ?? {});
  const labels = [...labelsOf(versions), ...others.map(({ version }) => labelOf(version))];
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

export function languagesOf({ samples }: PageSamples): Set<SampleLanguage> {
  return new Set(samples.map(({ language }) => language));
}
