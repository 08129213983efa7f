/** The style sheets in their order, each with the HTML that needs it; a page gets only those that its HTML needs. */
import { FURTHER, patternOf } from "./alphabets.ts";

/** A sheet's CSS, and what in a page's HTML shows that it is needed. */
export interface StyleSheet {
  css: string;
  needed: RegExp;
}

/** By the name of the file in `styles/`. Letters stand before all tags; see `tagsOfPage`. */
export const SHEETS: [name: string, needed: RegExp][] = [
  ["base", /^/],
  ...FURTHER.map((alphabet): [string, RegExp] => [`fonts-${alphabet.name}`, patternOf(alphabet)]),
  ["fonts-fallback-bold", /^[^<]*[\u0590-\u06ff]/],
  ["fonts-hebrew", /^[^<]*[\u0590-\u05ff]/],
  ["fonts-arabic", /^[^<]*[\u0600-\u06ff]/],
  ["language-switch", /class="languages"/],
  ["home", /<body class="home/],
  ["prose", /class="prose/],
  ["deep-headings", /<h[56]/],
  ["blocks", /<blockquote|<hr|<kbd|<mark|class="task/],
  ["callouts", /class="callout/],
  ["tabs", /class="tabs/],
  ["gallery", /class="gallery/],
  ["columns", /class="columns/],
  ["tables", /<table/],
  ["footnotes", /<sup/],
  ["pictures", /<img|<video/],
  ["recordings", /class="recording/],
  ["embeds", /class="embed[" ]/],
  ["diagrams", /class="diagram/],
  ["formulas", /<math/],
  ["equations", /class="formula[^"]* numbered/],
  ["references", /class="references/],
  ["previews", / data-preview/],
  ["languages", / lang="(ja|zh|ko|ar|he|fa|ur|yi|ckb|ps|hi|mr|ne|bn|ta|te|th)\b/],
  ["code", /<code/],
  ["samples", /class="(outcome|timeline)/],
  ["unproven", /class="unproven"/],
  ["plans", /class="plan/],
  ["timelines", /class="timeline/],
  ["versions", /class="versions"/],
  ["races", /class="branch/],
  ["code-lines", /class="(line|numbers|wrap)/],
  ["code-folds", /class="listing cut folds/],
  ["code-diagnostics", /class="line said/],
  ["code-links", /" id="[^"]*"><a href="#[^"]*" aria-label/],
  // What is rare comes first in a pattern: its letters are looked for much faster than those of a tag that is on every page.
  ["ansi", /ansi(?<=<pre class="[^"]*ansi)/],
  ["code-marks", /<mark class="hit/],
  ["code-sessions", /class="[qo]"/],
  ["sections", /class="side/],
  ["entries", /class="entries|data-search-page/],
  ["covers", /class="cover"/],
  ["index", /class="(index|years)/],
  ["series", /class="series/],
  ["essay", /class="(contents|particulars|colophon|neighbours)/],
  ["comments", /class="comments/],
  ["project", /class="facts/],
  ["search", /data-search-page/],
  ["services", / data-discussion=|class="newsletter"/],
  ["terms", /class="(search-index|letters|terms)/],
  ["print", /^/],
];

/** Of a theme's sheets: those of some pages put together, by which they are and where the pages' fonts are. */
const together = new WeakMap<readonly StyleSheet[], Map<string, string>>();

/**
 * The styles for a page's letters and tags, with their addresses below `assets`, the href of the folder that fonts are in.
 * Pages of one kind share one text, which is written and digested once.
 */
export function stylesFor(html: string, sheets: readonly StyleSheet[], assets: string): string {
  const needed = sheets.flatMap(({ needed }, at) => (needed.test(html) ? at : []));
  const known = together.get(sheets) ?? new Map<string, string>();
  together.set(sheets, known);
  const key = `${assets} ${needed.join(" ")}`;
  const css = known.get(key) ?? needed.map((at) => sheets[at]?.css.replaceAll("/assets/", assets)).join("");
  known.set(key, css);
  return css + noteAnchors(html) + counterRules(html);
}

/** Ties each note that may be shown beside the text to its first reference; see `footnotes.css`. */
function noteAnchors(html: string): string {
  const numbers = [...html.matchAll(/<li id="fn-(\d+)">/g)].map(([, number]) => number);
  return numbers.map((n) => `#fnref-${n}{anchor-name:--n${n}}#fn-${n}{--mark:anchor(--n${n} top)}`).join("");
}

/** Lets the lines of a block count from another number than 1; a page's policy allows no styles on elements. */
function counterRules(html: string): string {
  const numbers = new Set(
    [...html.matchAll(/<pre class="[^"]*" data-from="(\d+)"/g)].map(([, number]) => Number(number)),
  );
  return [...numbers].map((number) => `[data-from="${number}"]{counter-reset:line ${number - 1}}`).join("");
}
