/** Words of entries as numbers: over thousands of texts they are counted so, and kept so from one build to the next. */
import type { Entry } from "./entry.ts";

export interface NumberedWords {
  /** The numbers of the words that `make` gives for an entry, in their order; `make` may use nothing but the entry. */
  listOf(entry: Entry, make: () => Iterable<string>): Uint32Array;
  /** Undefined for a word that is on no list. */
  numberOf(word: string): number | undefined;
  /** By number. */
  wordOf(number: number): string;
  /** All numbers are below it. */
  readonly size: number;
}

/** Numbers for words, from 0 on. */
export class WordNumbers {
  readonly #words: string[];
  readonly #numbers: Map<string, number>;

  constructor(words: readonly string[] = []) {
    this.#words = [...words];
    this.#numbers = new Map(words.map((word, number) => [word, number]));
  }

  get size(): number {
    return this.#words.length;
  }

  get(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  wordOf(number: number): string {
    return this.#words[number] ?? "";
  }

  /** Those of all words, with new numbers for those that have none. */
  numbersOf(words: Iterable<string>): Uint32Array {
    return Uint32Array.from(words, (word) => {
      const known = this.#numbers.get(word);
      if (known !== undefined) return known;
      this.#numbers.set(word, this.#words.length);
      return this.#words.push(word) - 1;
    });
  }
}

/** Knows nothing of earlier builds, and keeps nothing for later ones. */
export function newWords(): NumberedWords {
  const numbers = new WordNumbers();
  return {
    listOf: (_, make) => numbers.numbersOf(make()),
    numberOf: (word) => numbers.get(word),
    wordOf: (number) => numbers.wordOf(number),
    get size() {
      return numbers.size;
    },
  };
}
