/**
 * The words of some pages together: a part of the index that is made again only when one of these pages has changed. Pages are
 * numbered within it.
 */

import { isFunctionWordIn } from "./function-words.ts";
import { type Listed, pagesAsText } from "./query/words/page-list.ts";
import { levelOf } from "./query/words/postings.ts";
import { stemsAsText } from "./query/words/vocabulary.ts";
import type { Stem } from "./stemmer.ts";
import type { WeighedPage } from "./weighed-page.ts";

/** Each is sorted text, a line for each word or stem; a list of pages is as in `query/words/page-list.ts`. */
export interface Shard {
  /**
   * `word pages asFunctionWord stems titled`: how many pages have it, how many of those in whose language it says nothing of a
   * subject, and its stems as they are published.
   */
  readonly words: string;
  /** The same of parts of names. */
  readonly parts: string;
  /** `stem last postings`, where `last` is the last page's number. */
  readonly postings: string;
  /** The same of parts of names. */
  readonly partPostings: string;
}

/** BM25's b. */
const LENGTH_MATTERS = 0.8;

interface Counted {
  pages: number;
  /** Of these pages, those in whose language it says nothing of a subject: `die` in German, but not in English. */
  asFunctionWord: number;
  titled: Listed[];
  /** In each language that has it, or one for all. */
  stems: Set<string>;
}

/** `stems` has the rules of each language (BCP 47); `usual` is the length of a usual page. */
export function shardOf(pages: Iterable<WeighedPage>, stems: (language: string) => Stem, usual: number): Shard {
  const [words, parts] = [new Map<string, Counted>(), new Map<string, Counted>()];
  const [postings, partPostings] = [new Map<string, Listed[]>(), new Map<string, Listed[]>()];
  let number = 0;
  for (const page of pages) {
    const stem = stems(page.lang);
    const norm = 1 - LENGTH_MATTERS + (LENGTH_MATTERS * page.length) / usual;
    const note = (
      counts: ReadonlyMap<string, number>,
      inTitle: ReadonlySet<string>,
      to: typeof words,
      by: typeof postings,
    ) => {
      const frequencies = new Map<string, number>();
      for (const [word, frequency] of counts) {
        const known = to.get(word) ?? { pages: 0, asFunctionWord: 0, titled: [], stems: new Set() };
        known.pages++;
        if (isFunctionWordIn(page.lang, word)) known.asFunctionWord++;
        if (inTitle.has(word)) known.titled.push([number, page.titleLength - 1]);
        to.set(word, known);
        const common = stem(word, page.accented.get(word));
        known.stems.add(common);
        frequencies.set(common, (frequencies.get(common) ?? 0) + frequency);
      }
      for (const [common, frequency] of frequencies) {
        const list = by.get(common) ?? [];
        list.push([number, levelOf(frequency / norm)]);
        by.set(common, list);
      }
    };
    note(page.words, page.titleWords, words, postings);
    note(page.parts, page.titleParts, parts, partPostings);
    number++;
  }
  return {
    words: wordLines(words),
    parts: wordLines(parts),
    postings: postingLines(postings),
    partPostings: postingLines(partPostings),
  };
}

function wordLines(words: ReadonlyMap<string, Counted>): string {
  return linesOf(words, ({ pages, asFunctionWord, stems, titled }, word) =>
    [pages, asFunctionWord, stemsAsText(word, stems), pagesAsText(titled)].join(" "),
  );
}

function postingLines(postings: ReadonlyMap<string, Listed[]>): string {
  return linesOf(postings, (list) => `${list.at(-1)?.[0] ?? 0} ${pagesAsText(list)}`);
}

function linesOf<Value>(values: ReadonlyMap<string, Value>, write: (value: Value, key: string) => string): string {
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key} ${write(value, key)}`)
    .join("\n");
}
