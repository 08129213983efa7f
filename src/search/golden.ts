/** Golden searches, which must find certain pages; every build runs them. */
import { z } from "zod";
import { PagePath } from "../content/address.ts";
import type { Place, Problem } from "../content/problems/problem.ts";
import { Text } from "../content/text/text.ts";
import { openFinder } from "./open-index.ts";
import type { Finder } from "./query/find.ts";

export const GOLDEN_FILE = "_data/searches.ts";

const FEW = "must be a whole number from 1 to 10";

export const GoldenSearch = z.strictObject({
  /** As a reader would type it. */
  query: Text,
  /** The path of the page that must be found. */
  finds: PagePath,
  /** It must be among so many of the first results. */
  among: z.int({ error: FEW }).positive({ error: FEW }).max(10, { error: FEW }).default(3),
});
export type GoldenSearch = z.infer<typeof GoldenSearch>;
/** A search, and the line of its address in `_data/searches.ts`. */
export type PlacedSearch = GoldenSearch & { readonly place: Place };
/** What `_data/searches.ts` exports a list of. */
export type GoldenSearchInput = z.input<typeof GoldenSearch>;

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
