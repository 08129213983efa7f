/** The words of a page with what each counts: those of its body, which are kept, and those of its title, description and labels. */

import { writtenWords } from "./query/words/words.ts";
import { addCounts, countsFrom, countWords, formsIn, WEIGHTS, type WordCounts } from "./word-counts.ts";

export interface WeighedPage extends WordCounts {
  /** BCP 47. */
  readonly lang: string;
  /** The number of its words. */
  readonly length: number;
  /** The number of its title's words, 1 at least. */
  readonly titleLength: number;
  readonly titleWords: ReadonlySet<string>;
  readonly titleParts: ReadonlySet<string>;
}

/** What a page says beside its body, cut into words where its script has no spaces. */
export interface PageHead {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly labels: string;
}

/** `bodyLength` is the number of the body's words, and `words` which they are, as `word-counts.ts` writes them. */
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

/** The number of a head's words. */
export function lengthOf({ title, description, labels }: PageHead): number {
  return writtenWords([title, description, labels].join("\n")).length;
}
