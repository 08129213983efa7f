/**
 * Lists of words by key, kept from one build to the next in one file, which is read and written whole. A list is a row of
 * numbers, so counting words over all lists is counting numbers.
 *
 * ```
 * length of the head │ head: JSON │ numbers of all lists
 * ```
 */
import { WordNumbers } from "../content/numbered-words.ts";
import { readKept, writeKept } from "./kept-file.ts";

interface Head {
  /** The word of each number. */
  readonly words: readonly string[];
  readonly lists: readonly (readonly [key: string, length: number])[];
}

/** A share of all lists: fewer new ones do not pay for writing the file. */
const WORTH_WRITING = 0.01;

export class WordLists {
  readonly #file: string;
  readonly #basis: string;
  #numbers = new WordNumbers();
  #lists = new Map<string, Uint32Array>();
  #used = new Map<string, Uint32Array>();
  #made = 0;
  #isRead = false;

  /** Lists that were kept with another `basis` are ignored. */
  constructor(file: string, basis: string) {
    this.#file = file;
    this.#basis = basis;
  }

  /** `make` gives the numbers of words, as `numbered` has them. */
  listOf(key: string, make: () => readonly number[]): Uint32Array {
    this.#read();
    const known = this.#used.get(key) ?? this.#lists.get(key);
    const list = known ?? Uint32Array.from(make());
    if (!known) this.#made += 1;
    this.#used.set(key, list);
    return list;
  }

  /** The number of a word, which gets one if it has none; it holds until `save`. */
  numbered(word: string): number {
    this.#read();
    return this.#numbers.numbered(word);
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  wordOf(number: number): string {
    return this.#numbers.wordOf(number);
  }

  /** How many words there are. */
  get size(): number {
    return this.#numbers.size;
  }

  /** How many lists were not kept from before. */
  get made(): number {
    return this.#made;
  }

  /**
   * Forgets the lists that were not asked for since the last time, and writes the others for later builds, if at least so many of
   * them, and one in a hundred, are new: for a large site, writing the file takes longer than making a few lists again. A file
   * that can't be written is not kept, without an error.
   */
  save(atLeast = 1): void {
    if (this.#used.size === 0) return;
    this.#lists = this.#used;
    this.#used = new Map();
    if (this.#made < Math.max(atLeast, this.#lists.size * WORTH_WRITING)) return;
    this.#made = 0;
    this.#leaveOutUnused();
    const lists = [...this.#lists].map(([key, { length }]) => [key, length] as const);
    writeKept(this.#file, this.#basis, partsOf({ words: this.#words(), lists }, [...this.#lists.values()]));
  }

  #words(): string[] {
    return Array.from({ length: this.#numbers.size }, (_, number) => this.#numbers.wordOf(number));
  }

  /** Renumbers the words if many of them are on no list any more. */
  #leaveOutUnused(): void {
    const isUsed = new Uint8Array(this.#numbers.size);
    for (const list of this.#lists.values()) for (const number of list) isUsed[number] = 1;
    const used = isUsed.reduce((sum, one) => sum + one, 0);
    if (used > this.#numbers.size / 2) return;
    const numbers = new WordNumbers();
    for (const [key, list] of this.#lists) {
      this.#lists.set(
        key,
        list.map((number) => numbers.numbered(this.#numbers.wordOf(number))),
      );
    }
    this.#numbers = numbers;
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    const content = readKept(this.#file, this.#basis);
    if (!content) return;
    const { head, numbers } = parsed(content);
    let at = 0;
    for (const [key, length] of head.lists) {
      this.#lists.set(key, numbers.subarray(at, at + length));
      at += length;
    }
    this.#numbers = new WordNumbers(head.words);
  }
}

function partsOf(head: Head, lists: readonly Uint32Array[]): Uint8Array[] {
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const numbers = lists.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  return [length, text, ...numbers];
}

function parsed(bytes: Buffer): { head: Head; numbers: Uint32Array } {
  const end = 4 + bytes.readUInt32LE(0);
  const head: Head = JSON.parse(bytes.toString("utf8", 4, end));
  // Copied, since a Uint32Array must begin at a multiple of four bytes.
  const numbers = new Uint32Array((bytes.length - end) / Uint32Array.BYTES_PER_ELEMENT);
  new Uint8Array(numbers.buffer).set(bytes.subarray(end));
  return { head, numbers };
}
