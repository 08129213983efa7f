/** The stages of a build, one after the other; each makes a value from the one before. */
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Observer } from "../cache/observer.ts";
import { outputOf } from "../content/address.ts";
import { ContentError } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { type Progress, UNSEEN } from "../content/progress.ts";
import type { ReadOptions, TextsPart } from "../reading/read-content.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { judgedSite } from "./accepted.ts";
import { check } from "./check.ts";
import { collections } from "./collections.ts";
import { derive } from "./derive.ts";
import type { LastOutput } from "./file-maker.ts";
import { read } from "./read.ts";
import { makerFor, type RenderedSite, render, renderEntry } from "./render.ts";
import { makeSearchFiles } from "./search-files.ts";
import { beginTextFiles, type TextFiles } from "./text-files.ts";
import { openTools, type Tools } from "./tools.ts";
import { filesOf, type WrittenSite, write } from "./write.ts";

interface EarlyOutput {
  /** The output folder, where a build knows it before it writes: what is not made of pages is made beside them. */
  readonly outDir: string | undefined;
  /** The same, where the search index is made beside them, too. */
  readonly indexInto: string | undefined;
}

/** Every page, ready to be written. In development, problems are shown on their pages. */
export async function preparePages(
  options: ReadOptions & Partial<EarlyOutput>,
  tools: Tools,
  last?: LastOutput,
): Promise<Result<RenderedSite>> {
  // Settings, the theme, content files, pictures, transcripts and the ledger are read from disk, and nothing is read after them.
  const source = await read(options, collections, tools);
  if (!source.ok) return source;

  const { progress = UNSEEN } = tools;
  progress.begin("Working out what follows");
  // What the last build made the same is kept. The search index takes another thread and another process, which begin now.
  const observer = new Observer();
  const maker = makerFor(source.value, observer, last);
  const searching = new AbortController();
  const { indexInto, outDir, preview } = options;
  const search =
    indexInto === undefined ? undefined : makeSearchFiles(source.value, tools, maker, indexInto, searching.signal);
  // A failure is told when the index is needed.
  search?.catch(() => {});
  // Its thread is started in a turn of its own.
  await nextTurn();
  let textFiles: TextFiles | undefined;
  let isRendered = false;
  try {
    // From what was read follow lists, tags, series, related entries, feeds, and the table of all other pages.
    const derived = derive(source.value, observer);

    progress.begin("Checking");
    // All of it is checked, and every problem of the site is reported at once.
    const found = check(derived);

    // Old problems that were accepted do not stop a build.
    const sourceOf = sourcesIn(options.siteDir);
    const checked = judgedSite(found, sourceOf);
    if (checked.problems.length > 0 && !preview) return failure(...checked.problems);

    // What is made of whole texts takes another thread, too.
    if (outDir !== undefined && !preview)
      textFiles = beginTextFiles(checked, checked.content.entries, maker, { folder: outDir, progress, after: search });

    // Each page becomes HTML, with a note of the share image and the policy that it needs.
    const rendered = await render(checked, sourceOf, maker, progress);
    isRendered = rendered.ok;
    return rendered.ok ? success({ ...rendered.value, search, textFiles }) : rendered;
  } finally {
    if (!isRendered) {
      searching.abort();
      // Nothing may still be written when the folder is removed.
      await Promise.all([search?.catch(() => {}), textFiles?.stop()]);
    }
  }
}

export interface BuildOptions extends Omit<ReadOptions, "preview"> {
  /** False leaves the search index out; it can be made later, when the pages can be seen already: see `catchUp`. */
  readonly search: boolean | "later";
  /** What the last build has made is kept where it is right. */
  readonly last?: LastOutput | undefined;
  /** Where the site will be written, if that is known already. */
  readonly outDir?: string;
}

export interface Listeners {
  /** Development: called with the problems, which pages show. */
  onProblems?: (error: ContentError) => void;
  onWritten?: (site: WrittenSite) => void;
  /** Is told what the build does. */
  progress?: Progress | undefined;
  /** Called with the folders and files that the theme is in, by their absolute paths. */
  onLoaded?: (paths: readonly string[]) => void;
}

/**
 * Makes one part of a site's texts, and keeps them where builds find them: so several machines can share the work, and one
 * that has what all of them kept makes the site. Returns how many texts are kept.
 */
