/** Postings as text: the pages that have a stem, and how much each says of it. */
import { type ListMap, ListReader, type ReadFile } from "./list-reader.ts";
import { pagesFrom } from "./page-list.ts";

/** By page number, how much the page says of a stem: BM25's term frequency, weighted, and normalised by length. */
export type Postings = ReadonlyMap<number, number>;

/** Frequencies are rounded to one of so many levels, each a quarter more than the one before. */
const LEVELS = 26;
const LEAST = 0.08;
const STEP = 1.26;

export class PostingsReader {
  readonly #pages: number;
  readonly #list: ListReader<Map<string, string>>;

  /** `pages` is the number of the site's pages. */
  constructor({ pages, lists }: { pages: number; lists: { postings: ListMap } }, read: ReadFile) {
    this.#pages = pages;
    this.#list = new ListReader(
      lists.postings,
      read,
      (text) => new Map(text.split("\n").map((line) => twoParts(line))),
    );
  }

  /** Empty for a stem that no page has. */
  async of(stem: string): Promise<Postings> {
    const [file] = await this.#list.range(stem, stem);
    return postingsFrom(file?.get(stem) ?? "", this.#pages);
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

/** `all` is the number of the site's pages. */
function postingsFrom(text: string, all: number): Postings {
  return new Map(pagesFrom(text, all).map(([page, level]) => [page, LEAST * STEP ** level]));
}
