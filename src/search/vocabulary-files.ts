/** Writes the site's words down, in the pieces that `query/vocabulary.ts` reads. */
import { createHash } from "node:crypto";
import type { KnownWord, VocabularyMap } from "./query/vocabulary.ts";
import { reversed } from "./query/vocabulary.ts";
import { indexedForm, partsOf } from "./query/words.ts";

/** Of one page. */
export interface PageWords {
  title: string;
  /** All of it, title included. */
  text: string;
}

const WORDS_IN_PIECE = 400;
const LONGEST_WORD = 40;

/** Files by name, relative to the index. */
export function vocabularyFiles(pages: PageWords[]): Map<string, string> {
  const words = countWords(pages);
  const forward = piecesOf(words);
  const backward = piecesOf(words.map((known) => ({ ...known, word: reversed(known.word) })));
  const digest = createHash("sha256")
    .update([...forward, ...backward].join())
    .digest("hex")
    .slice(0, 8);
  const folder = `words-${digest}`;
  const starts = (pieces: string[]) => pieces.map((piece) => piece.slice(0, piece.indexOf(" ")));
  const map: VocabularyMap = { pages: pages.length, folder, forward: starts(forward), backward: starts(backward) };
  return new Map([
    ["words.json", JSON.stringify(map)],
    ...forward.map((piece, number) => [`${folder}/forward-${number}.txt`, piece] as const),
    ...backward.map((piece, number) => [`${folder}/backward-${number}.txt`, piece] as const),
  ]);
}

function countWords(pages: PageWords[]): KnownWord[] {
  const counts = new Map<string, KnownWord>();
  const forms = new Map<string, string[]>();
  for (const { title, text } of pages) {
    const inTitle = formsIn(title, forms);
    for (const word of formsIn(text, forms)) {
      const known = counts.get(word) ?? { word, pages: 0, titles: 0 };
      known.pages++;
      if (inTitle.has(word)) known.titles++;
      counts.set(word, known);
    }
  }
  return [...counts.values()];
}

/** Each word whole, and its parts; `known` keeps what was found out for the pages to come. */
function formsIn(text: string, known: Map<string, string[]>): Set<string> {
  const forms = [...new Set(text.split(/\s+/u))].map((written) => {
    const found = known.get(written) ?? formsOf(written);
    known.set(written, found);
    return found;
  });
  return new Set(forms.flat());
}

function formsOf(written: string): string[] {
  return [indexedForm(written), ...partsOf(written)].filter(({ length }) => length > 1 && length <= LONGEST_WORD);
}

/** A line for each word: itself, how many pages have it, and how many titles where any has. */
function piecesOf(words: KnownWord[]): string[] {
  const lines = words
    .toSorted((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, pages, titles }) => (titles > 0 ? `${word} ${pages} ${titles}` : `${word} ${pages}`));
  return Array.from({ length: Math.ceil(lines.length / WORDS_IN_PIECE) }, (_, number) =>
    lines.slice(number * WORDS_IN_PIECE, (number + 1) * WORDS_IN_PIECE).join("\n"),
  );
}
