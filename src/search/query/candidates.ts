/** Candidates for a search: the pages that Pagefind finds, and those that match by their titles. */

import type { Pagefind } from "./engine/pagefind.ts";
import type { Facets } from "./facets.ts";
import { pagesByTitle } from "./titles.ts";
import type { Term } from "./words/terms.ts";

export interface Candidate {
  id: string;
  score: number;
  /** True for a page that has all of the terms. */
  hasAll: boolean;
}

/** The factor of a page's score where it was found by a likely word, not the likeliest. */
const SECOND_CHOICE = 0.8;
/** How many terms are left out in turn. */
const MOST_LEFT_OUT = 6;

/** Pages that have all of the terms, best first. */
export async function pagesWithAll(terms: Term[], pagefind: Pagefind): Promise<Candidate[]> {
  return bestOfEach(
    await Promise.all(variantsOf(terms).map((words, at) => search(words, at > 0 ? SECOND_CHOICE : 1, true, pagefind))),
  );
}

/** Pages that have all of the terms but one, best first: one of the most telling, which fewest pages have. */
export async function pagesWithAllButOne(terms: Term[], pagefind: Pagefind): Promise<Candidate[]> {
  const telling = terms.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_LEFT_OUT);
  const searches = telling.map((lacking) => {
    const words = terms.filter((term) => term !== lacking).map((term) => term.words[0] ?? "");
    return search(words, 1, false, pagefind);
  });
  return bestOfEach(await Promise.all(searches));
}

/** Pages whose titles have most of what was typed, best first. */
export async function pagesTitled(terms: Term[], lengths: string, facets: Facets): Promise<Candidate[]> {
  const titled = pagesByTitle(terms, lengths);
  if (titled.length === 0) return [];
  const ids = await facets.newestFirst();
  return titled.flatMap(({ page, score }) => {
    const id = ids[page];
    return id ? [{ id, score, hasAll: false }] : [];
  });
}

/** Each page once, with its best score. */
function bestOfEach(lists: Candidate[][]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of lists.flat()) {
    const { id, score } = candidate;
    if ((best.get(id)?.score ?? -1) < score) best.set(id, candidate);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

async function search(words: string[], factor: number, hasAll: boolean, pagefind: Pagefind): Promise<Candidate[]> {
  const { results } = await pagefind.search(words.join(" "), {});
  return results.map(({ id, score }) => ({ id, score: score * factor, hasAll }));
}

/** The likeliest words together, and in turns each likely word of the first term that has several. */
function variantsOf(terms: Term[]): string[][] {
  const likeliest = terms.map(({ words }) => words[0] ?? "");
  const several = terms.findIndex(({ words }) => words.length > 1);
  const others = terms[several]?.words.slice(1) ?? [];
  return [likeliest, ...others.map((word) => likeliest.with(several, word))];
}
