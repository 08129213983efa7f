/** A site from its folder to its files: each stage makes a value from the one before. */
import { ContentError } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import type { ReadOptions } from "../reading/read-content.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { check } from "./check.ts";
import { collections } from "./collections.ts";
import { derive } from "./derive.ts";
import { read } from "./read.ts";
import { type RenderedSite, render } from "./render.ts";
import { openTools, type Tools } from "./tools.ts";
import { type WrittenSite, write } from "./write.ts";

/** Every page, ready to be written. In development, what is wrong stands on the pages that it concerns. */
export async function preparePages(options: ReadOptions, tools: Tools): Promise<Result<RenderedSite>> {
  // Settings, content files, pictures, transcripts and the ledger are read from disk, and nothing is read after them.
  const source = await read(options, collections, tools);
  if (!source.ok) return source;

  // From these follow lists, tags, series, related entries, feeds, and the table of all other pages.
  const derived = derive(source.value);

  // All of it is checked, and every problem of the site is reported at once.
  const checked = check(derived);
  if (checked.problems.length > 0 && !options.preview) return failure(...checked.problems);

  // Each page becomes HTML, with a note of the share image and the policy that it needs.
  return success(await render(checked, tools, sourcesIn(options.siteDir)));
}

export interface BuildOptions extends Omit<ReadOptions, "preview"> {
  /** False leaves the search index out. */
  readonly search: boolean;
}

interface Listeners {
  /** Development: hears of what is wrong, which then stands on pages. */
  onProblems?: (error: ContentError) => void;
  onWritten?: (site: WrittenSite) => void;
}

/** The stages as whoever writes the pages calls for them; all else is written when the pages are. */
export interface SiteBuild {
  readonly siteDir: string;
  /** Those with content files. */
  readonly folders: readonly string[];
  prepare(preview: boolean): Promise<RenderedSite>;
  /** What an earlier run wrote into the folder, and this one did not, is removed. */
  finish(site: RenderedSite, outDir: string): Promise<void>;
}

/** Its functions throw a `ContentError` where the content is wrong: only an error stops Eleventy. */
export function siteBuild(options: BuildOptions, { onProblems, onWritten }: Listeners = {}): SiteBuild {
  const { siteDir, search } = options;
  const tools = openTools(siteDir);
  let before: WrittenSite | undefined;
  return {
    siteDir,
    folders: collections.map(({ folder }) => folder),
    async prepare(preview) {
      const site = valueOrThrow(await preparePages({ ...options, preview }, await tools), siteDir);
      if (site.problems.length > 0) onProblems?.(new ContentError(site.problems, sourcesIn(siteDir)));
      return site;
    },
    async finish(site, outDir) {
      before = valueOrThrow(await write(site, await tools, { outDir, search }, before), siteDir);
      onWritten?.(before);
    },
  };
}

function valueOrThrow<Value>(result: Result<Value>, siteDir: string): Value {
  if (result.ok) return result.value;
  throw Object.assign(new ContentError(result.problems, sourcesIn(siteDir)), { skipOriginalStack: true });
}
