/** The files of the search index: made beside everything else, or kept. */
import { join } from "node:path";
import { collectionLists } from "../content/content.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { by } from "../content/problems/rule.ts";
import { hasPart } from "../content/site-parts.ts";
import { checkSearches } from "../search/golden.ts";
import type { EarlierIndex } from "../search/index-folder.ts";
import { writeIndex } from "../search/index-site.ts";
import type { WrittenIndex } from "../search/make-index.ts";
import type { FileMaker } from "./file-maker.ts";
import type { ReadSite } from "./read.ts";
import type { Tools } from "./tools.ts";

/** Of the output folder. */
const FOLDER = "pagefind";

export const NO_INDEX: WrittenIndex = { pages: 0, shards: 0, files: 0 };

/**
 * Writes the index into the output folder, but for what the last build has made the same: it needs nothing that is derived. It
 * fails where a golden search does, and rejects when the signal is given.
 */
export async function makeSearchFiles(
  read: ReadSite,
  { shards }: Pick<Tools, "shards">,
  maker: FileMaker,
  outDir: string,
  signal?: AbortSignal,
): Promise<Result<WrittenIndex>> {
  const { site, options, searches } = read;
  if (!hasPart(site, "search")) return success(NO_INDEX);
  const folder = join(outDir, FOLDER);
  const collections = collectionLists(read);
  const written = await writeIndex({ site, collections }, folder, {
    earlier: earlierIndex(maker, outDir),
    shards,
    signal,
  });
  // In development a search that no longer finds its page is no reason to show nothing.
  const problems = options.preview ? [] : await checkSearches(searches, folder);
  return problems.length > 0 ? failure(...by("search", problems)) : success(written);
}

function earlierIndex(maker: FileMaker, outDir: string): EarlierIndex {
  const fileOf = (name: string) => join(FOLDER, name);
  return {
    isInPlace: maker.lastFolder === undefined || maker.lastFolder === outDir,
    isEmpty: maker.isFirst,
    take(files) {
      const kept = files.filter(({ name, from }) => maker.keeps(fileOf(name), from));
      for (const { name } of kept) maker.take(fileOf(name), outDir);
      return kept.map(({ name }) => name);
    },
    takeGroup(group, from) {
      const kept = maker.keptGroup(group, from);
      for (const file of kept?.files ?? []) maker.take(file, outDir);
      return kept?.files.map((file) => file.slice(FOLDER.length + 1));
    },
    note: ({ name, from }, digest) => maker.note(fileOf(name), from, digest),
    noteGroup: (group, from, names) => maker.noteGroup(group, from, names.map(fileOf)),
  };
}
