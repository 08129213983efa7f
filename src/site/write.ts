/** Last stage: writes every file but the pages, which Eleventy writes, then the search index. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { outputOf } from "../content/address.ts";
import { mediaOf } from "../content/content.ts";
import type { Entry } from "../content/entry.ts";
import { BUILT_LIST } from "../content/ledger.ts";
import { type Result, success } from "../content/problems/result.ts";
import { publicPath } from "../content/public-file.ts";
import { writeDrawings } from "../pictures/drawn-picture.ts";
import { writeShareImages } from "../pictures/share-images.ts";
import { writePictures } from "../pictures/write-pictures.ts";
import { headersFile } from "../publish/hosts/headers-file.ts";
import { ownFilesOf } from "../publish/hosts/host-files.ts";
import type { ServedSite } from "../publish/hosts/served-site.ts";
import { textOf } from "../publish/ledger-file.ts";
import type { WrittenIndex } from "../search/make-index.ts";
import { laterWords } from "../theme/script-words.ts";
import type { OutputRecord } from "./kept-output.ts";
import { Output } from "./output.ts";
import type { RenderedPage, RenderedSite } from "./render.ts";
import { makeSearchFiles, NO_INDEX } from "./search-files.ts";
import { servedOf } from "./served.ts";
import { sharedSamples } from "./shared-samples.ts";
import { beginTextFiles } from "./text-files.ts";
import type { Tools } from "./tools.ts";

/** How many files are written at once: enough to keep a disk busy, and few to hold in memory. */
const AT_ONCE = 8;

export interface WrittenSite extends RenderedSite {
  /** All files but those of the search index, from the output folder. */
  readonly files: ReadonlySet<string>;
  /** For the next build. */
  readonly record: OutputRecord;
  /** What was done for the search index. */
  readonly index: WrittenIndex;
  /** What of it is served how. */
  readonly served: ServedSite;
}

export interface WriteOptions {
  readonly outDir: string;
  /** False leaves the search index out. */
  readonly search: boolean;
}

/**
 * `inFolder` are the files that earlier runs have written into the folder, those that failed among them, by path from it: what is
 * written is added, and what is no longer made is removed.
 */
export async function write(
  site: RenderedSite,
  tools: Tools,
  { outDir, search }: WriteOptions,
  inFolder: Set<string> = new Set(),
): Promise<Result<WrittenSite>> {
  const { maker, pages } = site;
  const output = new Output(outDir, maker);
  const served = servedOf(site);
  try {
    await writeFiles(site, served, tools, output);
    await forEachAtOnce(site.read.publicFiles, (file) => output.putPublic(file));
    // Other threads write feeds and the search index meanwhile; at last, this one helps them with the feeds.
    tools.words.save(site.read.options.preview);
    maker.prepareRecord();
    // Eleventy would keep the texts of all that it writes, and the archives hold every entry three times.
    const textFiles = site.textFiles ?? beginTextFiles(site, entriesWithPages(site), maker);
    output.note(textFiles.paths);
    await textFiles.finish(outDir);
  } finally {
    for (const file of output.files) inFolder.add(file);
  }
  if (search) tools.progress?.begin("Making the search index");
  const found = search ? await (site.search ?? makeSearchFiles(site.read, tools, maker, outDir)) : success(NO_INDEX);
  if (!found.ok) return found;
  output.takeKept();
  const files = new Set([...filesOf(pages), ...output.files]);
  await removeGone(inFolder, files, outDir);
  return success({ ...site, files, record: maker.recordOf(outDir), index: found.value, served });
}

/** The pages' files, by path from the output folder. */
export function filesOf(pages: readonly Pick<RenderedPage, "path">[]): string[] {
  return pages.map(({ path }) => join(outputOf(path)));
}

async function writeFiles(site: RenderedSite, served: ServedSite, tools: Tools, output: Output): Promise<void> {
  const { content, editions, ledger, pages, read } = site;
  const { siteDir, preview, drafts } = read.options;
  const { assets: looks, typeface, shareTypeface } = read.theme;
  await forEachAtOnce(looks.files, ({ path, contents }) => output.putBytes(path, contents));
  const words = editions.flatMap((edition) =>
    [...new Set([edition.site.language, ...edition.entries.map(({ lang }) => lang)])].flatMap(
      (language) => laterWords(edition, language) ?? [],
    ),
  );
  for (const { path, text } of new Map(words.map((one) => [one.path, one])).values())
    output.putText(path, text, () => text);
  for (const { path, text } of sharedSamples(site, entriesWithPages(site))) output.putText(path, text, () => text);
  const { assets, pictures, drawings } = mediaOf(content);
  const copies = new Map(assets.filter(({ file }) => !publicPath(file)).map(({ file, path }) => [path, file]));
  await forEachAtOnce(copies, ([path, file]) => output.putCopy(path, siteDir, file));
  await writePictures([...pictures], siteDir, tools.cache, output.putNamed);
  await writeDrawings([...drawings], { cache: tools.cache, typeface }, output.putNamed);
  const shareImages = pages.flatMap(({ shareImage }) => shareImage ?? []);
  await writeShareImages(shareImages, { cache: tools.cache, typeface: shareTypeface }, output.putNamed);
  if (preview) return;
  // Drafts are never noted as published.
  if (!drafts) await output.putBytes(`/${BUILT_LIST}`, Buffer.from(textOf(ledger.now)));
  await output.putBytes("/_headers", Buffer.from(headersFile(served)));
  // `_redirects` is one of the pages.
  const more = ownFilesOf(content.site.host, served).filter(([name]) => !name.startsWith("_"));
  for (const [name, text] of more) await output.putBytes(`/${name}`, Buffer.from(text));
}

/** Problems of development replace pages. */
function entriesWithPages({ content, pages }: RenderedSite): Entry[] {
  const isMade = new Set(pages.map(({ from }) => from));
  return content.entries.filter(({ file }) => isMade.has(file));
}

/** Eleventy never deletes files. */
async function removeGone(inFolder: Set<string>, now: ReadonlySet<string>, outDir: string): Promise<void> {
  const gone = [...inFolder].filter((file) => !now.has(file));
  await Promise.all(gone.map((file) => rm(join(outDir, file), { force: true })));
  for (const file of gone) inFolder.delete(file);
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
