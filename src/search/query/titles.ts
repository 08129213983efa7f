/** How well a title fits a search. */

/**
 * Many titles have a few words of a question. The one that is meant has most of the search, and little else.
 *
 * @param share how much of the search the title has, from 0 to 1, by the weights of its words.
 * @param covered how many of the title's words were searched for, of `length`.
 */
export function titleScore(share: number, covered: number, length: number): number {
  const coverage = Math.min(covered, length) / Math.max(1, length);
  return share ** 3 * coverage;
}
