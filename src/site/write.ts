/** Last stage: writes every file but the pages, which Eleventy writes, then the search index. */
import { constants, copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { outputOf } from "../content/address.ts";
import { mediaOf } from "../content/content.ts";
import { BUILT_LIST } from "../content/ledger.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { by } from "../content/problems/rule.ts";
import { type PublicFile, publicPath } from "../content/public-file.ts";
import { hasPart } from "../content/site-parts.ts";
import { markdownPath, markdownWriter } from "../feeds/plain-text.ts";
import { writeDrawings } from "../pictures/drawn-picture.ts";
import { publishFile } from "../pictures/metadata/published.ts";
import { writeShareImages } from "../pictures/share-images.ts";
import { writePictures } from "../pictures/write-pictures.ts";
import { headersFile } from "../publish/headers-file.ts";
import { textOf } from "../publish/ledger-file.ts";
import { checkSearches } from "../search/golden.ts";
import { writeIndex } from "../search/index-site.ts";
import type { RenderedSite } from "./render.ts";
import type { Tools } from "./tools.ts";

/** How many files are written at once: enough to keep a disk busy, and few to hold in memory. */
const AT_ONCE = 8;

export interface WrittenSite extends RenderedSite {
  /** All files but those of the search index, from the output folder. */
  readonly files: ReadonlySet<string>;
  /** How many pages the search index holds. */
  readonly indexed: number;
}

export interface WriteOptions {
  readonly outDir: string;
  /** False leaves the search index out. */
  readonly search: boolean;
}

/** `before` is what an earlier run wrote into the same folder; files that are no longer made are removed. */
export async function write(
  site: RenderedSite,
  tools: Tools,
  { outDir, search }: WriteOptions,
  before?: WrittenSite,
): Promise<Result<WrittenSite>> {
  const output = outputIn(outDir);
  await writeFiles(site, tools, output);
  await copyPublic(site.read.publicFiles, output, before);
  const files = new Set([...site.pages.map(({ path }) => join(outputOf(path))), ...output.files]);
  if (before) await removeGone(before.files, files, outDir);
  if (!search || !hasPart(site.content.site, "search")) return success({ ...site, files, indexed: 0 });
  const folder = join(outDir, "pagefind");
  const indexed = await writeIndex(site.content, folder);
  // In development a search that no longer finds its page is no reason to show nothing.
  const problems = site.read.options.preview ? [] : await checkSearches(site.read.searches, folder);
  return problems.length > 0 ? failure(...by("search", problems)) : success({ ...site, files, indexed });
}

async function writeFiles(
  { content, documents, ledger, pages, read }: RenderedSite,
  tools: Tools,
  { writeAt }: Output,
): Promise<void> {
  const { siteDir, preview } = read.options;
  const write = (path: string, data: Uint8Array | string) => writeAt(path, (to) => writeFile(to, data));
  const { assets: looks, typeface } = read.theme;
  await forEachAtOnce(looks.files, ({ path, contents }) => write(path, contents));
  // Eleventy would keep the texts of all that it writes, and the archives hold every entry three times.
  await forEachAtOnce(documents, (document) => write(document.path, document.write()));
  const asMarkdown = markdownWriter(content);
  const isMade = new Set(pages.map(({ from }) => from));
  const entries = content.entries.filter(({ file }) => isMade.has(file));
  await forEachAtOnce(entries, (entry) => write(markdownPath(entry), asMarkdown(entry)));
  const { assets, pictures, drawings } = mediaOf(content);
  const copies = new Map(assets.filter(({ file }) => !publicPath(file)).map(({ file, path }) => [path, file]));
  await forEachAtOnce(copies, ([path, file]) => writeAt(path, (to) => publishFile(siteDir, file, to)));
  await writePictures([...pictures], siteDir, tools.cache, write);
  await writeDrawings([...drawings], { cache: tools.cache, typeface }, write);
  await writeShareImages(
    pages.flatMap(({ shareImage }) => shareImage ?? []),
    { cache: tools.cache, typeface },
    write,
  );
  if (preview) return;
  await write(`/${BUILT_LIST}`, textOf(ledger.now));
  const guarded = pages.flatMap(({ path, allowed }) => (allowed ? [[path, allowed] as const] : []));
  await write("/_headers", headersFile(content.site, guarded, looks.searchWorker));
}

/** Not through memory, and in a folder that was written before only what has changed since. */
async function copyPublic(files: readonly PublicFile[], { writeAt }: Output, before?: WrittenSite): Promise<void> {
  const stamps = new Map(before?.read.publicFiles.map(({ path, stamp }) => [path, stamp]));
  await forEachAtOnce(files, ({ path, source, stamp }) =>
    writeAt(path, async (to) => {
      if (stamps.get(path) !== stamp) await copyFile(source, to, constants.COPYFILE_FICLONE);
    }),
  );
}

/** Eleventy never deletes files. */
async function removeGone(before: ReadonlySet<string>, now: ReadonlySet<string>, outDir: string): Promise<void> {
  const gone = [...before].filter((file) => !now.has(file));
  await Promise.all(gone.map((file) => rm(join(outDir, file), { force: true })));
}

interface Output {
  /** Calls `write` with the file for a site-relative path, whose folder it has made. */
  writeAt(path: string, write: (to: string) => Promise<void>): Promise<void>;
  /** Written files, relative to the folder. */
  readonly files: ReadonlySet<string>;
}

function outputIn(outDir: string): Output {
  const made = new Map<string, Promise<unknown>>();
  const files = new Set<string>();
  const writeAt: Output["writeAt"] = async (path, write) => {
    const to = join(outDir, path);
    const folder = dirname(to);
    files.add(relative(outDir, to));
    if (!made.has(folder)) made.set(folder, mkdir(folder, { recursive: true }));
    await made.get(folder);
    await write(to);
  };
  return { writeAt, files };
}

/** The next texts are made while some are written. None is begun after a failure, and all have ended when it is thrown. */
async function forEachAtOnce<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]();
  let hasFailed = false;
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let next = left.next(); !next.done && !hasFailed; next = left.next()) {
      await work(next.value).catch((error) => {
        hasFailed = true;
        throw error;
      });
    }
  });
  const failed = (await Promise.allSettled(workers)).find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
