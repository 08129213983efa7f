/** First stage: reads everything from disk. Nothing is derived here, and nothing is read later. */
import { stop as stopCompiler } from "esbuild";
import type { Ledger } from "../content/ledger.ts";
import { ProblemCollector } from "../content/problems/problem-collector.ts";
import { type Result, success } from "../content/problems/result.ts";
import { readOwnTheme } from "../looks/read-theme.ts";
import type { SiteTheme } from "../looks/site-theme.ts";
import { readLedger } from "../publish/ledger-file.ts";
import { type ReadContent, type ReadOptions, readContent } from "../reading/read-content.ts";
import { readSearches } from "../reading/read-searches.ts";
import { readSite } from "../reading/read-site.ts";
import type { PlacedSearch } from "../search/golden.ts";
import type { CollectionRow } from "./collections.ts";
import { searchWords, type Tools } from "./tools.ts";

export interface ReadSite extends ReadContent {
  readonly collections: readonly CollectionRow[];
  readonly theme: SiteTheme;
  /** The ledger. */
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
  const { siteDir, preview } = options;
  const { cache, bodies } = tools;
  const settings = await readSite(siteDir, options);
  if (!settings.ok) return settings;
  const problems = new ProblemCollector();
  const words = searchWords(collections);
  const read = await tools.readTheme({ siteDir, setting: settings.value.theme, words, cache });
  // Every page would be without it. A build goes on, to say what else is wrong.
  if (!read.ok && preview) return read;
  const theme = problems.take(read) ?? (await readOwnTheme(words));
  const content = await readContent(options, settings.value, collections, { cache, bodies, typeface: theme.typeface });
  const published = await readLedger(siteDir);
  const searches = problems.take(await readSearches(siteDir)) ?? [];
  // Development does not check the ledger, so it may be broken.
  if (!published.ok && !preview) problems.addAll(published.problems);
  // Samples and the theme have been read, and the compiler's process would stay until ours ends.
  await stopCompiler();
  return success({
    ...content,
    collections,
    theme,
    searches,
    published: published.ok ? published.value : new Map(),
    problems: [...content.problems, ...problems.all],
  });
}
