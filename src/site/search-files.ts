/** The files of the search index: made beside everything else, since an indexer is a process of its own, or kept. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { failure, type Result, success } from "../content/problems/result.ts";
import { by } from "../content/problems/rule.ts";
import { hasPart } from "../content/site-parts.ts";
import { checkSearches } from "../search/golden.ts";
import { writeIndex } from "../search/index-site.ts";
import type { CheckedSite } from "./check.ts";
import type { FileMaker } from "./file-maker.ts";

/** Of the output folder. */
const FOLDER = "pagefind";

export interface SearchFiles {
  /** How many pages the index holds. */
  readonly pages: number;
}

/** Writes the index into the output folder, unless the last build has made the same. It fails where a golden search does. */
export async function makeSearchFiles(
  { content, read }: CheckedSite,
  maker: FileMaker,
  outDir: string,
): Promise<Result<SearchFiles>> {
  if (!hasPart(content.site, "search")) return success({ pages: 0 });
  const source = maker.digestOfAll(read.searches);
  const kept = maker.keptGroup(FOLDER, source);
  if (kept) return success({ pages: kept.pages });
  const folder = join(outDir, FOLDER);
  const pages = await writeIndex(content, folder);
  // In development a search that no longer finds its page is no reason to show nothing.
  const problems = read.options.preview ? [] : await checkSearches(read.searches, folder);
  if (problems.length > 0) return failure(...by("search", problems));
  maker.noteGroup(FOLDER, source, pages, filesIn(folder, outDir));
  return success({ pages });
}

function filesIn(folder: string, outDir: string): Map<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(outDir, path), readFileSync(path)]));
}
