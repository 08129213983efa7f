/** Runs golden searches on a new index. */
import type { GoldenSearch, PlacedSearch } from "../content/golden-search.ts";
import type { Problem } from "../content/problems/problem.ts";
import { openFinder } from "./open-index.ts";
import type { Finder } from "./query/find.ts";

/** `folder` has the new index; it can be moved when this resolves. */
export async function checkSearches(searches: readonly PlacedSearch[], folder: string): Promise<Problem[]> {
  if (searches.length === 0) return [];
  const finder = await openFinder(folder);
  const problems: Problem[] = [];
  try {
    for (const search of searches) {
      const paths = await pathsFoundBy(search, finder);
      if (!paths.includes(search.finds)) problems.push(notFound(search, paths));
    }
  } finally {
    await finder.close();
  }
  return problems;
}

async function pathsFoundBy({ query, among }: GoldenSearch, finder: Finder): Promise<string[]> {
  const { results } = await finder.find({ text: query, picked: {}, order: "relevance", literal: false, limit: among });
  return results.map(({ url }) => decodeURI(url));
}

function notFound({ query, finds, among, place }: PlacedSearch, paths: string[]): Problem {
  return {
    ...place,
    message: `"${query}" does not find ${finds} among the first ${among}, but ${paths.join(", ") || "nothing"}`,
    hint: "say the words in the page's title, description or text, or change the search",
  };
}