export async function preparePart(options: ReadOptions, part: TextsPart): Promise<Result<number>> {
  const source = await read({ ...options, part }, collections, openTools(options.siteDir));
  return source.ok ? success(source.value.entries.length) : source;
}

/** The stages as the adapter to Eleventy calls them: pages before it writes, everything else after. */
export interface SiteBuild {
  readonly siteDir: string;
  /** Those with content files. */
  readonly folders: readonly string[];
  prepare(preview: boolean): Promise<RenderedSite>;
  /** Removes files that an earlier run wrote into the folder and this one did not. */
  finish(site: RenderedSite, outDir: string): Promise<void>;
  /**
   * Writes the pages of content files whose texts alone have changed since the last run, before a run writes all that follows
   * from them. Those are all files that have changed, by path from the site's folder. False where nothing was written.
   */
  writeFirst(files: readonly string[]): Promise<boolean>;
  /** Makes the search index of the last site that was finished, where it is made later; resolves when it is of the newest. */
  catchUp(): Promise<void>;
  /** Resolves when nothing that was begun writes any more, also after a failure. */
  ended(): Promise<void>;
}

/** Its functions throw a `ContentError` where the content is wrong: only an error stops Eleventy. */
export function siteBuild(options: BuildOptions, listeners: Listeners = {}): SiteBuild {
  const { onProblems, onWritten, onLoaded, progress } = listeners;
  const { siteDir, search, outDir } = options;
  const indexInto = search === true ? outDir : undefined;
  const tools = { ...openTools(siteDir, onLoaded), progress };
  let before: WrittenSite | undefined;
  /** What runs have written or were about to write, also those that failed. */
  const inFolder = new Set<string>();
  let last = options.last;
  /** The site that the search index is of, where that is made later. */
  let indexed: WrittenSite | undefined;
  let isIndexing = false;
  let searching: RenderedSite["search"];
  let writing: RenderedSite["textFiles"];
  return {
    siteDir,
    folders: collections.map(({ folder }) => folder),
    async prepare(preview) {
      const site = valueOrThrow(await preparePages({ ...options, preview, indexInto }, tools, last), siteDir);
      searching = site.search;
      writing = site.textFiles;
      progress?.begin("Writing pages");
      if (site.problems.length > 0) onProblems?.(new ContentError(site.problems, sourcesIn(siteDir)));
      for (const file of filesOf(site.pages)) inFolder.add(file);
      return site;
    },
    async finish(site, outDir) {
      progress?.begin("Writing files");
      before = valueOrThrow(await write(site, tools, { outDir, search: search === true }, inFolder), siteDir);
      last = { folder: outDir, record: before.record };
      onWritten?.(before);
    },
    async writeFirst(files) {
      if (!before || !last || files.length === 0) return false;
      const entries = await Promise.all(files.map((file) => before?.read.reread?.(file)));
      const pages: [output: string, bytes: Buffer][] = [];
      for (const entry of entries) {
        const made = entry && renderEntry(before, entry);
        if (!made) return false;
        pages.push([outputOf(entry.path), made.bytes]);
      }
      for (const [output, bytes] of pages) await replaceFile(join(last.folder, output), bytes);
      return true;
    },
    async ended() {
      await Promise.all([searching?.catch(() => {}), writing?.stop()]);
    },
    async catchUp() {
      // One at a time: the next begins with the newest pages.
      while (search === "later" && before && last && before !== indexed && !isIndexing) {
        const [site, { folder }] = [before, last];
        isIndexing = true;
        try {
          valueOrThrow(await makeSearchFiles(site.read, tools, site.maker, folder), siteDir);
          indexed = site;
          if (before === site) last = { folder, record: site.maker.recordOf(folder) };
        } finally {
          isIndexing = false;
        }
      }
    },
  };
}

/** Whoever reads the file meanwhile gets the whole of what it was, or of what it is now. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${file}.new`, bytes);
  await rename(`${file}.new`, file);
}

function valueOrThrow<Value>(result: Result<Value>, siteDir: string): Value {
  if (result.ok) return result.value;
  throw Object.assign(new ContentError(result.problems, sourcesIn(siteDir)), { skipOriginalStack: true });
}
