/** The pages that a search finds, in the order of relevance. */
import { type Candidate, pagesTitled, pagesWithAll, pagesWithAllButOne } from "./candidates.ts";
import type { Facets } from "./facets.ts";
import type { Pages } from "./page.ts";
import type { Pagefind } from "./pagefind.ts";
import { type RankedPage, rank } from "./rank.ts";
import { type Term, termsOf } from "./terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What is searched. */
export interface Index {
  pagefind: Pagefind;
  vocabulary: Vocabulary;
  pages: Pages;
  facets: Facets;
}

export interface Pool {
  /** All that was typed. */
  terms: Term[];
  ids: string[];
  /** True where no page has every term, and those that lack one were searched for. */
  isRelaxed: boolean;
  /** Pages of the pool, in the order that is asked for. */
  read: (ids: string[]) => Promise<RankedPage[]>;
}

/** As many as are read and compared before the first is shown, and how many of them for their titles. */
const RANKED = 10;
const TITLED = 6;

/** A literal search takes the words as they are: nothing is corrected and none is left out. */
export async function poolOf(text: string, literal: boolean, index: Index): Promise<Pool> {
  const terms = await termsOf(text, index.vocabulary);
  const usable = terms.filter(({ words }) => words.length > 0);
  const isRefused = literal && terms.some(({ words, isCorrected }) => isCorrected || words.length === 0);
  if (usable.length === 0 || isRefused) return emptyPool(literal ? [] : terms);
  const [complete, titled] = await Promise.all([
    pagesWithAll(usable, index.pagefind),
    pagesTitled(usable, index.vocabulary.map.titles, index.facets, TITLED),
  ]);
  const isRelaxed = !literal && complete.length === 0 && usable.length > 1;
  const found = isRelaxed ? await pagesWithAllButOne(usable, index.pagefind) : complete;
  const rankAll = (candidates: Candidate[]) => rank(candidates, usable, index.pages, index.vocabulary.map.length);
  const ranked = await rankAll(likeliest(titled, found, literal));
  const known = new Map(ranked.map((page) => [page.id, page]));
  return {
    terms,
    ids: [...known.keys(), ...found.map(({ id }) => id).filter((id) => !known.has(id))],
    isRelaxed,
    read: async (ids) => {
      const others = found.filter(({ id }) => ids.includes(id) && !known.has(id));
      for (const page of await rankAll(others)) known.set(page.id, page);
      return ids.flatMap((id) => known.get(id) ?? []);
    },
  };
}

function emptyPool(terms: Term[]): Pool {
  return { terms, ids: [], isRelaxed: false, read: async () => [] };
}

/** The best of those that titles name and of those that Pagefind finds; a literal search finds only what has every word. */
function likeliest(titled: Candidate[], found: Candidate[], literal: boolean): Candidate[] {
  const known = new Map(found.map((candidate) => [candidate.id, candidate]));
  const byTitle = titled
    .map((candidate) => known.get(candidate.id) ?? candidate)
    .filter(({ hasAll }) => hasAll || !literal);
  const both = new Map([...byTitle, ...found.slice(0, RANKED)].map((candidate) => [candidate.id, candidate]));
  return [...both.values()].slice(0, RANKED);
}
