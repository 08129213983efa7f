/** The site's vocabulary, in small files that are fetched when a query needs them. */
import { edits } from "./spelling.ts";
import { sameStem } from "./words.ts";

/** A word of the site in its indexed form. */
export interface KnownWord {
  word: string;
  /** How many pages have it. */
  pages: number;
  /** The pages that have it in their title, by their place: the site's newest page is 0. */
  titled: number[];
}

/** All words and those of titles, each by how they begin and by how they end. */
export const LISTS = ["all-forward", "all-backward", "titles-forward", "titles-backward"] as const;
export const TITLE_LISTS = LISTS.slice(2);
export type List = (typeof LISTS)[number];

/** `words.json`: what is known of the site before any word is looked up. */
export interface VocabularyMap {
  /** How many pages the site has. */
  pages: number;
  /** How many words their texts have in the mean. */
  length: number;
  /** How many words the title of each page has, one digit each to the base 36, the newest page first. */
  titles: string;
  /** The pieces' folder; its name changes with what they say. */
  folder: string;
  /** The first word of each piece of a list; those of lists by ending are written backwards. */
  starts: Record<List, string[]>;
}

/** Reads a file of the index by its name. */
export type ReadFile = (name: string) => Promise<Response>;

const MOST_PIECES = 4;

export class Vocabulary {
  readonly map: VocabularyMap;
  readonly #read: ReadFile;
  readonly #pieces = new Map<string, Promise<KnownWord[]>>();

  constructor(map: VocabularyMap, read: ReadFile) {
    this.map = map;
    this.#read = read;
  }

  /** What is known of a word, if it is one of the site's. */
  async find(word: string): Promise<KnownWord | undefined> {
    return (await this.#around(word)).find((known) => known.word === word);
  }

  /** Other forms of a word, as far as they stand beside it in the alphabet. */
  async inflections(word: string): Promise<KnownWord[]> {
    return (await this.#around(word)).filter((known) => known.word !== word && sameStem(known.word, word));
  }

  /** Longer words that begin with this one: all of titles, and the first of others. */
  async completions(start: string): Promise<KnownWord[]> {
    const ranges = (["all-forward", "titles-forward"] as const).map((list) =>
      this.#range(list, start, `${start}\uffff`),
    );
    const words = new Map((await Promise.all(ranges)).flat().map((known) => [known.word, known]));
    return [...words.values()].filter(({ word }) => word.startsWith(start) && word !== start);
  }

  /** Words that a slip of the hand could have made this one of; one slip leaves either half of a word as it was. */
  async similar(word: string, lists: readonly List[] = LISTS): Promise<{ known: KnownWord; edits: number }[]> {
    const most = word.length > 7 ? 2 : 1;
    const [start, end] = [word.slice(0, word.length / 2), reversed(word).slice(0, word.length / 2)];
    const pieces = lists.map((list) => {
      const half = list.endsWith("backward") ? end : start;
      return this.#range(list, half, `${half}\uffff`);
    });
    const candidates = new Map((await Promise.all(pieces)).flat().map((known) => [known.word, known]));
    return [...candidates.values()]
      .map((known) => ({ known, edits: edits(word, known.word, most) }))
      .filter((candidate) => candidate.edits <= most);
  }

  #around(word: string): Promise<KnownWord[]> {
    return this.#range("all-forward", word, word);
  }

  /** The words of every piece that may hold something from `first` to `last`, and some around them. */
  async #range(list: List, first: string, last: string): Promise<KnownWord[]> {
    const starts = this.map.starts[list];
    const from = Math.max(
      0,
      starts.findLastIndex((start) => start <= first),
    );
    const to = starts.findLastIndex((start) => start <= last);
    const numbers = Array.from({ length: Math.min(to - from + 1, MOST_PIECES) }, (_, index) => from + index);
    return (await Promise.all(numbers.map((number) => this.#piece(list, number)))).flat();
  }

  #piece(list: List, number: number): Promise<KnownWord[]> {
    const name = `${this.map.folder}/${list}-${number}.txt`;
    const piece =
      this.#pieces.get(name) ?? this.#load(name).then((text) => parsePiece(text, list.endsWith("backward")));
    this.#pieces.set(name, piece);
    piece.catch(() => this.#pieces.delete(name));
    return piece;
  }

  async #load(name: string): Promise<string> {
    return (await this.#read(name)).text();
  }
}

export function reversed(word: string): string {
  return [...word].reverse().join("");
}

function parsePiece(text: string, backward: boolean): KnownWord[] {
  return text.split("\n").map((line) => {
    const [word = "", pages, titled] = line.split(" ");
    return { word: backward ? reversed(word) : word, pages: Number(pages), titled: placesFrom(titled) };
  });
}

/** Ascending places as they are written down: each as its distance from the one before, to the base 36. */
export function placesAsText(places: number[]): string {
  return places.map((place, at) => (place - (places[at - 1] ?? 0)).toString(36)).join(".");
}

/** The other way round. */
export function placesFrom(text: string | undefined): number[] {
  let place = 0;
  return (text?.split(".") ?? []).map((step) => (place += Number.parseInt(step, 36)));
}
