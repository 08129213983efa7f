/** Writes what no template of Eleventy's makes, beside the pages: the theme's files, feeds, copies in Markdown, pictures, headers. */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bodiesOf, type Content, type Entry } from "../content/content.ts";
import type { FeedDocument } from "../feeds/documents.ts";
import { markdownPath, markdownWriter } from "../feeds/plain-text.ts";
import { writeDrawings } from "../pictures/drawn-picture.ts";
import type { ShareImages } from "../pictures/share-images.ts";
import { writePictures } from "../pictures/write-pictures.ts";
import type { PagePolicies } from "../publish/page-policies.ts";
import type { PictureTools } from "../reading/picture-tools.ts";
import type { ThemeAssets } from "../theme/view.ts";

/** How many files are written at once: enough to keep a disk busy, and few to hold in memory. */
const AT_ONCE = 8;

export interface ToWrite {
  content: Content;
  assets: ThemeAssets;
  documents: FeedDocument[];
  /** By content file. */
  entries: Map<string, Entry>;
  /** Undefined where the site wants none. */
  shareImages: ShareImages | undefined;
  /** Undefined in development. */
  policies: PagePolicies | undefined;
}

export async function writeBeside(
  { content, assets, documents, entries, shareImages, policies }: ToWrite,
  outDir: string,
  { siteDir, ...tools }: PictureTools & { siteDir: string },
): Promise<void> {
  const place = placesIn(outDir);
  const write = (path: string, data: Uint8Array | string) => place(path, (to) => writeFile(to, data));
  await forEachAtOnce(assets.files, ({ path, contents }) => write(path, contents));
  // Eleventy would keep the texts of all that it writes, and the archives hold every essay three times.
  await forEachAtOnce(documents, (document) => write(document.path, document.write()));
  const asMarkdown = markdownWriter(content);
  await forEachAtOnce(entries.values(), (entry) => write(markdownPath(entry), asMarkdown(entry)));
  const bodies = bodiesOf(content).map(({ body }) => body);
  const copies = new Map(bodies.flatMap((body) => body.assets).map(({ file, path }) => [path, file]));
  await forEachAtOnce(copies, ([path, file]) => place(path, (to) => copyFile(join(siteDir, file), to)));
  const pictures = bodies.flatMap((body) => body.pictures);
  await writePictures(pictures, siteDir, tools.cache, write);
  const drawings = bodies.flatMap((body) => body.drawings);
  await writeDrawings(drawings, tools, write);
  await shareImages?.write(write);
  if (policies) await write("/_headers", policies.headers(assets.searchWorker));
}

type Place = (path: string, write: (to: string) => Promise<void>) => Promise<void>;

/** Writes to a site-relative path, in a folder that is made for it. */
function placesIn(outDir: string): Place {
  const made = new Map<string, Promise<unknown>>();
  return async (path, write) => {
    const to = join(outDir, path);
    const folder = dirname(to);
    if (!made.has(folder)) made.set(folder, mkdir(folder, { recursive: true }));
    await made.get(folder);
    await write(to);
  };
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
  const failed = (await Promise.allSettled(workers)).find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}
