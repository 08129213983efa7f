/**
 * How often a text has each word, weighted by where: of words with their pieces, and of parts of names. As text: a line for each
 * frequency, `frequency word word …`; after an empty line, the same for parts; after another, words with their accents.
 */
import { remembered } from "./query/remembered.ts";
import { LONGEST_WORD } from "./query/words/vocabulary.ts";
import { type Forms, formsOf, indexedForm, isWord, SPACES, writtenWords } from "./query/words/words.ts";

export interface WordCounts {
  /** The sum of weights of each indexed form. */
  readonly words: Map<string, number>;
  readonly parts: Map<string, number>;
  /** Words with their accents, by the forms that lack them, since stemmers need accents. */
  readonly accented: Map<string, string>;
}

/** The weight of a word by where it is, as in BM25F: Robertson and Zaragoza, 2009, 3.6. */
export const WEIGHTS = { title: 10, headings: 5, description: 4, lead: 3, labels: 2, text: 1 };

const SPACE = 0x20;
const LAST_OF_ASCII = 0x7f;

/** Most words are plain, in lower or upper case: they have neither pieces nor parts, and their form is known at once. */
const PLAIN_WORD = /^(?:[A-Z]?[a-z]+|[A-Z]+)(?=[.,:;!?]?$)/;

/** A word as it is written. */
interface KnownWord {
  readonly written: string;
  /** Its form, if it is plain. */
  readonly plain: string | undefined;
  /** In the texts that are being counted; 0 while none are. */
  weight: number;
}

/** Null for what is no word. */
const knownWord = remembered((written): KnownWord | null => {
  const plain = PLAIN_WORD.exec(written)?.[0]?.toLowerCase();
  return plain !== undefined || isWord(written) ? { written, plain, weight: 0 } : null;
});

/** Counts the words of texts; `length` is how many there are in all. */
export function countWords(
  fields: readonly (readonly [text: string, weight: number])[],
): WordCounts & { length: number } {
  const found: KnownWord[] = [];
  let length = 0;
  for (const [text, weight] of fields) {
    forEachWritten(text, (written) => {
      const word = knownWord(written);
      if (!word) return;
      length++;
      if (word.weight === 0) found.push(word);
      word.weight += weight;
    });
  }
  const [words, parts] = [new Map<string, number>(), new Map<string, number>()];
  const accented = new Map<string, string>();
  for (const word of found) {
    const { written, plain, weight } = word;
    word.weight = 0;
    if (plain !== undefined) {
      add(words, plain, weight);
      continue;
    }
    for (const one of accentedIn(written)) accented.set(indexedForm(one), one);
    const forms = formsOf(written);
    add(words, forms.whole, weight);
    for (const form of forms.pieces) add(words, form, weight);
    for (const form of forms.parts) add(parts, form, weight);
  }
  return { words, parts, accented, length };
}

/** Visits what is between white space; `SPACES` takes twice as long to cut a text. */
function forEachWritten(text: string, visit: (written: string) => void): void {
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > SPACE && (unit <= LAST_OF_ASCII || !SPACES.test(text.charAt(at)))) continue;
    if (at > from) visit(text.slice(from, at));
    from = at + 1;
  }
  if (from < text.length) visit(text.slice(from));
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

/** Words with letters beyond A to Z: their indexed forms lack the accents that a stemmer needs. */
function accentedIn(written: string): string[] {
  if (PLAIN.test(written)) return [];
  return (written.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !PLAIN.test(word));
}
