/** The pages that a search finds, in order of relevance. */
import { type Candidate, pagesTitled, pagesWithAll, pagesWithAllButOne } from "../candidates.ts";
import type { Facets } from "../facets.ts";
import type { Pages } from "../page.ts";
import { type RankedPage, rank } from "../rank.ts";
import { type Term, termsOf } from "../words/terms.ts";
import type { Vocabulary } from "../words/vocabulary.ts";
import type { LastingPagefind } from "./pagefind.ts";

/** The opened index of a site. */
export interface Index {
  pagefind: LastingPagefind;
  vocabulary: Vocabulary;
  pages: Pages;
  facets: Facets;
}

export interface Pool {
  /** All that was typed. */
  terms: Term[];
  /** The likeliest first, as far as can be told before pages are read. */
  ids: string[];
  /** True if no page has every term, so that pages that lack one were searched for. */
  isRelaxed: boolean;
  /** Reads pages of the pool and ranks them ten by ten. */
  rank: (ids: string[]) => Promise<RankedPage[]>;
}

/** How many pages are ranked together. */
const COMPARED = 10;

/** A literal search takes the words as they are: nothing is corrected and none is left out. */
export async function poolOf(text: string, literal: boolean, index: Index): Promise<Pool> {
  const terms = await termsOf(text, literal, index.vocabulary);
  const usable = terms.filter(({ words }) => words.length > 0);
  const isRefused = literal && terms.some(({ words, isCorrected }) => isCorrected || words.length === 0);
  if (usable.length === 0 || isRefused) return poolFrom([], literal ? [] : terms, false, index);
  const [complete, titled] = await Promise.all([
    pagesWithAll(usable, index.pagefind),
    pagesTitled(usable, index.vocabulary.map.titles, index.facets),
  ]);
  const isRelaxed = !literal && complete.length === 0 && usable.length > 1;
  const found = isRelaxed ? await pagesWithAllButOne(usable, index.pagefind) : complete;
  return poolFrom(inTurn(titled, found, literal), terms, isRelaxed, index);
}

function poolFrom(candidates: Candidate[], terms: Term[], isRelaxed: boolean, index: Index): Pool {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const usable = terms.filter(({ words }) => words.length > 0);
  return {
    terms,
    ids: [...byId.keys()],
    isRelaxed,
    rank: async (ids) => {
      const wanted = ids.flatMap((id) => byId.get(id) ?? []);
      const tens = Array.from({ length: Math.ceil(wanted.length / COMPARED) }, (_, ten) =>
        wanted.slice(ten * COMPARED, (ten + 1) * COMPARED),
      );
      const { pages, vocabulary } = index;
      return (await Promise.all(tens.map((ten) => rank(ten, usable, pages, vocabulary.map.length)))).flat();
    },
  };
}

/** Those that titles name, then those that Pagefind finds; a literal search finds only what has every word. */
function inTurn(titled: Candidate[], found: Candidate[], literal: boolean): Candidate[] {
  const byId = new Map(found.map((candidate) => [candidate.id, candidate]));
  const byTitle = titled
    .map((candidate) => byId.get(candidate.id) ?? candidate)
    .filter(({ hasAll }) => hasAll || !literal);
  return [...byTitle, ...found];
}
