/** The site's vocabulary, in small files that are fetched when a search needs them. */
import { type ListMap, ListReader, type ReadFile } from "./list-reader.ts";
import { pagesFrom } from "./page-list.ts";
import { edits } from "./spelling.ts";
import { isUnspaced, sameStem } from "./words.ts";

/** A word of the site in its indexed form. */
export interface VocabularyWord {
  word: string;
  /** How many pages have it. */
  pages: number;
  /** The numbers of the pages that have it in their title; the newest page is 0. */
  titled: number[];
  /** Its stem in each language that has it: the keys of its postings. */
  stems: readonly string[];
  /** True for a word that the site has only within names: `yield` in `yield_now`. */
  isPart: boolean;
}

/** The version of the format that `docs/search.md` describes. */
export const VERSION = 2;

/** Lists of all words and of titles' words, each sorted by beginnings and by endings. */
export const LISTS = ["all-forward", "all-backward", "titles-forward", "titles-backward"] as const;
export const TITLE_LISTS = LISTS.slice(2);
export type List = (typeof LISTS)[number];

/** `words.json`, which is read before any word is looked up. */
export interface VocabularyMap {
  /** The version of the format. */
  version: number;
  /** The site's address, with a slash at its end. */
  site: string;
  /** How many pages the site has. */
  pages: number;
  /** Function words, separated by spaces. */
  functionWords: string;
  /** True if words can be made of words, as in German. */
  compounds?: boolean;
  /** In lists by ending, words are reversed. */
  lists: Record<List | "postings", ListMap>;
  /** The names of the files that list the names of the pages' files. */
  blocks: string;
  /** The name of the file of paths. */
  paths: string;
}

export class Vocabulary {
  readonly map: VocabularyMap;
  readonly #functionWords: ReadonlySet<string>;
  readonly #lists: Record<List, ListReader<VocabularyWord[]>>;
  readonly #titleLengths = new Map<number, number>();

  constructor(map: VocabularyMap, read: ReadFile) {
    this.map = map;
    this.#functionWords = new Set(map.functionWords.split(" "));
    const reader = (list: List) =>
      new ListReader(map.lists[list], read, (text) => this.#wordsIn(text, list.endsWith("backward")));
    this.#lists = {
      "all-forward": reader("all-forward"),
      "all-backward": reader("all-backward"),
      "titles-forward": reader("titles-forward"),
      "titles-backward": reader("titles-backward"),
    };
  }

  /** How many words a page's title has, at most 26. It is only known of pages with a found word in their title. */
  titleLength(page: number): number {
    return this.#titleLengths.get(page) ?? 1;
  }

  isFunctionWord(form: string): boolean {
    return this.#functionWords.has(form);
  }

  /** Undefined if no page has the word. */
  async find(word: string): Promise<VocabularyWord | undefined> {
    return (await this.#around(word)).find((one) => one.word === word);
  }

  /** Other forms of a word that are near it in the alphabet. `stems` are those of the word, if the site has it. */
  async inflections(word: string, stems: readonly string[] = []): Promise<VocabularyWord[]> {
    const isForm = (stem: string) => stems.includes(stem) || (stems.length === 0 && endsAnew(stem, word));
    return (await this.#around(word)).filter(
      (one) => one.word !== word && !one.isPart && (one.stems.some(isForm) || sameStem(one.word, word)),
    );
  }

  /** Longer words that begin with this one: all words of titles, and the first ones of texts. */
  async completions(start: string): Promise<VocabularyWord[]> {
    const ranges = (["all-forward", "titles-forward"] as const).map((list) =>
      this.#range(list, start, `${start}\uffff`),
    );
    const words = new Map((await Promise.all(ranges)).flat().map((one) => [one.word, one]));
    return [...words.values()].filter(({ word }) => word.startsWith(start) && word !== start);
  }

  /** Longer words that end with this one. */
  async endingWith(end: string): Promise<VocabularyWord[]> {
    const words = await this.#range("all-backward", reversed(end), `${reversed(end)}\uffff`);
    return words.filter(({ word }) => word.endsWith(end) && word !== end);
  }

  /** Words of which this one may be a misspelling: a single slip leaves one half of a word intact. */
  async similar(word: string, lists: readonly List[] = LISTS): Promise<{ match: VocabularyWord; edits: number }[]> {
    const most = word.length > 7 ? 2 : 1;
    const [start, end] = [word.slice(0, word.length / 2), reversed(word).slice(0, word.length / 2)];
    const ranges = lists.map((list) => {
      const half = list.endsWith("backward") ? end : start;
      return this.#range(list, half, `${half}\uffff`);
    });
    const candidates = new Map((await Promise.all(ranges)).flat().map((one) => [one.word, one]));
    return [...candidates.values()]
      .map((match) => ({ match, edits: edits(word, match.word, most) }))
      .filter((candidate) => candidate.edits <= most);
  }

  #around(word: string): Promise<VocabularyWord[]> {
    return this.#range("all-forward", word, word);
  }

  /** The words from `first` to `last`, and some around them. */
  async #range(list: List, first: string, last: string): Promise<VocabularyWord[]> {
    return (await this.#lists[list].range(first, last)).flat();
  }

  #wordsIn(text: string, backward: boolean): VocabularyWord[] {
    return text.split("\n").map((line) => {
      const [written = "", pages, titled = "", stems = ""] = line.split(" ");
      const word = backward ? reversed(written) : written;
      const titles = pagesFrom(titled, this.map.pages);
      for (const [page, value] of titles) this.#titleLengths.set(page, value + 1);
      return {
        word,
        pages: Math.abs(Number(pages)),
        titled: titles.map(([page]) => page),
        stems: stems.split(",").map((stem) => stemFrom(word, stem)),
        isPart: Number(pages) < 0,
      };
    });
  }
}

const LONGEST_ENDING = 2;
const SHORTEST_STEM = 4;

/** True if a word has another ending on the stem. In Latin script that says too little: too many words begin alike. */
function endsAnew(stem: string, word: string): boolean {
  const [letters = ""] = stem.split(":");
  const isShort = word.length - letters.length <= LONGEST_ENDING && letters.length >= SHORTEST_STEM;
  return isShort && word.startsWith(letters) && !/[a-z]/.test(word) && !isUnspaced(word);
}

export function reversed(word: string): string {
  return [...word].reverse().join("");
}

/** Words in the index are no longer than this, so that lengths are single digits in base 36. */
export const LONGEST_WORD = 35;

/** The stems of a word, separated by commas: see `docs/search.md`. */
export function stemsAsText(word: string, stems: Iterable<string>): string {
  return [...stems]
    .sort()
    .map((stem) => stemAsText(word, stem))
    .join(",");
}

/** How many letters to cut off the word's end, in base 36, and what to append; empty if the word is its own stem. */
function stemAsText(word: string, stem: string): string {
  if (stem === word) return "";
  let same = 0;
  while (same < Math.min(word.length, stem.length) && word[same] === stem[same]) same++;
  return (word.length - same).toString(36) + stem.slice(same);
}

/** The inverse of `stemAsText`. */
function stemFrom(word: string, text: string): string {
  return text ? word.slice(0, word.length - Number.parseInt(text.charAt(0), 36)) + text.slice(1) : word;
}
