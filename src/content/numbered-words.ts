/** Words of entries as numbers: over thousands of texts they are counted so, and kept so from one build to the next. */
import type { Entry } from "./entry.ts";

export interface NumberedWords {
  /** What `make` gives for an entry: numbers of words, in their order. It may use nothing but the entry, and `numbered`. */
  listOf(entry: Entry, make: () => readonly number[]): Uint32Array;
  /** The number of a word, which gets one if it has none: for lists that are being made. */
  numbered(word: string): number;
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

  /** A new one for a word that has none. */
  numbered(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }
}

/** Knows nothing of earlier builds, and keeps nothing for later ones. */
export function newWords(): NumberedWords {
  const numbers = new WordNumbers();
  return {
    listOf: (_, make) => Uint32Array.from(make()),
    numbered: (word) => numbers.numbered(word),
    numberOf: (word) => numbers.get(word),
    wordOf: (number) => numbers.wordOf(number),
    get size() {
      return numbers.size;
    },
  };
}
