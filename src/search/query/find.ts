/** Runs a search, from the typed text to the results: the same in browsers, in the build's check and in the benchmark. */

import type { Counts, Pagefind } from "./engine/pagefind.ts";
import { type Index, type Pool, poolOf } from "./engine/pool.ts";
import { excerptOf, type FoundSection, type Span, sectionsOf } from "./excerpt.ts";
import { Facets, type Picked } from "./facets.ts";
import { type Page, Pages } from "./page.ts";
import type { RankedPage } from "./rank.ts";
import type { ReadFile } from "./words/list-reader.ts";
import { PostingsReader } from "./words/postings.ts";
import type { Term } from "./words/terms.ts";
import { Vocabulary, type VocabularyMap } from "./words/vocabulary.ts";
import { indexedForm } from "./words/words.ts";

export interface Query {
  text: string;
  picked: Picked;
  order: "relevance" | "date";
  /** True to search for exactly these words: none is corrected, and none left out. */
  literal: boolean;
  /** How many pages are shown. */
  limit: number;
}

export interface Answer {
  results: FoundPage[];
  /** How many pages were found, including those that are not shown. */
  total: number;
  /** True if there are pages that have every word as it was typed. */
  isLiteral: boolean;
  /** Function words, which were not searched for. */
  leftOut: string[];
  /** Words that were corrected. */
  corrections: { typed: string; used: string }[];
  /** Words that resemble none of the site's. */
  unknown: string[];
  /** Which results lack a word: all that were found, or some of those that are shown. */
  lacking: "all" | "some" | undefined;
}

export interface FoundPage {
  url: string;
  title: string;
  kind: string;
  /** As in 2026-11-22; undefined for a page without one. */
  date: string | undefined;
  /** What its samples were checked against. */
  checked: string[];
  excerpt: Span[];
  sections: FoundSection[];
  /** The words of the search that the page lacks. */
  lacks: string[];
}

const NO_PAGES: Pagefind = { filters: async () => ({}), search: async () => ({ results: [] }) };

export class Finder {
  readonly #index: Index;
  #last: { key: string; pool: Promise<Pool> } | undefined;

  constructor(index: Index) {
    this.#index = index;
  }

  /**
   * `start` starts Pagefind, which fails on a site without pages; `read` reads the index's files; `base` is the site's base
   * path.
   */
  static async open(start: () => Promise<Pagefind>, read: ReadFile, base = "/"): Promise<Finder> {
    return Finder.of(await (await read("words.json")).json(), read, start, base);
  }

  /** Without Pagefind, nothing can be narrowed or counted. */
  static of(map: VocabularyMap, read: ReadFile, start = async () => NO_PAGES, base = "/"): Finder {
    return new Finder({
      vocabulary: new Vocabulary(map, read),
      postings: new PostingsReader(map, read),
      pages: new Pages(map, read, base),
      facets: new Facets(map.pages > 0 ? start : async () => NO_PAGES),
    });
  }

  /** By its number; the newest page is 0. */
  page(number: number): Promise<Page> {
    return this.#index.pages.get(number);
  }

  async find(query: Query): Promise<Answer> {
    const { terms, pages, isRelaxed, isLiteral, rank } = await this.#poolOf(query);
    const left = await this.#index.facets.narrow(pages, query.picked);
    const shown =
      query.order === "date" ? await newest(left, query.limit, rank) : await rank(left.slice(0, query.limit));
    return {
      results: shown.map(foundPage),
      total: left.length,
      isLiteral,
      leftOut: shown[0] && !query.literal ? leftOut(terms, shown[0]) : [],
      corrections: terms
        .filter(({ isCorrected, words }) => isCorrected && words.length > 0)
        .map((term) => ({ typed: term.typed, used: wordUsed(term, shown[0]) })),
      unknown: terms.filter(isUnknown).map(({ typed }) => typed),
      lacking: isRelaxed ? "all" : shown.some(({ lacks }) => lacks.length > 0) ? "some" : undefined,
    };
  }

  /** Ends all searches. When it resolves, the index can be removed. */
  close(): Promise<void> {
    return this.#index.facets.close();
  }

  /** How many of the found pages have each value of each filter. */
  async count(query: Query): Promise<Counts> {
    const { pages } = await this.#poolOf(query);
    return this.#index.facets.count(pages, query.picked);
  }

  /** The last pool is kept, since narrowing and ordering need the same pages again. */
  #poolOf({ text, literal }: Query): Promise<Pool> {
    const key = JSON.stringify([text, literal]);
    if (this.#last?.key !== key) this.#last = { key, pool: poolOf(text, literal, this.#index) };
    return this.#last.pool;
  }
}

/** By their numbers, which begin at the newest page. */
async function newest(pages: number[], limit: number, rank: Pool["rank"]): Promise<RankedPage[]> {
  const first = pages.toSorted((a, b) => a - b).slice(0, limit);
  return (await rank(first)).toSorted((a, b) => a.number - b.number);
}

/** Function words beside other words, unless the title of the first result has every term. */
function leftOut(terms: Term[], { isNamed }: RankedPage): string[] {
  if (isNamed || terms.every(({ isFunctionWord }) => isFunctionWord)) return [];
  return terms.filter(({ isFunctionWord }) => isFunctionWord).map(({ typed }) => typed);
}

/** Function words that the site lacks are no loss to a question, but a search of nothing else finds nothing without them. */
function isUnknown({ words, isFunctionWord }: Term, _: number, terms: Term[]): boolean {
  return words.length === 0 && (!isFunctionWord || terms.every((term) => term.isFunctionWord));
}

/** The word of the page that a corrected term stands for. */
function wordUsed({ words }: Term, page: RankedPage | undefined): string {
  return words.find((word) => page?.page.text.some((written) => indexedForm(written) === word)) ?? words[0] ?? "";
}

function foundPage({ page, found, lacks, weights }: RankedPage): FoundPage {
  const { url, title, kind, date, checked } = page;
  return {
    url,
    title,
    kind,
    date,
    checked,
    excerpt: excerptOf(page, found, weights),
    sections: sectionsOf(page, found, weights),
    lacks: lacks.map(({ typed }) => typed),
  };
}
