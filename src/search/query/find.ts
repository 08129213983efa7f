/** A search from what was typed to what is found: the same in the browser, in the build's check and in the benchmark. */
import { bestOfEach, type Candidate, pagesWithAll, pagesWithAllButOne } from "./candidates.ts";
import { excerptOf, type FoundSection, type Piece, sectionsOf } from "./excerpt.ts";
import { Facets, type Picked } from "./facets.ts";
import type { Counts, Pagefind } from "./pagefind.ts";
import { type RankedPage, rank } from "./rank.ts";
import { type Term, termsOf } from "./terms.ts";
import { type ReadText, Vocabulary, type VocabularyMap } from "./vocabulary.ts";

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
  /** Words that were read as others. */
  corrections: { typed: string; used: string }[];
  /** Words that the site has nothing like. */
  unknown: string[];
  /** True where some of the pages lack a word. */
  relaxed: boolean;
}

export interface FoundPage {
  url: string;
  title: string;
  kind: string;
  /** As in 2026-11-22, where it has one. */
  date: string | undefined;
  excerpt: Piece[];
  sections: FoundSection[];
  /** The word that it lacks. */
  lacks: string | undefined;
}

/** Of what was found, in the order of relevance. */
interface Pool {
  terms: Term[];
  pages: Candidate[];
}

/** A word counts for less, the longer it is than the one that was typed: "rust" is not "rustdoc". */
const RANKING = { termSimilarity: 5 };

const FINDS_NOTHING: Pagefind = {
  options: async () => {},
  filters: async () => ({}),
  search: async () => ({ results: [], filters: {} }),
};

/** As many as are read and compared before the first is shown. */
const RANKED = 10;

export class Finder {
  readonly #pagefind: Pagefind;
  readonly #vocabulary: Vocabulary;
  readonly #facets: Facets;
  #last: { key: string; pool: Promise<Pool> } | undefined;

  constructor(pagefind: Pagefind, vocabulary: Vocabulary) {
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
    this.#facets = new Facets(pagefind);
  }

  /** `start` starts Pagefind, which refuses to where a site has no pages; `read` reads the index's other files. */
  static async open(start: () => Promise<Pagefind>, read: ReadText): Promise<Finder> {
    const map = JSON.parse(await read("words.json")) as VocabularyMap;
    const pagefind = map.pages > 0 ? await start() : FINDS_NOTHING;
    await pagefind.options({ ranking: RANKING });
    return new Finder(pagefind, new Vocabulary(map, read));
  }

  async find(query: Query): Promise<Answer> {
    const { terms, pages } = await this.#poolOf(query);
    const ids = pages.map(({ match }) => match.id);
    const kept = await this.#facets.narrow(ids, query.picked);
    const left = await this.#inOrder(
      pages.filter(({ match }) => kept.has(match.id)),
      query.order,
    );
    const shown = await Promise.all(left.slice(0, query.limit).map(foundPage));
    const first = left[0];
    return {
      results: shown,
      total: left.length,
      corrections: terms
        .filter(({ corrected, words }) => corrected && words.length > 0)
        .map(({ typed, words }) => ({
          typed,
          used: words.find((word) => first?.words.includes(word)) ?? words[0] ?? "",
        })),
      unknown: terms.filter(({ words }) => words.length === 0).map(({ typed }) => typed),
      relaxed: left.some(({ lacks }) => lacks),
    };
  }

  /** How many of the pages that are found each value of each filter has. */
  async count(query: Query): Promise<Counts> {
    const { pages } = await this.#poolOf(query);
    return this.#facets.count(
      pages.map(({ match }) => match.id),
      query.picked,
    );
  }

  /** Narrowing and ordering ask for the same pages again. */
  #poolOf({ text, literal }: Query): Promise<Pool> {
    const key = JSON.stringify([text, literal]);
    if (this.#last?.key !== key) this.#last = { key, pool: this.#search(text, literal) };
    return this.#last.pool;
  }

  async #search(text: string, literal: boolean): Promise<Pool> {
    const terms = await termsOf(text, this.#vocabulary);
    const usable = terms.filter(({ words }) => words.length > 0);
    const refused = literal && terms.some(({ words, corrected }) => corrected || words.length === 0);
    if (usable.length === 0 || refused) return { terms: literal ? [] : terms, pages: [] };
    const complete = await pagesWithAll(usable, this.#pagefind);
    const ranked = await rank(complete.slice(0, RANKED), usable);
    if (literal || usable.length === 1 || ranked[0]?.named) {
      return { terms, pages: [...ranked, ...complete.slice(RANKED)] };
    }
    return { terms, pages: await this.#relax(usable, complete) };
  }

  /** Where some pages have every term, only the best of those that lack one join them. */
  async #relax(terms: Term[], complete: Candidate[]): Promise<Candidate[]> {
    const all = bestOfEach([complete, await pagesWithAllButOne(terms, this.#pagefind)]);
    const ranked = await rank(all.slice(0, RANKED), terms);
    const rest = all.slice(RANKED);
    return [...ranked, ...(complete.length > 0 ? rest.filter(({ lacks }) => !lacks) : rest)];
  }

  async #inOrder(pages: Candidate[], order: Query["order"]): Promise<Candidate[]> {
    if (order === "relevance") return pages;
    const places = new Map((await this.#facets.newestFirst()).map((id, place) => [id, place]));
    const placeOf = ({ match }: Candidate) => places.get(match.id) ?? places.size;
    return pages.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

async function foundPage(candidate: Candidate | RankedPage): Promise<FoundPage> {
  const page = await candidate.match.data();
  const { words } = candidate.match;
  const { title = page.url, kind = "", date } = page.meta;
  return {
    url: page.url,
    title,
    kind,
    date,
    excerpt: excerptOf(page, words),
    sections: sectionsOf(page, words),
    lacks: candidate.lacks?.typed,
  };
}
