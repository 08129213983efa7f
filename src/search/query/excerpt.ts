/** Excerpts of a found page: a few words around the hits, as text, never as HTML. */
import type { Hit } from "./match.ts";
import type { Page } from "./page.ts";
import { unsegmented } from "./words/words.ts";

/** Words of an excerpt that are all marked, or all not. */
export interface Span {
  text: string;
  marked: boolean;
}

export interface FoundSection {
  url: string;
  title: string;
  excerpt: Span[];
}

const EXCERPT_LENGTH = 28;
const LEAD_IN = 5;
const MOST_SECTIONS = 3;

/** Around the most varied hits, leaving out the title, with which the text begins. */
export function excerptOf(page: Page, found: Hit[]): Span[] {
  return stretch(page.text, found, page.titleLength, page.text.length);
}

/** The sections with the most matches, in the order of the page. */
export function sectionsOf(page: Page, found: Hit[]): FoundSection[] {
  const { text, headings } = page;
  return headings
    .map((heading, index) => ({ heading, end: headings[index + 1]?.location ?? text.length }))
    .map(({ heading, end }) => ({
      heading,
      end,
      count: found.filter(({ position }) => position >= heading.location && position < end).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_SECTIONS)
    .sort((a, b) => a.heading.location - b.heading.location)
    .map(({ heading, end }) => ({
      url: `${page.url}#${heading.id}`,
      title: heading.text,
      excerpt: stretch(text, found, heading.location + heading.length, end),
    }));
}

function stretch(words: string[], found: Hit[], from: number, to: number): Span[] {
  const within = found.filter(({ position }) => position >= from && position < to);
  const best = startOfBest(within) ?? from;
  const start = Math.max(from, Math.min(best - LEAD_IN, to - EXCERPT_LENGTH));
  const end = Math.min(to, start + EXCERPT_LENGTH);
  const marks = new Set(within.map(({ position }) => position));
  const spans = words.slice(start, end).map((text, index) => ({ text, marked: marks.has(start + index) }));
  return joined([
    ...(start > from ? [{ text: "…", marked: false }] : []),
    ...spans,
    ...(end < to ? [{ text: "…", marked: false }] : []),
  ]);
}

/** The start of the stretch with the most different terms: one word repeated says less. */
function startOfBest(found: Hit[]): number | undefined {
  let best: { position: number; variety: number } | undefined;
  for (const [at, { position }] of found.entries()) {
    const terms = new Set<number>();
    for (let next = at; (found[next]?.position ?? Infinity) < position + EXCERPT_LENGTH - LEAD_IN; next++) {
      terms.add(found[next]?.term ?? 0);
    }
    if (terms.size > (best?.variety ?? 0)) best = { position, variety: terms.size };
  }
  return best?.position;
}

/** Joins neighbouring words that are both marked, or both not. */
function joined(words: Span[]): Span[] {
  const spans: Span[] = [];
  for (const word of words) {
    const last = spans.at(-1);
    const space = last && !touch(last.text, word.text) ? " " : "";
    if (!last) spans.push({ ...word });
    else if (last.marked === word.marked) last.text += space + word.text;
    else if (word.marked) {
      last.text += space;
      spans.push({ ...word });
    } else spans.push({ text: space + word.text, marked: false });
  }
  return spans;
}

/** True for words between which the text has no space: see `segmented`. */
function touch(before: string, after: string): boolean {
  return !unsegmented(`${before.slice(-1)} ${after.slice(0, 1)}`).includes(" ");
}
