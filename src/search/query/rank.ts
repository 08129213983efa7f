/** Orders pages by where the terms stand in them: Pagefind tells how often a page has a word, this tells what it is about. */
import type { Candidate } from "./candidates.ts";
import type { Page } from "./pagefind.ts";
import type { Term } from "./terms.ts";
import { indexedForm, partsOf, sameStem, writtenWords } from "./words.ts";

export interface RankedPage extends Candidate {
  page: Page;
  /** True for a page whose title has all of the terms. */
  named: boolean;
}

/** What the title and the description count beside Pagefind's own score, of which the best page has 1. */
const TITLE = 1.2;
const DESCRIPTION = 0.2;
const SHORTEST_PART = 3;

/** Reads the pages and puts the likeliest first. */
export async function rank(candidates: Candidate[], terms: Term[]): Promise<RankedPage[]> {
  const best = candidates[0]?.score || 1;
  const pages = await Promise.all(candidates.map(async (candidate) => rate(candidate, best, terms)));
  return pages.sort((a, b) => b.score - a.score || (dateOf(a) < dateOf(b) ? 1 : -1));
}

async function rate(candidate: Candidate, best: number, terms: Term[]): Promise<RankedPage> {
  const page = await candidate.match.data();
  const title = formsIn(page.meta["title"] ?? "");
  const description = formsIn(page.meta["description"] ?? "");
  const inTitle = share(title, terms);
  const score =
    candidate.score / best +
    TITLE * inTitle ** 2 * (0.5 + 0.5 * coverage(title, terms)) +
    DESCRIPTION * share(description, terms);
  return { ...candidate, page, score, named: inTitle > 0.9 };
}

function dateOf({ page }: RankedPage): string {
  return page.meta["date"] ?? "";
}

/** How much of what was looked for a text has, each term by its weight, from 0 to 1. */
function share(words: string[][], terms: Term[]): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const found = terms.reduce((sum, term) => sum + term.weight * likeness(words, term), 0);
  return total > 0 ? found / total : 0;
}

/** How much of a text was looked for, from 0 to 1. */
function coverage(words: string[][], terms: Term[]): number {
  const covered = words.filter((word) => terms.some((term) => likeness([word], term) > 0));
  return words.length > 0 ? covered.length / words.length : 0;
}

/** Each word whole, then its parts. */
function formsIn(text: string): string[][] {
  return writtenWords(text).map((word) => [indexedForm(word), ...partsOf(word)]);
}

/** How well the best of some words is what a term means, from 0 to 1. */
function likeness(words: string[][], { words: wanted, open }: Term): number {
  const scores = words.flatMap(([whole = "", ...parts]) =>
    wanted.map((one) => {
      if (whole === one) return 1;
      if (sameStem(whole, one)) return 0.95;
      if (open && whole.startsWith(one)) return 0.9;
      return parts.some((part) => part.length >= SHORTEST_PART && (part === one || sameStem(part, one))) ? 0.8 : 0;
    }),
  );
  return Math.max(0, ...scores);
}
