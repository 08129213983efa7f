/** Writes the vocabulary of a site, in the chunks that `query/words/vocabulary.ts` reads. */
import { createHash } from "node:crypto";
import {
  LISTS,
  type List,
  numbersAsText,
  reversed,
  type VocabularyMap,
  type VocabularyWord,
} from "./query/words/vocabulary.ts";
import { formsOf, writtenWords } from "./query/words/words.ts";

/** Of one page. */
export interface PageWords {
  title: string;
  /** All of it, title included. */
  text: string;
}

const WORDS_IN_CHUNK = 400;
const LONGEST_WORD = 40;
const MOST_TITLE_WORDS = 35;

/** Counts the words of pages, the newest first, until they are written down. */
export class WordCount {
  readonly #vocabulary = new Map<string, VocabularyWord>();
  readonly #titles: string[] = [];
  #words = 0;

  get pages(): number {
    return this.#titles.length;
  }

  add({ title, text }: PageWords): void {
    const inTitle = formsIn(title);
    for (const word of formsIn(text)) {
      const entry = this.#vocabulary.get(word) ?? { word, pages: 0, titled: [] };
      entry.pages++;
      if (inTitle.has(word)) entry.titled.push(this.pages);
      this.#vocabulary.set(word, entry);
    }
    this.#titles.push(Math.min(MOST_TITLE_WORDS, writtenWords(title).length).toString(36));
    this.#words += wordCount(text);
  }

  /** Files by name, relative to the index. */
  files(): Map<string, string> {
    const all = [...this.#vocabulary.values()];
    const lists = LISTS.map((list) => [list, chunksOf(wordsOf(list, all))] as const);
    const texts = lists.flatMap(([, chunks]) => chunks);
    const folder = `words-${createHash("sha256").update(texts.join()).digest("hex").slice(0, 8)}`;
    const map: VocabularyMap = {
      pages: this.pages,
      length: Math.round(this.#words / Math.max(1, this.pages)),
      titles: this.#titles.join(""),
      folder,
      starts: Object.fromEntries(
        lists.map(([list, chunks]) => [list, chunks.map(firstWordOf)]),
      ) as VocabularyMap["starts"],
    };
    const files = lists.flatMap(([list, chunks]) =>
      chunks.map((chunk, number) => [`${folder}/${list}-${number}.txt`, chunk] as const),
    );
    return new Map([["words.json", JSON.stringify(map)], ...files]);
  }
}

function wordsOf(list: List, all: VocabularyWord[]): VocabularyWord[] {
  const words = list.startsWith("titles") ? all.filter(({ titled }) => titled.length > 0) : all;
  return list.endsWith("backward") ? words.map((one) => ({ ...one, word: reversed(one.word) })) : words;
}

function firstWordOf(chunk: string): string {
  return chunk.slice(0, chunk.indexOf(" "));
}

/** Each word whole, and its parts. */
function formsIn(text: string): Set<string> {
  return new Set([...new Set(text.split(/\s+/u))].flatMap(wordsIn));
}

function wordsIn(written: string): string[] {
  const { whole, parts } = formsOf(written);
  return [whole, ...parts].filter(({ length }) => length > 0 && length <= LONGEST_WORD);
}

/** A line for each word: itself, how many pages have it, and which of them in their titles. */
function chunksOf(words: VocabularyWord[]): string[] {
  const lines = words
    .toSorted((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, pages, titled }) => [word, pages, ...(titled.length > 0 ? [numbersAsText(titled)] : [])].join(" "));
  return Array.from({ length: Math.ceil(lines.length / WORDS_IN_CHUNK) }, (_, number) =>
    lines.slice(number * WORDS_IN_CHUNK, (number + 1) * WORDS_IN_CHUNK).join("\n"),
  );
}

function wordCount(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
