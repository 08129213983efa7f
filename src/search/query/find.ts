/** A search from what was typed to what is found: the same in the browser, in the build's check and in the benchmark. */
import { type Candidate, pagesTitled, pagesWithAll, pagesWithAllButOne } from "./candidates.ts";
import { excerptOf, type FoundSection, type Piece, sectionsOf } from "./excerpt.ts";
import { Facets, type Picked } from "./facets.ts";
import { Pages } from "./page.ts";
import { type Counts, type Pagefind, RenewedPagefind, type StartedPagefind } from "./pagefind.ts";
import { type RankedPage, rank } from "./rank.ts";
import { type Term, termsOf } from "./terms.ts";
import { type ReadFile, Vocabulary, type VocabularyMap } from "./vocabulary.ts";
import { indexedForm } from "./words.ts";

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
  /** The words that it lacks. */
  lacks: string[];
}

/** Of what was found, in the order of relevance: the likeliest pages, which were read, and all others. */
interface Pool {
  terms: Term[];
  /** What was searched for: terms that the site has something like. */
  usable: Term[];
  ids: string[];
  ranked: ReadonlyMap<string, RankedPage>;
  isRelaxed: boolean;
}

/** A word counts for less, the longer it is than the one that was typed: "rust" is not "rustdoc". */
const RANKING = { termSimilarity: 5 };

const FINDS_NOTHING: Pagefind = {
  filters: async () => ({}),
  search: async () => ({ results: [], filters: {} }),
};

/** As many as are read and compared before the first is shown, and how many of them for their titles. */
const RANKED = 12;
const TITLED = 7;

export class Finder {
  readonly #pagefind: Pagefind;
  readonly #vocabulary: Vocabulary;
  readonly #pages: Pages;
  readonly #facets: Facets;
  #last: { key: string; pool: Promise<Pool> } | undefined;

  constructor(pagefind: Pagefind, vocabulary: Vocabulary, pages: Pages) {
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
    this.#pages = pages;
    this.#facets = new Facets(pagefind);
  }

  /** `start` starts Pagefind, which refuses to where a site has no pages; `read` reads the index's other files. */
  static async open(start: () => Promise<StartedPagefind>, read: ReadFile): Promise<Finder> {
    const map = (await (await read("words.json")).json()) as VocabularyMap;
    const pagefind = map.pages > 0 ? new RenewedPagefind(start, { ranking: RANKING }) : FINDS_NOTHING;
    return new Finder(pagefind, new Vocabulary(map, read), new Pages(read));
  }

  async find(query: Query): Promise<Answer> {
    const { terms, usable, ids, ranked, isRelaxed } = await this.#poolOf(query);
    const kept = await this.#facets.narrow(ids, query.picked);
    const left = await this.#inOrder(
      ids.filter((id) => kept.has(id)),
      query.order,
    );
    const shown = await this.#read(left.slice(0, query.limit), usable, ranked);
    return {
      results: shown.map(foundPage),
      total: left.length,
      corrections: terms
        .filter(({ isCorrected, words }) => isCorrected && words.length > 0)
        .map((term) => ({ typed: term.typed, used: wordUsed(term, shown[0]) })),
      unknown: terms.filter(({ words }) => words.length === 0).map(({ typed }) => typed),
      relaxed: isRelaxed || shown.some(({ lacks }) => lacks.length > 0),
    };
  }

  /** How many of the pages that are found each value of each filter has. */
  async count(query: Query): Promise<Counts> {
    const { ids } = await this.#poolOf(query);
    return this.#facets.count(ids, query.picked);
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
    const refused = literal && terms.some(({ words, isCorrected }) => isCorrected || words.length === 0);
    if (usable.length === 0 || refused) {
      return { terms: literal ? [] : terms, usable: [], ids: [], ranked: new Map(), isRelaxed: false };
    }
    const { titles } = this.#vocabulary.map;
    const [complete, titled] = await Promise.all([
      pagesWithAll(usable, this.#pagefind),
      pagesTitled(usable, titles, this.#facets, TITLED),
    ]);
    const isRelaxed = !literal && complete.length === 0 && usable.length > 1;
    const found = isRelaxed ? await pagesWithAllButOne(usable, this.#pagefind) : complete;
    const first = likeliest(titled, found, literal);
    const ranked = await this.#rank(first, usable);
    const rest = found.map(({ id }) => id).filter((id) => !first.some((candidate) => candidate.id === id));
    return {
      terms,
      usable,
      ids: [...ranked.map(({ id }) => id), ...rest],
      ranked: new Map(ranked.map((page) => [page.id, page])),
      isRelaxed,
    };
  }

  /** Pages in the same order; those that were not compared are read now. */
  async #read(ids: string[], terms: Term[], ranked: Pool["ranked"]): Promise<RankedPage[]> {
    const others = ids.filter((id) => !ranked.has(id)).map((id) => ({ id, score: 0, hasAll: true }));
    const read = new Map((await this.#rank(others, terms)).map((page) => [page.id, page]));
    return ids.flatMap((id) => ranked.get(id) ?? read.get(id) ?? []);
  }

  #rank(candidates: Candidate[], terms: Term[]): Promise<RankedPage[]> {
    return rank(candidates, terms, this.#pages, this.#vocabulary.map.length);
  }

  async #inOrder(ids: string[], order: Query["order"]): Promise<string[]> {
    if (order === "relevance") return ids;
    const places = new Map((await this.#facets.newestFirst()).map((id, place) => [id, place]));
    const placeOf = (id: string) => places.get(id) ?? places.size;
    return ids.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

/** Of each kind the best; a literal search finds only what has every word. */
function likeliest(titled: Candidate[], found: Candidate[], literal: boolean): Candidate[] {
  const known = new Map(found.map((candidate) => [candidate.id, candidate]));
  const byTitle = titled
    .map((candidate) => known.get(candidate.id) ?? candidate)
    .filter(({ hasAll }) => hasAll || !literal);
  const both = new Map([...byTitle, ...found.slice(0, RANKED)].map((candidate) => [candidate.id, candidate]));
  return [...both.values()].slice(0, RANKED);
}

/** Which of the words that a term was read as the page has. */
function wordUsed({ words }: Term, page: RankedPage | undefined): string {
  return words.find((word) => page?.page.text.some((written) => indexedForm(written) === word)) ?? words[0] ?? "";
}

function foundPage({ page, found, lacks }: RankedPage): FoundPage {
  const { url, title, kind, date } = page;
  return {
    url,
    title,
    kind,
    date,
    excerpt: excerptOf(page, found),
    sections: sectionsOf(page, found),
    lacks: lacks.map(({ typed }) => typed),
  };
}
