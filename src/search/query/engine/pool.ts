/** All pages that a search finds, in order of relevance. */
import { type Candidate, candidatesFor } from "../candidates.ts";
import type { Facets } from "../facets.ts";
import type { Pages } from "../page.ts";
import { type RankedPage, rank } from "../rank.ts";
import { type WeighedTerm, weighedTerms } from "../weighed-terms.ts";
import type { PostingsReader } from "../words/postings.ts";
import { type Term, termsOf } from "../words/terms.ts";
import type { Vocabulary } from "../words/vocabulary.ts";
import { indexedForm } from "../words/words.ts";

/** The opened index of a site. */
export interface Index {
  vocabulary: Vocabulary;
  postings: PostingsReader;
  pages: Pages;
  facets: Facets;
}

export interface Pool {
  /** All that was typed. */
  terms: Term[];
  /** Page numbers, the likeliest first as far as the index tells. */
  pages: number[];
  /** True if no page has every required term. */
  isRelaxed: boolean;
  /** True if some page has every required term as it was typed. */
  isLiteral: boolean;
  /** Reads pages of the pool and ranks them ten by ten. */
  rank: (pages: number[]) => Promise<RankedPage[]>;
}

/** How many pages are ranked together. */
const COMPARED = 10;

/** A literal search takes the words as they are: nothing is corrected and none is left out. */
export async function poolOf(text: string, literal: boolean, index: Index): Promise<Pool> {
  const { vocabulary, postings } = index;
  const terms = await termsOf(text, literal, vocabulary);
  const usable = terms.filter(({ words }) => words.length > 0);
  const isAsTyped = terms.every(
    ({ typed, words, isFunctionWord }) => isFunctionWord || words.includes(indexedForm(typed)),
  );
  const isRefused = literal && !isAsTyped;
  if (usable.length === 0 || isRefused) return poolFrom([], [], literal ? [] : terms, false, index);
  const weighed = await weighedTerms(usable, vocabulary.map.pages, postings);
  const candidates = candidatesFor(weighed, (page) => vocabulary.titleLength(page));
  return poolFrom(literal ? candidates.filter(({ hasAll }) => hasAll) : candidates, weighed, terms, isAsTyped, index);
}

function poolFrom(
  candidates: Candidate[],
  weighed: WeighedTerm[],
  terms: Term[],
  isAsTyped: boolean,
  index: Index,
): Pool {
  const byPage = new Map(candidates.map((candidate) => [candidate.page, candidate]));
  return {
    terms,
    pages: [...byPage.keys()],
    isLiteral: isAsTyped && candidates.some(({ hasAll }) => hasAll),
    isRelaxed: candidates.length > 0 && !candidates.some(({ hasAll }) => hasAll),
    rank: async (pages) => {
      const wanted = pages.flatMap((page) => byPage.get(page) ?? []);
      const tens = Array.from({ length: Math.ceil(wanted.length / COMPARED) }, (_, ten) =>
        wanted.slice(ten * COMPARED, (ten + 1) * COMPARED),
      );
      return (await Promise.all(tens.map((ten) => rank(ten, weighed, index.pages)))).flat();
    },
  };
}
