/**
 * How often a text says each word, and how much that counts: by whole words and their pieces, and by parts of names. As text it
 * is a line for each frequency, `frequency word word …`, behind an empty line the same for the parts, and behind another one
 * words with their accents.
 */
import { LONGEST_WORD } from "./query/words/vocabulary.ts";
import { type Forms, formsOf, indexedForm, isWord, SPACES, writtenWords } from "./query/words/words.ts";

export interface WordCounts {
  /** Sums of weights, by indexed form. */
  readonly words: Map<string, number>;
  readonly parts: Map<string, number>;
  /** Of forms that lack them, by form: a stemmer goes by accents. */
  readonly accented: Map<string, string>;
}

/** How much a word counts by where it stands, as in BM25F: Robertson and Zaragoza, 2009, 3.6. */
export const WEIGHTS = { title: 10, headings: 5, description: 4, lead: 3, labels: 2, text: 1 };

/** As most words are, in small letters or in capital ones: they have neither pieces nor parts, and their form is known at once. */
const PLAIN_WORD = /^(?:[A-Z]?[a-z]+|[A-Z]+)(?=[.,:;!?]?$)/;

/** Also tells the number of words. */
export function countWords(
  fields: readonly (readonly [text: string, weight: number])[],
): WordCounts & { length: number } {
  const written = new Map<string, number>();
  const others = new Set<string>();
  let length = 0;
  for (const [text, weight] of fields) {
    for (const word of text.split(SPACES)) {
      const before = written.get(word);
      // Each is looked at once, since a text has most of its words many times.
      if (before === undefined && (others.has(word) || !isWord(word))) {
        others.add(word);
        continue;
      }
      length++;
      written.set(word, (before ?? 0) + weight);
    }
  }
  const [words, parts] = [new Map<string, number>(), new Map<string, number>()];
  const accented = new Map<string, string>();
  for (const [word, weight] of written) {
    const plain = PLAIN_WORD.exec(word)?.[0];
    if (plain !== undefined) {
      add(words, plain.toLowerCase(), weight);
      continue;
    }
    for (const one of accentedIn(word)) accented.set(indexedForm(one), one);
    const forms = formsOf(word);
    add(words, forms.whole, weight);
    for (const form of forms.pieces) add(words, form, weight);
    for (const form of forms.parts) add(parts, form, weight);
  }
  return { words, parts, accented, length };
}

export function addCounts(sum: WordCounts, more: WordCounts): void {
  for (const [form, weight] of more.words) add(sum.words, form, weight);
  for (const [form, weight] of more.parts) add(sum.parts, form, weight);
  for (const [form, word] of more.accented) if (!sum.accented.has(form)) sum.accented.set(form, word);
}

/** The forms of a text's words that `of` takes. */
export function formsIn(text: string, of: (forms: Forms) => readonly string[]): Set<string> {
  return new Set(writtenWords(text).flatMap((word) => of(formsOf(word))));
}

export function countsAsText({ words, parts, accented }: WordCounts): string {
  return [linesOf(words), linesOf(parts), [...accented.values()].join(" ")].join("\n\n");
}

export function countsFrom(text: string): WordCounts {
  const [words = "", parts = "", accented = ""] = text.split("\n\n");
  const written = accented ? accented.split(" ") : [];
  return {
    words: countsIn(words),
    parts: countsIn(parts),
    accented: new Map(written.map((word) => [indexedForm(word), word])),
  };
}

function linesOf(counts: ReadonlyMap<string, number>): string {
  const byFrequency = new Map<number, string[]>();
  for (const [form, frequency] of counts) {
    const forms = byFrequency.get(frequency);
    if (forms) forms.push(form);
    else byFrequency.set(frequency, [form]);
  }
  return [...byFrequency].map(([frequency, forms]) => [frequency, ...forms].join(" ")).join("\n");
}

function countsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of text ? text.split("\n") : []) {
    const [frequency, ...forms] = line.split(" ");
    for (const form of forms) counts.set(form, Number(frequency));
  }
  return counts;
}

function add(counts: Map<string, number>, form: string, weight: number): void {
  if (form.length > 0 && form.length <= LONGEST_WORD) counts.set(form, (counts.get(form) ?? 0) + weight);
}

const PLAIN = /^[\0-\x7f]*$/;

/** Words with other letters than those from A to Z: their indexed forms lack what a stemmer goes by. */
function accentedIn(written: string): string[] {
  if (PLAIN.test(written)) return [];
  return (written.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !PLAIN.test(word));
}
