/** The stages of a build, one after the other; each makes a value from the one before. */
import { ContentError } from "../content/problems/problem.ts";
import { failure, type Result } from "../content/problems/result.ts";
import type { ReadOptions } from "../reading/read-content.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { judgedSite } from "./accepted.ts";
import { check } from "./check.ts";
import { collections } from "./collections.ts";
import { derive } from "./derive.ts";
import { read } from "./read.ts";
import { type RenderedSite, render } from "./render.ts";
import { openTools, type Tools } from "./tools.ts";
import { type WrittenSite, write } from "./write.ts";

/** Every page, ready to be written. In development, problems are shown on their pages. */
export async function preparePages(options: ReadOptions, tools: Tools): Promise<Result<RenderedSite>> {
  // Settings, the theme, content files, pictures, transcripts and the ledger are read from disk, and nothing is read after them.
  const source = await read(options, collections, tools);
  if (!source.ok) return source;

  // From these follow lists, tags, series, related entries, feeds, and the table of all other pages.
  const derived = derive(source.value);

  // All of it is checked, and every problem of the site is reported at once.
  const found = check(derived);

  // Old problems that were accepted do not stop a build.
  const sourceOf = sourcesIn(options.siteDir);
  const checked = judgedSite(found, sourceOf);
  if (checked.problems.length > 0 && !options.preview) return failure(...checked.problems);

  // Each page becomes HTML, with a note of the share image and the policy that it needs.
  return render(checked, sourceOf);
}

export interface BuildOptions extends Omit<ReadOptions, "preview"> {
  /** False leaves the search index out. */
  readonly search: boolean;
}

interface Listeners {
  /** Development: called with the problems, which pages show. */
  onProblems?: (error: ContentError) => void;
  onWritten?: (site: WrittenSite) => void;
  /** Called with the folders and files that the theme is in, by their absolute paths. */
  onLoaded?: (paths: readonly string[]) => void;
}

/** The stages as the adapter to Eleventy calls them: pages before it writes, everything else after. */
export interface SiteBuild {
  readonly siteDir: string;
  /** Those with content files. */
  readonly folders: readonly string[];
  prepare(preview: boolean): Promise<RenderedSite>;
  /** Removes files that an earlier run wrote into the folder and this one did not. */
  finish(site: RenderedSite, outDir: string): Promise<void>;
}

/** Its functions throw a `ContentError` where the content is wrong: only an error stops Eleventy. */
export function siteBuild(options: BuildOptions, { onProblems, onWritten, onLoaded }: Listeners = {}): SiteBuild {
  const { siteDir, search } = options;
  const tools = openTools(siteDir, onLoaded);
  let before: WrittenSite | undefined;
  return {
    siteDir,
    folders: collections.map(({ folder }) => folder),
    async prepare(preview) {
      const site = valueOrThrow(await preparePages({ ...options, preview }, tools), siteDir);
      if (site.problems.length > 0) onProblems?.(new ContentError(site.problems, sourcesIn(siteDir)));
      return site;
    },
    async finish(site, outDir) {
      before = valueOrThrow(await write(site, tools, { outDir, search }, before), siteDir);
      onWritten?.(before);
    },
  };
}

function valueOrThrow<Value>(result: Result<Value>, siteDir: string): Value {
  if (result.ok) return result.value;
  throw Object.assign(new ContentError(result.problems, sourcesIn(siteDir)), { skipOriginalStack: true });
}
