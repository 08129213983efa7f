/**
 * Postings: which pages have a stem, and how much each says of it, as text. A page is written as its distance from the one
 * before, to the base 36, and its level as a capital letter behind that.
 */
import type { ReadFile } from "./vocabulary.ts";

/** The number of each page that has a stem, with how much it says of it: BM25's term frequency, weighed and by length. */
export type Postings = ReadonlyMap<number, number>;

/** Frequencies are written as one of these levels, each a quarter more than the one before. */
const LEVELS = 26;
const LEAST = 0.08;
const STEP = 1.26;
const FIRST_LEVEL = "A".charCodeAt(0);

export interface PostingsMap {
  /** The folder of the chunks; its name changes with their contents. */
  folder: string;
  /** The first stem of each chunk of postings. */
  postings: string[];
}

export class PostingsReader {
  readonly #map: PostingsMap;
  readonly #read: ReadFile;
  readonly #chunks = new Map<number, Promise<Map<string, string>>>();

  constructor(map: PostingsMap, read: ReadFile) {
    this.#map = map;
    this.#read = read;
  }

  /** Empty for a stem that no page has. */
  async of(stem: string): Promise<Postings> {
    const number = this.#map.postings.findLastIndex((first) => first <= stem);
    if (number < 0) return new Map();
    return postingsFrom((await this.#chunk(number)).get(stem) ?? "");
  }

  #chunk(number: number): Promise<Map<string, string>> {
    const chunk = this.#chunks.get(number) ?? this.#load(number);
    this.#chunks.set(number, chunk);
    chunk.catch(() => this.#chunks.delete(number));
    return chunk;
  }

  async #load(number: number): Promise<Map<string, string>> {
    const text = await (await this.#read(`${this.#map.folder}/postings-${number}.txt`)).text();
    return new Map(text.split("\n").map((line) => twoParts(line)));
  }
}

function twoParts(line: string): [string, string] {
  const space = line.indexOf(" ");
  return [line.slice(0, space), line.slice(space + 1)];
}

/** The level of a frequency, from 0 to 25. */
export function levelOf(frequency: number): number {
  const level = Math.round(Math.log(frequency / LEAST) / Math.log(STEP));
  return Math.max(0, Math.min(LEVELS - 1, level));
}

/** `postings` are page numbers, ascending, with their levels. */
export function postingsAsText(postings: Iterable<readonly [page: number, level: number]>): string {
  let [text, last] = ["", 0];
  for (const [page, level] of postings) {
    text += (page - last).toString(36) + String.fromCharCode(FIRST_LEVEL + level);
    last = page;
  }
  return text;
}

export function postingsFrom(text: string): Postings {
  const postings = new Map<number, number>();
  let page = 0;
  for (const [, step = "", level = ""] of text.matchAll(/([0-9a-z]+)([A-Z])/g)) {
    page += Number.parseInt(step, 36);
    postings.set(page, LEAST * STEP ** (level.charCodeAt(0) - FIRST_LEVEL));
  }
  return postings;
}
