/** The site's own words, in small pieces that are read when a query needs them. */
import { edits } from "./spelling.ts";

/** A word of the site in its indexed form. */
export interface KnownWord {
  word: string;
  /** How many pages have it. */
  pages: number;
  /** How many pages have it in their title. */
  titles: number;
}

/** `words.json`: where each piece of the two lists begins. */
export interface VocabularyMap {
  /** How many pages the site has. */
  pages: number;
  /** The pieces' folder; its name changes with what they say. */
  folder: string;
  /** The first word of each piece of the list by beginning. */
  forward: string[];
  /** The same for the list by ending, whose words are written backwards. */
  backward: string[];
}

/** Reads a file of the index by its name. */
export type ReadText = (name: string) => Promise<string>;

const MOST_PIECES = 4;

export class Vocabulary {
  readonly pages: number;
  readonly #map: VocabularyMap;
  readonly #read: ReadText;
  readonly #pieces = new Map<string, Promise<KnownWord[]>>();

  constructor(map: VocabularyMap, read: ReadText) {
    this.pages = map.pages;
    this.#map = map;
    this.#read = read;
  }

  /** What is known of a word, if it is one of the site's. */
  async find(word: string): Promise<KnownWord | undefined> {
    const words = await this.#range("forward", word, word);
    return words.find((known) => known.word === word);
  }

  /** Longer words that begin with this one. */
  async completions(start: string): Promise<KnownWord[]> {
    const words = await this.#range("forward", start, `${start}\uffff`);
    return words.filter(({ word }) => word.startsWith(start) && word !== start);
  }

  /** Words that a slip of the hand could have made this one of; one slip leaves either half of a word as it was. */
  async similar(word: string): Promise<{ known: KnownWord; edits: number }[]> {
    const most = word.length > 7 ? 2 : 1;
    const [start, end] = [word.slice(0, word.length / 2), reversed(word).slice(0, word.length / 2)];
    const [forward, backward] = await Promise.all([
      this.#range("forward", start, `${start}\uffff`),
      this.#range("backward", end, `${end}\uffff`),
    ]);
    const candidates = new Map([...forward, ...backward].map((known) => [known.word, known]));
    return [...candidates.values()]
      .map((known) => ({ known, edits: edits(word, known.word, most) }))
      .filter((candidate) => candidate.edits <= most);
  }

  /** The words of every piece that may hold something from `first` to `last`, and some around them. */
  async #range(list: "forward" | "backward", first: string, last: string): Promise<KnownWord[]> {
    const starts = this.#map[list];
    const from = Math.max(
      0,
      starts.findLastIndex((start) => start <= first),
    );
    const to = starts.findLastIndex((start) => start <= last);
    const numbers = Array.from({ length: Math.min(to - from + 1, MOST_PIECES) }, (_, index) => from + index);
    return (await Promise.all(numbers.map((number) => this.#piece(list, number)))).flat();
  }

  #piece(list: "forward" | "backward", number: number): Promise<KnownWord[]> {
    const name = `${this.#map.folder}/${list}-${number}.txt`;
    const piece = this.#pieces.get(name) ?? this.#read(name).then((text) => parsePiece(text, list === "backward"));
    this.#pieces.set(name, piece);
    piece.catch(() => this.#pieces.delete(name));
    return piece;
  }
}

export function reversed(word: string): string {
  return [...word].reverse().join("");
}

function parsePiece(text: string, backward: boolean): KnownWord[] {
  return text.split("\n").map((line) => {
    const [word = "", pages, titles] = line.split(" ");
    return { word: backward ? reversed(word) : word, pages: Number(pages), titles: Number(titles ?? 0) };
  });
}
