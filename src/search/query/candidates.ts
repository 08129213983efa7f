/** Candidates for a search: all pages with any of its words, scored by their texts and titles. */
import { titleScore } from "./titles.ts";
import { type WeighedTerm, weighed } from "./weighed-terms.ts";

export interface Candidate {
  /** The page's number; the newest page is 0. */
  page: number;
  /** How much the page's text says about the terms, from 0 to 1. */
  text: number;
  /** True for a page that has each required term. */
  hasAll: boolean;
  /** Orders candidates before their pages are read. */
  score: number;
}

/** The weights of a page's title and text, and of having every term. */
export const TITLE = 2.5;
export const TEXT = 1;
export const HAS_ALL = 0.08;
/** BM25's k1; see Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), 3.4. */
const SATURATION = 2.4;

/** Beyond the first few, a page must have this share of what the best page has of the search. */
const LEAST_SHARE = 0.75;
const FIRST = 10;

/** The likeliest first, and the newest among equals. `titleLength` gives the number of words in a page's title. */
export function candidatesFor(terms: WeighedTerm[], titleLength: (page: number) => number): Candidate[] {
  const rated = [...pagesOf(terms)].map((page) => rate(page, terms, titleLength(page)));
  const most = rated.reduce((best, { share }) => Math.max(best, share), 0);
  return rated
    .sort((a, b) => b.score - a.score || a.page - b.page)
    .filter(({ share }, at) => at < FIRST || share >= LEAST_SHARE * most);
}

function pagesOf(terms: WeighedTerm[]): Set<number> {
  return new Set(
    terms.flatMap(({ postings, titled, isRequired }) => [...postings.keys(), ...(isRequired ? titled.keys() : [])]),
  );
}

function rate(page: number, terms: WeighedTerm[], titleLength: number): Candidate & { share: number } {
  const text = weighed(terms, ({ postings }) => saturated(postings.get(page) ?? 0));
  const titleShare = weighed(terms, ({ titled }) => titled.get(page) ?? 0);
  const covered = terms.filter(({ titled }) => titled.has(page)).length;
  const has = (term: WeighedTerm) => !term.isRequired || term.postings.has(page);
  const hasAll = terms.every(has);
  const isNamed = covered === terms.length;
  return {
    page,
    text,
    hasAll,
    share: weighed(terms, (term) => (has(term) || term.titled.has(page) ? 1 : 0)),
    score:
      TITLE * titleScore(titleShare, covered, titleLength) +
      (isNamed ? NAMED : TEXT * text) +
      (hasAll || isNamed ? HAS_ALL : 0),
  };
}

/** The worth of the text of a page whose title has every term: how often the text has them does not matter then. */
export const NAMED = 1.4;

function saturated(frequency: number): number {
  return frequency / (frequency + SATURATION);
}
