/** Candidates for a search: every page that has any of its words, with how much its text and its title say of them. */
import { titleScore } from "./titles.ts";
import { type WeighedTerm, weighed } from "./weighed-terms.ts";

export interface Candidate {
  /** The page's number; the newest page is 0. */
  page: number;
  /** How much the page says of the terms, from 0 to 1. */
  text: number;
  /** True for a page that has each required term. */
  hasAll: boolean;
  /** By which candidates are compared before their pages are read. */
  score: number;
}

/** The weights of a page's title and text, and of having every term. */
export const TITLE = 2.5;
export const TEXT = 1;
export const HAS_ALL = 0.08;
/** BM25's k1; see Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), 3.4. */
const SATURATION = 2.4;

/** How much of the search a page must have, in relation to the page that has most of it, if it isn't among the first. */
const LEAST_SHARE = 0.75;
const FIRST = 10;

/** Likeliest first, among equals the newest. `titleLength` says how many words a page's title has. */
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

/** In place of all that the text of a page is worth, where its title has every term: how often it says them does not matter. */
export const NAMED = 1.4;

function saturated(frequency: number): number {
  return frequency / (frequency + SATURATION);
}
