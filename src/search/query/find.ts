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
  /** True for one who wants these words and no others: nothing is corrected and none is left out. */
  literal: boolean;
  /** How many pages are shown. */
  limit: number;
}

export interface Answer {
  results: FoundPage[];
  /** How many pages there are, those that are not shown included. */
  total: number;
  /** True if there are pages that have every word as it was typed. */
  isLiteral: boolean;
  /** Words of a question that say nothing of its subject, and were not looked for. */
  leftOut: string[];
  /** Words that were read as others. */
  corrections: { typed: string; used: string }[];
  /** Words that the site has nothing like. */
  unknown: string[];
  /** Which pages lack a word: all that there are, or some of those that are shown. */
  lacking: "all" | "some" | undefined;
}

export interface FoundPage {
  url: string;
  title: string;
  kind: string;
  /** As in 2026-11-22, where it has one. */
  date: string | undefined;
  /** What its samples were checked against. */
  checked: string[];
  excerpt: Span[];
  sections: FoundSection[];
  /** The words that it lacks. */
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
   * `start` starts Pagefind, which refuses to where a site has no pages; `read` reads the index's files; `base` is the
   * site's base path.
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

  /** Resolves when the index may go; nothing is searched for after it. */
  close(): Promise<void> {
    return this.#index.facets.close();
  }

  /** How many of the pages that are found each value of each filter has. */
  async count(query: Query): Promise<Counts> {
    const { pages } = await this.#poolOf(query);
    return this.#index.facets.count(pages, query.picked);
  }

  /** Narrowing and ordering ask for the same pages again. */
  #poolOf({ text, literal }: Query): Promise<Pool> {
    const key = JSON.stringify([text, literal]);
    if (this.#last?.key !== key) this.#last = { key, pool: poolOf(text, literal, this.#index) };
    return this.#last.pool;
  }
}

/** Pages are numbered from the newest. */
async function newest(pages: number[], limit: number, rank: Pool["rank"]): Promise<RankedPage[]> {
  const first = pages.toSorted((a, b) => a - b).slice(0, limit);
  return (await rank(first)).toSorted((a, b) => a.number - b.number);
}

/** Function words beside others, where not even the title of the first result has them all. */
function leftOut(terms: Term[], { isNamed }: RankedPage): string[] {
  if (isNamed || terms.every(({ isFunctionWord }) => isFunctionWord)) return [];
  return terms.filter(({ isFunctionWord }) => isFunctionWord).map(({ typed }) => typed);
}

/** A question may say `why` where the site does not; a search of such words alone finds nothing then. */
function isUnknown({ words, isFunctionWord }: Term, _: number, terms: Term[]): boolean {
  return words.length === 0 && (!isFunctionWord || terms.every((term) => term.isFunctionWord));
}

/** Which of the words that a term was read as the page has. */
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
