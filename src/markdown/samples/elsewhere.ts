/** What came out on other versions, folded below an outcome; feeds and the page's Markdown have it open. */
import { wholeOutcome } from "../../content/samples/other-outcome.ts";
import { outcomeText } from "../../content/samples/outcome-text.ts";
import { isPlan } from "../../content/samples/plan.ts";
import type { Sample } from "../../content/samples/sample.ts";
import type { Outcome, ProvenSample, StatementResult } from "../../content/samples/transcript.ts";
import { systemOf, versionsText } from "../../content/samples/version.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import { comparedLines } from "../../content/text/line-difference.ts";
import type { Speak } from "../../content/words/words.ts";
import { type Medium, on } from "../medium.ts";

/** Other versions, and what came out there. */
export interface Elsewhere {
  /** `PostgreSQL 14–16`, and what they have in common. */
  label: string;
  /** For SQL, the results that differ, with gaps in place of others. Undefined if the label says it all. */
  outcome: Outcome | undefined;
}

/** Of a sample that one version alone runs, it says which. */
export function elsewhereOf(sample: Sample, known: ProvenSample | undefined, speak: Speak): Elsewhere[] {
  const range = rangeText(sample, speak);
  const others = known?.elsewhere?.map((other): Elsewhere => {
    const label = versionsText(other.on);
    if (other.unknown) return { label: speak("unknownOn", { versions: label }), outcome: undefined };
    return { label, outcome: wholeOutcome(other, {}) };
  });
  return [...(range ? [{ label: range, outcome: undefined }] : []), ...(others ?? [])];
}

function rangeText({ language, since, before }: Sample, speak: Speak): string {
  const system = systemOf(language) ?? "PostgreSQL";
  const from = since === undefined ? [] : [speak("sinceVersion", { version: `${system} ${since}` })];
  const to = before === undefined ? [] : [speak("beforeVersion", { version: `${system} ${before}` })];
  return [...from, ...to].join(speak("comma"));
}

/** Those of a piece of a sample, which has the results whose places are given; nothing where all of them are the same. */
export function elsewhereIn(elsewhere: readonly Elsewhere[], places: readonly number[], isLast: boolean): Elsewhere[] {
  return elsewhere.flatMap(({ label, outcome }) => {
    if (!outcome?.results) return isLast ? [{ label, outcome }] : [];
    const results = places.map((at) => outcome.results?.[at] ?? {});
    return results.some((result) => Object.keys(result).length > 0) ? [{ label, outcome: { results } }] : [];
  });
}

/** `draw` makes the HTML of an outcome, for a sample whose own is `shown`. */
export function elsewhereHtml(
  elsewhere: readonly Elsewhere[],
  shown: Outcome,
  medium: Medium,
  draw: (outcome: Outcome) => string,
): string {
  const drawn = (outcome: Outcome) =>
    outcome.results
      ? outcome.results
          .map((result, at) => changedPlan(result, shown.results?.[at]) ?? draw({ results: [result] }))
          .join("")
      : draw(outcome);
  return elsewhere
    .map(({ label, outcome }) => {
      const name = escapeMarkup(label);
      if (!outcome) return `<p${on(medium, 'class="on"')}>${name}</p>\n`;
      if (medium === "feed") return `<p><strong>${name}:</strong></p>\n${drawn(outcome)}`;
      return `<details class="on"><summary>${name}</summary>\n${drawn(outcome)}</details>\n`;
    })
    .join("");
}

/** A plan as text, in which the lines stand out that the other plan does not have; undefined where there are no two plans. */
function changedPlan(result: StatementResult, shown: StatementResult | undefined): string | undefined {
  const linesOf = ({ rows = [] }: StatementResult) => rows.map(([line]) => line ?? "");
  if (!shown || !isPlan(result) || !isPlan(shown)) return undefined;
  const lines = comparedLines(linesOf(shown), linesOf(result)).flatMap(({ sign, text }) => {
    const line = escapeMarkup(text);
    if (sign === "-") return [];
    return sign === "+" ? [line.replace(/^(\s*)(.*)$/, "$1<b>$2</b>")] : [line];
  });
  return `<pre><code>${lines.join("\n")}</code></pre>\n`;
}

/** For the page's Markdown. */
export function elsewhereText(elsewhere: readonly Elsewhere[], speak: Speak): string {
  return elsewhere
    .map(({ label, outcome }) => (outcome ? `\n${label}:\n\n${outcomeText(outcome, speak)}` : `\n${label}\n`))
    .join("");
}
