/** Writes the site's words down, in the pieces that `query/vocabulary.ts` reads. */
import { createHash } from "node:crypto";
import { type KnownWord, LISTS, type List, placesAsText, reversed, type VocabularyMap } from "./query/vocabulary.ts";
import { formsOf, writtenWords } from "./query/words.ts";

/** Of one page. */
export interface PageWords {
  title: string;
  /** All of it, title included. */
  text: string;
}

const WORDS_IN_PIECE = 400;
const LONGEST_WORD = 40;
const MOST_TITLE_WORDS = 35;

/** Files by name, relative to the index. The newest page comes first. */
export function vocabularyFiles(pages: PageWords[]): Map<string, string> {
  const all = countWords(pages);
  const lists = LISTS.map((list) => [list, piecesOf(wordsOf(list, all))] as const);
  const texts = lists.flatMap(([, pieces]) => pieces);
  const folder = `words-${createHash("sha256").update(texts.join()).digest("hex").slice(0, 8)}`;
  const map: VocabularyMap = {
    pages: pages.length,
    length: Math.round(pages.reduce((sum, { text }) => sum + wordCount(text), 0) / Math.max(1, pages.length)),
    titles: pages.map(({ title }) => Math.min(MOST_TITLE_WORDS, writtenWords(title).length).toString(36)).join(""),
    folder,
    starts: Object.fromEntries(
      lists.map(([list, pieces]) => [list, pieces.map(firstWordOf)]),
    ) as VocabularyMap["starts"],
  };
  const files = lists.flatMap(([list, pieces]) =>
    pieces.map((piece, number) => [`${folder}/${list}-${number}.txt`, piece] as const),
  );
  return new Map([["words.json", JSON.stringify(map)], ...files]);
}

function wordsOf(list: List, all: KnownWord[]): KnownWord[] {
  const words = list.startsWith("titles") ? all.filter(({ titled }) => titled.length > 0) : all;
  return list.endsWith("backward") ? words.map((known) => ({ ...known, word: reversed(known.word) })) : words;
}

function firstWordOf(piece: string): string {
  return piece.slice(0, piece.indexOf(" "));
}

function countWords(pages: PageWords[]): KnownWord[] {
  const counts = new Map<string, KnownWord>();
  const forms = new Map<string, string[]>();
  for (const [place, { title, text }] of pages.entries()) {
    const inTitle = formsIn(title, forms);
    for (const word of formsIn(text, forms)) {
      const known = counts.get(word) ?? { word, pages: 0, titled: [] };
      known.pages++;
      if (inTitle.has(word)) known.titled.push(place);
      counts.set(word, known);
    }
  }
  return [...counts.values()];
}

/** Each word whole, and its parts; `known` keeps what was found out for the pages to come. */
function formsIn(text: string, known: Map<string, string[]>): Set<string> {
  const forms = [...new Set(text.split(/\s+/u))].map((written) => {
    const found = known.get(written) ?? wordsIn(written);
    known.set(written, found);
    return found;
  });
  return new Set(forms.flat());
}

function wordsIn(written: string): string[] {
  const { whole, parts } = formsOf(written);
  return [whole, ...parts].filter(({ length }) => length > 0 && length <= LONGEST_WORD);
}

/** A line for each word: itself, how many pages have it, and which of them in their titles. */
function piecesOf(words: KnownWord[]): string[] {
  const lines = words
    .toSorted((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, pages, titled }) => [word, pages, ...(titled.length > 0 ? [placesAsText(titled)] : [])].join(" "));
  return Array.from({ length: Math.ceil(lines.length / WORDS_IN_PIECE) }, (_, number) =>
    lines.slice(number * WORDS_IN_PIECE, (number + 1) * WORDS_IN_PIECE).join("\n"),
  );
}

function wordCount(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
