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
import type { ThemeAssets } from "../theme/view.ts";
import type { PictureTools } from "./picture-tools.ts";

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
  const write = (path: string, data: Uint8Array | string) => place(outDir, path, (to) => writeFile(to, data));
  await Promise.all(assets.files.map(({ path, contents }) => write(path, contents)));
  // Eleventy would keep the texts of all that it writes, and the archives hold every essay three times.
  for (const document of documents) await write(document.path, document.write());
  const asMarkdown = markdownWriter(content);
  for (const entry of entries.values()) await write(markdownPath(entry), asMarkdown(entry));
  const bodies = bodiesOf(content).map(({ body }) => body);
  for (const { file, path } of bodies.flatMap((body) => body.assets)) {
    await place(outDir, path, (to) => copyFile(join(siteDir, file), to));
  }
  const pictures = bodies.flatMap((body) => body.pictures);
  await writePictures(pictures, siteDir, tools.cache, write);
  const drawings = bodies.flatMap((body) => body.drawings);
  await writeDrawings(drawings, tools, write);
  await shareImages?.write(write);
  if (policies) await write("/_headers", policies.headers(assets.searchWorker));
}

async function place(outDir: string, path: string, write: (to: string) => Promise<void>): Promise<void> {
  const to = join(outDir, path);
  await mkdir(dirname(to), { recursive: true });
  await write(to);
}
