/** Excerpts of a found page: a few words around the hits, as text, never as HTML. */
import type { Hit } from "./match.ts";
import type { Page } from "./page.ts";
import { unsegmented } from "./words/words.ts";

/** A stretch of text. */
export interface Piece {
  text: string;
  marked: boolean;
}

export interface FoundSection {
  url: string;
  title: string;
  excerpt: Piece[];
}

const EXCERPT_LENGTH = 28;
const LEAD_IN = 5;
const MOST_SECTIONS = 3;

/** The stretch with the most matches; the title, with which the text begins, is shown already. */
export function excerptOf(page: Page, found: Hit[]): Piece[] {
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
      count: found.filter(({ place }) => place >= heading.location && place < end).length,
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

function stretch(words: string[], found: Hit[], from: number, to: number): Piece[] {
  const within = found.filter(({ place }) => place >= from && place < to);
  const best = startOfBest(within) ?? from;
  const start = Math.max(from, Math.min(best - LEAD_IN, to - EXCERPT_LENGTH));
  const end = Math.min(to, start + EXCERPT_LENGTH);
  const marks = new Set(within.map(({ place }) => place));
  const pieces = words.slice(start, end).map((text, index) => ({ text, marked: marks.has(start + index) }));
  return joined([
    ...(start > from ? [{ text: "…", marked: false }] : []),
    ...pieces,
    ...(end < to ? [{ text: "…", marked: false }] : []),
  ]);
}

/** Where the stretch begins that has the most different terms: one word again and again tells less. */
function startOfBest(found: Hit[]): number | undefined {
  let best: { place: number; variety: number } | undefined;
  for (const [at, { place }] of found.entries()) {
    const terms = new Set<number>();
    for (let next = at; (found[next]?.place ?? Infinity) < place + EXCERPT_LENGTH - LEAD_IN; next++) {
      terms.add(found[next]?.term ?? 0);
    }
    if (terms.size > (best?.variety ?? 0)) best = { place, variety: terms.size };
  }
  return best?.place;
}

/** Words that are alike, marked or not, as one piece. */
function joined(words: Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    const space = last && !touch(last.text, word.text) ? " " : "";
    if (!last) pieces.push({ ...word });
    else if (last.marked === word.marked) last.text += space + word.text;
    else if (word.marked) {
      last.text += space;
      pieces.push({ ...word });
    } else pieces.push({ text: space + word.text, marked: false });
  }
  return pieces;
}

/** True for words between which the text has no space: see `segmented`. */
function touch(before: string, after: string): boolean {
  return !unsegmented(`${before.slice(-1)} ${after.slice(0, 1)}`).includes(" ");
}
