/** The words of a page with their weights: those of its body, which are kept, and of its title, description and labels. */

import { writtenWords } from "./query/words/words.ts";
import { addCounts, countsFrom, countWords, formsIn, WEIGHTS, type WordCounts } from "./word-counts.ts";

export interface WeighedPage extends WordCounts {
  /** BCP 47. */
  readonly lang: string;
  /** How many words it has. */
  readonly length: number;
  /** How many words its title has, at least 1. */
  readonly titleLength: number;
  readonly titleWords: ReadonlySet<string>;
  readonly titleParts: ReadonlySet<string>;
}

/** The texts of a page beside its body. Those in scripts without spaces are cut into words. */
export interface PageHead {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly labels: string;
}

/** `bodyLength` is how many words the body has; `words` tells which, as `word-counts.ts` writes them. */
export function weighedPage(head: PageHead, bodyLength: number, words: string): WeighedPage {
  const { lang, title, description, labels } = head;
  const { length, ...counts } = countWords([
    [title, WEIGHTS.title],
    [description, WEIGHTS.description],
    [labels, WEIGHTS.labels],
  ]);
  const sum = countsFrom(words);
  addCounts(sum, counts);
  return {
    ...sum,
    lang,
    length: length + bodyLength,
    titleLength: Math.max(1, writtenWords(title).length),
    titleWords: formsIn(title, ({ whole, pieces }) => [whole, ...pieces]),
    titleParts: formsIn(title, ({ parts }) => parts),
  };
}

/** How many words a head has. */
export function lengthOf({ title, description, labels }: PageHead): number {
  return writtenWords([title, description, labels].join("\n")).length;
}
