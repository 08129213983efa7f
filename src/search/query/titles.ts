/** Finds pages by their titles alone, from the vocabulary. */
import type { Term } from "./words/terms.ts";

export interface Titled {
  /** The page's number; the newest page is 0. */
  page: number;
  /** From 0 to 1. */
  score: number;
}

/** As many of the likeliest may lack a term. */
const MOST_LACKING = 6;
/** How much of a search a title must have at least, by the weights of its words. */
const LEAST_SHARE = 0.3;

/**
 * Those that have every term, then some that lack one; of each the likeliest first, among equals the newest. `lengths` is
 * how many words each title has, as a digit to the base 36.
 */
export function pagesByTitle(terms: Term[], lengths: string): Titled[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const pages = new Map<number, { share: number; covered: number }>();
  for (const { titled, weight } of terms) {
    for (const [page, likeness] of titled) {
      const before = pages.get(page) ?? { share: 0, covered: 0 };
      pages.set(page, { share: before.share + (weight * likeness) / total, covered: before.covered + 1 });
    }
  }
  return [...pages]
    .filter(([, { share }]) => share >= LEAST_SHARE)
    .map(([page, { share, covered }]) => ({
      page,
      hasAll: covered === terms.length,
      score: titleScore(share, covered, Number.parseInt(lengths[page] ?? "1", 36)),
    }))
    .sort((a, b) => Number(b.hasAll) - Number(a.hasAll) || b.score - a.score || a.page - b.page)
    .filter(({ hasAll }, at) => hasAll || at < MOST_LACKING);
}

/** `share` is how much of the search a title has, from 0 to 1, and `covered` how many of its words were searched for. */
export function titleScore(share: number, covered: number, length: number): number {
  return share ** 2 * (0.5 + (0.5 * Math.min(covered, length)) / Math.max(1, length));
}
