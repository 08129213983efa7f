/** Each search in `_data/searches.ts` must name a page that the site has. */
import type { MayFollow } from "../content/broken-files.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Place, Problem } from "../content/problems/problem.ts";

interface Search {
  query: string;
  finds: string;
  /** The line of its address in `_data/searches.ts`. */
  place: Place;
}

/** `paths` are those of everything that is published. */
export function checkSearchTargets(
  searches: readonly Search[],
  paths: ReadonlySet<string>,
  mayFollow: MayFollow = () => false,
): Problem[] {
  const missing = searches.filter(({ finds }) => !paths.has(finds) && !mayFollow(finds));
  return missing.map(({ query, finds, place }) => ({
    ...place,
    message: `"${query}" is to find ${finds}, which this site does not have`,
    hint: didYouMean(finds, paths),
    written: `"${finds}"`,
  }));
}
