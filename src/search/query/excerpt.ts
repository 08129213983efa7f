/** Excerpts of a found page: a few words around the hits, as text, never as HTML. */
import type { Hit } from "./match.ts";
import type { Page } from "./page.ts";
import { unsegmented } from "./words/words.ts";

/** A piece of an excerpt, marked or not, code or not. */
export interface Span {
  text: string;
  marked: boolean;
  /** Lines of code, with their line breaks and indents. */
  isCode?: true;
}

export interface FoundSection {
  url: string;
  title: string;
  excerpt: Span[];
}

const EXCERPT_LENGTH = 28;
const LEAD_IN = 5;
/** A sentence is shown from its beginning if that is at most so many words before the excerpt. */
const SENTENCE_LEAD_IN = 12;
const MOST_SECTIONS = 3;
/** The end of a sentence in any script, with the brackets and quotation marks after it. */
const SENTENCE_END = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}\p{Pi}"']*$/u;

/** The excerpt around the most telling hits, outside of the title, with which the text begins. `weights` are those of the terms. */
export function excerptOf(page: Page, found: Hit[], weights: number[]): Span[] {
  return stretch(page, found, weights, page.titleLength, page.text.length);
}

/** The sections that say most about the search, the best first. */
export function sectionsOf(page: Page, found: Hit[], weights: number[]): FoundSection[] {
  const { text, headings } = page;
  return headings
    .map((heading, index) => {
      const end = headings[index + 1]?.location ?? text.length;
      const within = hitsFrom(found, heading.location, end);
      return { heading, end, worth: bestOf(within, weights)?.worth ?? 0, count: within.length };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.worth - a.worth || b.count - a.count)
    .slice(0, MOST_SECTIONS)
    .map(({ heading, end }) => ({
      url: `${page.url}#${heading.id}`,
      title: heading.text,
      excerpt: stretch(page, found, weights, heading.location + heading.length, end),
    }));
}

function hitsFrom(found: Hit[], from: number, to: number): Hit[] {
  return found.filter(({ position }) => position >= from && position < to);
}

function stretch(page: Page, found: Hit[], weights: number[], from: number, to: number): Span[] {
  const within = hitsFrom(found, from, to);
  const best = bestOf(within, weights)?.position ?? from;
  const start = Math.max(from, Math.min(beginningFor(best, page, from), to - EXCERPT_LENGTH));
  const end = Math.min(to, start + EXCERPT_LENGTH);
  const hits = new Map(within.map((hit) => [hit.position, hit]));
  const spans = page.text
    .slice(start, end)
    .flatMap((_, index) => spansOf(page, start + index, hits.get(start + index), index === 0));
  return joined([
    ...(start > from
      ? [
          { text: "…", marked: false },
          { text: " ", marked: false },
        ]
      : []),
    ...spans,
    ...(end < to ? [{ text: " …", marked: false }] : []),
  ]);
}

/** The place with the most weight of different terms: one word repeated says less. */
function bestOf(found: Hit[], weights: number[]): { position: number; worth: number } | undefined {
  let best: { position: number; worth: number } | undefined;
  for (const [at, { position }] of found.entries()) {
    const terms = new Set<number>();
    for (let next = at; (found[next]?.position ?? Infinity) < position + EXCERPT_LENGTH - LEAD_IN; next++) {
      terms.add(found[next]?.term ?? 0);
    }
    const worth = [...terms].reduce((sum, term) => sum + (weights[term] ?? 0), 0);
    if (worth > (best?.worth ?? 0)) best = { position, worth };
  }
  return best;
}

/** The beginning of a word's sentence or line of code, if it is near. */
function beginningFor(position: number, { text, code }: Page, from: number): number {
  for (let at = position; at >= Math.max(from, position - SENTENCE_LEAD_IN); at--) {
    const begins = code[at]?.indent !== undefined || code[at]?.isCode !== code[at - 1]?.isCode;
    if (at === from || begins || (!code[at]?.isCode && SENTENCE_END.test(text[at - 1] ?? ""))) return at;
  }
  return position - LEAD_IN;
}

/** A word with what stands before it: a space, or in code a line break and the indent. */
function spansOf(page: Page, position: number, hit: Hit | undefined, isFirst: boolean): Span[] {
  const word = page.text[position] ?? "";
  const { isCode, indent } = page.code[position] ?? { isCode: false, indent: undefined };
  const kind = isCode ? ({ isCode: true } as const) : {};
  const gap = isFirst
    ? ""
    : indent !== undefined
      ? gapBefore(page, position, indent)
      : touch(page.text[position - 1] ?? "", word)
        ? ""
        : " ";
  const [before, marked, after] = hit ? markedIn(word, hit.form) : [word, "", ""];
  return [
    { text: gap + before, marked: false, ...kind },
    { text: marked, marked: true, ...kind },
    { text: after, marked: false, ...kind },
  ].filter(({ text }) => text);
}

function gapBefore({ code }: Page, position: number, indent: number): string {
  return (code[position - 1]?.isCode ? "\n" : "") + " ".repeat(indent);
}

const AROUND = /^([\p{P}\p{S}]*)(.*?)([\p{P}\p{S}]*)$/su;

/** Splits a word into what matched, and the brackets and commas around it. */
function markedIn(word: string, form: string): [before: string, marked: string, after: string] {
  const at = word.toLowerCase().indexOf(form);
  if (at >= 0) return [word.slice(0, at), word.slice(at, at + form.length), word.slice(at + form.length)];
  const [, before = "", marked = word, after = ""] = AROUND.exec(word) ?? [];
  return [before, marked, after];
}

/** Joins neighbouring spans of one kind. */
function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last.marked === span.marked && last.isCode === span.isCode) last.text += span.text;
    else result.push({ ...span });
  }
  return result;
}

/** True for words between which the text has no space: see `segmented`. */
function touch(before: string, after: string): boolean {
  return !unsegmented(`${before.slice(-1)} ${after.slice(0, 1)}`).includes(" ");
}
