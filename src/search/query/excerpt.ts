/** What of a page is shown as found: a few words around those that matched, as text, never as HTML. */
import type { Page } from "./pagefind.ts";
import { indexedForm } from "./words.ts";

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
/** Forms of one word begin alike. */
const SHARED_START = 4;

/** The stretch with the most matches; the title, with which the text begins, is shown already. */
export function excerptOf(page: Page, matched: number[]): Piece[] {
  const words = page.content.split(/\s+/u);
  const start = (page.meta["title"] ?? "").split(/\s+/u).length;
  return stretch(words, matched, start, words.length);
}

/** The sections with the most matches, in the order of the page. */
export function sectionsOf(page: Page, matched: number[]): FoundSection[] {
  const words = page.content.split(/\s+/u);
  const headings = page.anchors.filter(({ element, text }) => /^h\d$/i.test(element) && text.trim());
  return headings
    .map((heading, index) => ({ heading, end: headings[index + 1]?.location ?? words.length }))
    .map(({ heading, end }) => ({
      heading,
      end,
      count: matched.filter((at) => at >= heading.location && at < end).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_SECTIONS)
    .sort((a, b) => a.heading.location - b.heading.location)
    .map(({ heading, end }) => ({
      url: `${page.url}#${heading.id}`,
      title: heading.text.trim(),
      excerpt: stretch(words, matched, heading.location + heading.text.trim().split(/\s+/u).length, end),
    }));
}

function stretch(words: string[], matched: number[], from: number, to: number): Piece[] {
  const within = matched.filter((at) => at >= from && at < to).sort((a, b) => a - b);
  const best = within.toSorted((a, b) => variety(words, within, b) - variety(words, within, a) || a - b)[0] ?? from;
  const start = Math.max(from, Math.min(best - LEAD_IN, to - EXCERPT_LENGTH));
  const end = Math.min(to, start + EXCERPT_LENGTH);
  const marks = new Set(within);
  const pieces = words.slice(start, end).map((text, index) => ({ text, marked: marks.has(start + index) }));
  return joined([
    ...(start > from ? [{ text: "…", marked: false }] : []),
    ...pieces,
    ...(end < to ? [{ text: "…", marked: false }] : []),
  ]);
}

/** How many different words match in the stretch that begins with one of them: one word again and again tells less. */
function variety(words: string[], matched: number[], first: number): number {
  const within = matched.filter((at) => at >= first && at < first + EXCERPT_LENGTH - LEAD_IN);
  return new Set(within.map((at) => indexedForm(words[at] ?? "").slice(0, SHARED_START))).size;
}

/** Words that are alike, marked or not, as one piece. */
function joined(words: Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (!last) pieces.push({ ...word });
    else if (last.marked === word.marked) last.text += ` ${word.text}`;
    else if (word.marked) {
      last.text += " ";
      pieces.push({ ...word });
    } else pieces.push({ text: ` ${word.text}`, marked: false });
  }
  return pieces;
}
