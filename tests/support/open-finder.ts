/** A search of a built index in Node, by the code that browsers run. */
import { resolve } from "node:path";
import { openFinder as openIndex } from "../../src/search/open-index.ts";
import type { Answer, Finder, Query } from "../../src/search/query/find.ts";

export const PLAIN_QUERY: Omit<Query, "text"> = { picked: {}, order: "relevance", literal: false, limit: 10 };

export function openFinder(folder: string): Promise<Finder> {
  return openIndex(resolve(folder));
}

/** Titles in the order in which they come. */
export function titlesOf({ results }: Answer): string[] {
  return results.map(({ title }) => title);
}
