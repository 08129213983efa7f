/** A search of a built index in Node, by the code that browsers run. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pagefindIn } from "../../src/search/open-index.ts";
import { type Answer, Finder, type Query } from "../../src/search/query/find.ts";

export const PLAIN_QUERY: Omit<Query, "text"> = { picked: {}, order: "relevance", literal: false, limit: 10 };

export function openFinder(folder: string): Promise<Finder> {
  return Finder.open(pagefindIn(resolve(folder)), async (name) => new Response(await readFile(join(folder, name))));
}

/** Titles in the order in which they come. */
export function titlesOf({ results }: Answer): string[] {
  return results.map(({ title }) => title);
}
