/** A search of content in Node: a real index, by the code that browsers run. */
import { afterAll, beforeAll } from "vitest";
import type { Content } from "../../src/content/content.ts";
import { writeIndex } from "../../src/search/index-site.ts";
import { openFinder } from "../../src/search/open-index.ts";
import type { Counts } from "../../src/search/query/engine/pagefind.ts";
import type { Answer, Finder, Query } from "../../src/search/query/find.ts";
import { useTemporaryFolder } from "./temporary-folder.ts";

export const PLAIN_QUERY: Omit<Query, "text"> = { picked: {}, order: "relevance", literal: false, limit: 10 };

export interface SearchedContent {
  /** Holds the index. */
  folder: string;
  /** The name of each of the index's files that was read, as often as it was. */
  reads: string[];
  find: (text: string, parts?: Partial<Query>) => Promise<Answer>;
  finder: () => Finder;
}

/** Call at a test file's top. */
export function useSearch(content: Content): SearchedContent {
  const folder = useTemporaryFolder();
  const reads: string[] = [];
  let finder: Finder;
  beforeAll(async () => {
    await writeIndex(content, folder);
    finder = await openFinder(folder, (name) => reads.push(name));
  });
  afterAll(() => finder.close());
  return {
    folder,
    reads,
    find: (text, parts) => finder.find({ ...PLAIN_QUERY, text, ...parts }),
    finder: () => finder,
  };
}

/** What an index that was built into a folder answers, and how many pages each value of each facet has. */
export async function searchIn(
  folder: string,
  text: string,
  parts: Partial<Query> = {},
): Promise<Answer & { counts: Counts }> {
  const finder = await openFinder(folder);
  try {
    const query = { ...PLAIN_QUERY, text, ...parts };
    return { ...(await finder.find(query)), counts: await finder.count(query) };
  } finally {
    await finder.close();
  }
}

/** Finds with an index that nothing was searched for yet. */
export async function findAfresh(text: string, folder: string): Promise<Answer> {
  const finder = await openFinder(folder);
  const answer = await finder.find({ ...PLAIN_QUERY, text });
  await finder.close();
  return answer;
}

/** Titles in the order in which they come. */
export function titlesOf({ results }: Answer): string[] {
  return results.map(({ title }) => title);
}
