/** First stage: everything that is on disk. Nothing is worked out, and nothing read after it. */
import { stop as stopCompiler } from "esbuild";
import type { Ledger } from "../content/ledger.ts";
import { ProblemCollector } from "../content/problems/problem-collector.ts";
import { type Result, success } from "../content/problems/result.ts";
import { readLedger } from "../publish/ledger-file.ts";
import { type ReadContent, type ReadOptions, readContent } from "../reading/read-content.ts";
import { readSearches } from "../reading/read-searches.ts";
import type { PlacedSearch } from "../search/golden.ts";
import type { CollectionRow } from "./collections.ts";
import type { Tools } from "./tools.ts";

export interface ReadSite extends ReadContent {
  readonly collections: readonly CollectionRow[];
  /** What builds of the site have published so far. */
  readonly published: Ledger;
  /** Searches that must find their page. */
  readonly searches: readonly PlacedSearch[];
}

/** No value where nothing can be read at all. */
export async function read(
  options: ReadOptions,
  collections: readonly CollectionRow[],
  tools: Tools,
): Promise<Result<ReadSite>> {
  const content = await readContent(options, collections, tools);
  if (!content.ok) return content;
  const problems = new ProblemCollector();
  const published = await readLedger(options.siteDir);
  const searches = problems.take(await readSearches(options.siteDir)) ?? [];
  // In development nothing is held against the ledger, so that it may be broken.
  if (!published.ok && !options.preview) problems.addAll(published.problems);
  // Samples and the theme have been read, and the compiler's process would stay until ours ends.
  await stopCompiler();
  return success({
    ...content.value,
    collections,
    searches,
    published: published.ok ? published.value : new Map(),
    problems: [...content.value.problems, ...problems.all],
  });
}
