/** A sample's outcomes on other versions: what is the same as on the first one, what differs, and what nobody can tell. */
import { outcomeOn } from "../content/samples/other-outcome.ts";
import { outcomeText } from "../content/samples/outcome-text.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type {
  OtherOutcome,
  Outcome,
  ProvenSample,
  StatementResult,
  Transcript,
} from "../content/samples/transcript.ts";
import { labelOf } from "../content/samples/version.ts";
import { masked } from "./masks.ts";
import type { OtherRuns } from "./other-runs.ts";
import { acrossVersions } from "./plans-across-versions.ts";
import type { SampleRun } from "./prove-page.ts";
import { newOutcomes } from "./timelines/races.ts";
import { type Difference, saysTheSame } from "./transcript-file.ts";

/** What is known of a sample on another version: its outcome, which may be the first one's, or that it is unknown. */
type State = Outcome | "unknown" | undefined;

/**
 * What a sample's transcript keeps of other versions. `known` is what it has so far, whose words stay where they say the same.
 */
export function elsewhereOf(
  sample: DigestedSample,
  index: number,
  shown: ProvenSample,
  others: readonly OtherRuns[],
  known: ProvenSample | undefined,
): OtherOutcome[] {
  const before = known?.digest === shown.digest ? known : undefined;
  const found: { label: string; state: State }[] = others.map(({ version, runs }) => {
    const label = labelOf(version);
    const isOther = version.system === "PostgreSQL";
    return { label, state: stateOf(sample, shown, runs[index], before && outcomeOn(label, before), isOther) };
  });
  const groups: { on: string[]; state: Exclude<State, undefined> }[] = [];
  for (const { label, state } of found) {
    if (state === undefined || label === shown.on) continue;
    const alike = groups.find((group) => keyOf(group.state, sample.varies) === keyOf(state, sample.varies));
    if (alike) alike.on.push(label);
    else groups.push({ on: [label], state });
  }
  return groups.map(({ on, state }) =>
    state === "unknown"
      ? { on: [on[0] ?? "", ...on.slice(1)], unknown: true as const }
      : { on: [on[0] ?? "", ...on.slice(1)], ...shortened(state, shown.outcome, sample) },
  );
}

/** Undefined for what is the same, or not run there; `isOther` where it ran on another PostgreSQL. */
function stateOf(
  { varies, code }: DigestedSample,
  shown: ProvenSample,
  run: SampleRun | undefined,
  before: Outcome | undefined,
  isOther: boolean,
): State {
  if (!run?.proven) return run && run.problems.length > 0 ? "unknown" : undefined;
  const plain = (of: ProvenSample) => (isOther ? { ...of, outcome: acrossVersions(of.outcome, code) } : of);
  if (isSameElsewhere(plain(shown), plain(run.proven), varies)) return undefined;
  if (run.follows) return "unknown";
  return before && masked(before, varies) === masked(run.proven.outcome, varies) ? before : run.proven.outcome;
}

/** Of races, a version on which only known outcomes came differs in nothing. */
function isSameElsewhere(shown: ProvenSample, there: ProvenSample, varies: string[]): boolean {
  const [known, races] = [shown.outcome.races, there.outcome.races];
  if (known && races) return newOutcomes(races, known, varies).length === 0;
  return saysTheSame({ ...there, digest: shown.digest }, shown, varies);
}

function keyOf(state: Exclude<State, undefined>, varies: string[]): string {
  return state === "unknown" ? state : masked(state, varies);
}

/** Without the results that are the same. */
function shortened(
  outcome: Outcome,
  { results: shown }: Outcome,
  { varies, code }: DigestedSample,
): Omit<OtherOutcome, "on"> {
  const { results, ...rest } = outcome;
  if (!results || results.length !== shown?.length) return outcome;
  const key = (of: StatementResult[]) => masked(acrossVersions({ results: of }, code), varies);
  const isSame = (result: StatementResult, at: number) => key([result]) === key(shown.slice(at, at + 1));
  return { ...rest, results: results.map((result, at) => (isSame(result, at) ? null : result)) };
}

const UNKNOWN = "unknown, since a sample above failed as nobody announced\n";

/** What is not as the transcript has it on these versions: alike ones are told once. */
export function differencesElsewhere(
  samples: readonly DigestedSample[],
  now: readonly ProvenSample[],
  known: Transcript | undefined,
  labels: readonly string[],
): Difference[] {
  return samples.flatMap(({ line, varies }, index) => {
    const found: (Difference & { on: string[] })[] = [];
    const [is, was] = [now[index], known?.samples[index]];
    for (const on of labels.filter((label) => is && label !== is.on)) {
      if (!is || isKept(on, is, was, known, varies)) continue;
      const before = was && on in (known?.alsoOn ?? {}) ? textOn(on, was) : outcomeText(is.outcome);
      const after = textOn(on, is);
      const alike = found.find((one) => one.was === before && one.is === after);
      if (alike) alike.on.push(on);
      else found.push({ on: [on], line, was: before, is: after, isFurther: false, mayRace: false });
    }
    return found;
  });
}

/** Of a version that was never run, what is the same as on the first one is no news. */
function isKept(
  label: string,
  now: ProvenSample,
  before: ProvenSample | undefined,
  known: Transcript | undefined,
  varies: string[],
): boolean {
  const keyIn = (sample: ProvenSample) => {
    const outcome = outcomeOn(label, sample);
    return outcome ? masked(outcome, varies) : UNKNOWN;
  };
  const isSame = !now.elsewhere?.some(({ on }) => on.includes(label));
  if (!before || before.digest !== now.digest || !(label in (known?.alsoOn ?? {}))) return isSame;
  const wasSame = !before.elsewhere?.some(({ on }) => on.includes(label));
  return (isSame && wasSame) || keyIn(before) === keyIn(now);
}

function textOn(label: string, sample: ProvenSample): string {
  const outcome = outcomeOn(label, sample);
  return outcome ? outcomeText(outcome) : UNKNOWN;
}
