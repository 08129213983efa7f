/** Runs the samples of somebody's page again, and judges whether each has the page's outcome. */
import { outcomeOn } from "../content/samples/other-outcome.ts";
import { outcomeText } from "../content/samples/outcome-text.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type { SharedPage } from "../content/samples/samples-file.ts";
import type { Outcome, ProvenSample, ServerError } from "../content/samples/transcript.ts";
import { labelOf, labelsOf, systemOf } from "../content/samples/version.ts";
import { type Machine, majorsOf } from "./machine.ts";
import { masked } from "./masks.ts";
import { acrossVersions } from "./plans-across-versions.ts";
import { provePage, type SampleRun } from "./prove-page.ts";
import { MAY_NOT_RUN, type Proving } from "./sample-runner.ts";
import { newOutcomes } from "./timelines/races.ts";

export type Verdict =
  | { kind: "same" }
  /** The outcomes as text. */
  | { kind: "differs"; was: string; is: string }
  /** A race with an outcome that the page does not list, besides one that it does. */
  | { kind: "further"; was: string; is: string }
  /** Why it can't be compared. */
  | { kind: "unknown"; why: string }
  /** What it needs that the reader did not allow. */
  | { kind: "refused"; why: string }
  /** It is for other versions. */
  | { kind: "elsewhere" };

const FOLLOWS = "what stands above it did not come out as on the page";
const INSUFFICIENT_PRIVILEGE = "42501";
const NEEDS_SUPERUSER = "it needs a superuser: --superuser runs the SQL as one";

export interface Rerunning extends Pick<Proving, "machine" | "folders"> {
  mayRunPrograms: boolean;
  /** See `StrangerServer`. */
  names: ReadonlyMap<string, string>;
}

/** A verdict for each sample, in the page's order. */
export async function rerunPage(page: SharedPage, { names, ...rerunning }: Rerunning): Promise<Verdict[]> {
  const { samples, transcript } = page;
  const proving = { ...rerunning, mayRunShell: false, isStrangers: true, known: transcript, explores: false };
  const runs = await provePage({ file: page.page, samples: [...samples] }, proving);
  const isGuest = rerunning.machine.server.guest !== undefined;
  let follows = false;
  return runs.map((run, index) => {
    const [sample, known] = [samples[index], transcript.samples[index]];
    if (!sample || !known) return { kind: "elsewhere" };
    if (sample.fresh) follows = false;
    const verdict = verdictOn({ sample, known, page, run: renamed(run, names), follows, isGuest }, rerunning.machine);
    // Another result does not affect later samples; a failure, or a sample that was not run, does.
    follows ||= verdict.kind === "unknown" || verdict.kind === "refused";
    follows ||= verdict.kind === "differs" && run.problems.length > 0;
    return verdict;
  });
}

interface Judged {
  sample: DigestedSample;
  known: ProvenSample;
  page: SharedPage;
  run: SampleRun;
  /** True after a sample that failed or was not run: a difference here means nothing. */
  follows: boolean;
  isGuest: boolean;
}

function verdictOn({ sample, known, page, run, follows, isGuest }: Judged, machine: Machine): Verdict {
  const { proven, problems } = run;
  if (!proven) {
    const [problem] = problems;
    if (run.lacks) return { kind: "unknown", why: `it needs ${run.lacks}` };
    if (!problem) return { kind: "elsewhere" };
    const why = [problem.message.replace(/^the sample /, "it "), problem.hint].filter(Boolean).join("; ");
    if (problem.message.endsWith(MAY_NOT_RUN)) return { kind: "refused", why };
    return { kind: "unknown", why: follows ? FOLLOWS : why };
  }
  const label = labelHere(sample, machine);
  const expected = outcomeOn(label, known);
  if (!expected) return { kind: "unknown", why: `the page does not know what it gives on ${label}` };
  const texts = { was: outcomeText(expected), is: outcomeText(proven.outcome) };
  const further = furtherOutcomes(expected, proven.outcome, sample);
  if (further !== undefined) return further ? { kind: "further", ...texts } : { kind: "same" };
  if (isSame(expected, proven.outcome, sample, isFirst(label, page))) return { kind: "same" };
  if (isGuest && lacksRights(expected, proven.outcome)) return { kind: "refused", why: NEEDS_SUPERUSER };
  if (follows) return { kind: "unknown", why: FOLLOWS };
  return { kind: "differs", ...texts };
}

function labelHere({ language }: DigestedSample, machine: Machine): string {
  const system = systemOf(language) ?? "PostgreSQL";
  return labelOf({ system, major: majorsOf(machine)[system] });
}

function isFirst(label: string, { transcript }: SharedPage): boolean {
  return labelsOf(transcript.versions).includes(label);
}

/** Whether a race had an unknown outcome besides a known one; undefined for other samples, and without a known outcome. */
function furtherOutcomes({ races: known }: Outcome, { races }: Outcome, { varies }: DigestedSample) {
  if (!known || !races) return undefined;
  const further = newOutcomes(races, known, varies).length;
  return further === races.length ? undefined : further > 0;
}

/** Between versions, a plan that EXPLAIN only words differently is the same. */
function isSame(expected: Outcome, now: Outcome, { code, varies }: DigestedSample, isFirst: boolean): boolean {
  const keyOf = (outcome: Outcome) => masked(isFirst ? outcome : acrossVersions(outcome, code), varies);
  return keyOf(expected) === keyOf(now);
}

/** True where the first error that the page does not have is a missing privilege. */
function lacksRights(expected: Outcome, now: Outcome): boolean {
  const known = errorsIn(expected).map(({ code, message }) => `${code} ${message}`);
  const first = errorsIn(now).find(({ code, message }) => !known.includes(`${code} ${message}`));
  return first?.code === INSUFFICIENT_PRIVILEGE;
}

function errorsIn({ results = [], events = [] }: Outcome): ServerError[] {
  const all = [...results, ...events.flatMap((event) => event.results ?? [])];
  return all.flatMap(({ error }) => error ?? []);
}

/** Replaces the names that were made for this run by those of the author's server. */
function renamed(run: SampleRun, names: ReadonlyMap<string, string>): SampleRun {
  if (!run.proven || names.size === 0) return run;
  const replaced = (_key: string, value: unknown) =>
    typeof value === "string" ? [...names].reduce((text, [from, to]) => text.replaceAll(from, to), value) : value;
  return { ...run, proven: JSON.parse(JSON.stringify(run.proven), replaced) };
}
