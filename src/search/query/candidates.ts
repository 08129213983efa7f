/** Pages that may be meant: those with all of the terms, and those that lack one of them. */
import type { Match, Pagefind } from "./pagefind.ts";
import type { Term } from "./terms.ts";

export interface Candidate {
  match: Match;
  score: number;
  /** The words by which it was found. */
  words: string[];
  /** The term that was left out to find it. */
  lacks: Term | undefined;
}

/** What a page's score counts where it was found by a likely word rather than the likeliest, or lacks a term. */
const SECOND_CHOICE = 0.8;
const LACKING = 0.45;

/** Pages that have all of the terms, best first. */
export async function pagesWithAll(terms: Term[], pagefind: Pagefind): Promise<Candidate[]> {
  return bestOfEach(await Promise.all(variantsOf(terms).map((words, at) => search(words, at, undefined, pagefind))));
}

/** Pages that have all of the terms but one, whichever it is, best first. */
export async function pagesWithAllButOne(terms: Term[], pagefind: Pagefind): Promise<Candidate[]> {
  const searches = terms.map((lacks) => {
    const words = terms.filter((term) => term !== lacks).map((term) => term.words[0] ?? "");
    return search(words, 0, lacks, pagefind);
  });
  return bestOfEach(await Promise.all(searches));
}

/** Each page once, with its best score. */
export function bestOfEach(lists: Candidate[][]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of lists.flat()) {
    const known = best.get(candidate.match.id);
    if (!known || known.score < candidate.score) {
      best.set(candidate.match.id, known && !known.lacks ? { ...candidate, lacks: undefined } : candidate);
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.match.id < b.match.id ? -1 : 1));
}

async function search(
  words: string[],
  choice: number,
  lacks: Term | undefined,
  pagefind: Pagefind,
): Promise<Candidate[]> {
  const { results } = await pagefind.search(words.join(" "), {});
  const factor = (choice > 0 ? SECOND_CHOICE : 1) * (lacks ? LACKING : 1);
  return results.map((match) => ({ match, score: match.score * factor, words, lacks }));
}

/** The likeliest words together, and in turns each likely word of the first term that has several. */
function variantsOf(terms: Term[]): string[][] {
  const likeliest = terms.map(({ words }) => words[0] ?? "");
  const several = terms.findIndex(({ words }) => words.length > 1);
  const others = terms[several]?.words.slice(1) ?? [];
  return [likeliest, ...others.map((word) => likeliest.with(several, word))];
}
