/** Content in, a folder of index files out. What an earlier build has made is kept where it is right. */
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { build } from "esbuild";
import { digestOfData } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import type { RecordStore } from "../cache/record-store.ts";
import { absoluteUrl } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import { type EarlierIndex, IndexFolder, NO_EARLIER_INDEX } from "./index-folder.ts";
import { type IndexedPage, indexedPages } from "./indexed-pages.ts";
import { pageFile } from "./page-file.ts";
import { pagefindDocument, toldOf } from "./pagefind-document.ts";
import { pagefindFiles } from "./pagefind-files.ts";
import { startShardThread } from "./shard-thread.ts";
import { shardsOf } from "./shards.ts";
import { stemmersFor } from "./stemmer.ts";
import { wordFiles } from "./word-files.ts";

export interface IndexOptions {
  readonly earlier?: EarlierIndex;
  /** Has the shards of earlier builds, and gets those of this one. */
  readonly shards?: RecordStore | undefined;
}

export interface WrittenIndex {
  /** How many pages it holds. */
  readonly pages: number;
  /** How many of its shards were made. */
  readonly shards: number;
  /** How many of its files were written. */
  readonly files: number;
}

const compressed = promisify(gzip);
/** How many pages are compressed at once. */
const AT_ONCE = 8;
/** For programs that search the site: `import { find } from "https://…/pagefind/find.js"`. */
const FIND_MODULE = "find.js";

/**
 * What was in the folder stays until all else is made. Throws what Pagefind complains of.
 *
 * The files of pages are named by what is in them, so each is written once. Pagefind is run again when what it is told of any
 * page is another, and the lists of words are made again from the shards, of which all but those with a changed page are kept.
 */
export async function writeIndex(content: Content, outDir: string, options: IndexOptions = {}): Promise<WrittenIndex> {
  const { earlier = NO_EARLIER_INDEX, shards } = options;
  const folder = new IndexFolder(outDir, earlier);
  const pages = indexedPages(content);
  // Pagefind is a process of its own, and pages are compressed on other threads.
  const others = allEnded([
    putPagefind(pages, content.site.language, folder),
    putPages(pages, folder),
    folder.put(FIND_MODULE, engineDigest(), findModule),
  ]);
  const words = putWords(pages, content, { folder, shards, others });
  await allEnded([words, others]);
  const made = await words;
  await folder.removeOthers();
  return { pages: pages.length, shards: made, files: folder.written };
}

/** After a failure nothing may still be written, since the folder is removed then. */
async function allEnded(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

function putPagefind(pages: readonly IndexedPage[], language: string, folder: IndexFolder): Promise<void> {
  const told = pages.map(toldOf);
  return folder.putGroup("pagefind", digestOfData([engineDigest(), language, told]), () => {
    const documents = told.map((page, number) => ({ path: page.path, html: pagefindDocument(page, number) }));
    return pagefindFiles(documents, language);
  });
}

/** What names the other files is written after them. Returns how many shards were made. */
async function putWords(
  pages: readonly IndexedPage[],
  { site }: Content,
  { folder, shards: store, others }: { folder: IndexFolder; shards: RecordStore | undefined; others: Promise<unknown> },
): Promise<number> {
  const languages = [...new Set(pages.map(({ entry: { lang } }) => lang))];
  const stems = await stemmersFor(languages, site.language);
  const startThread = (usual: number) => startShardThread({ languages, own: site.language, usual });
  const shards = shardsOf(pages, { language: site.language, stems, store, startThread });
  const facts = {
    site: absoluteUrl(site, "/"),
    pages: pages.map(({ entry: { path, lang }, name }) => ({ path, name, lang })),
  };
  await folder.putGroup("words", digestOfData([facts, shards.keys]), async () => {
    const files = wordFiles(await shards.get(), facts);
    await others;
    return new Map([...files].map(([name, text]) => [name, Buffer.from(text)]));
  });
  return shards.made();
}

async function putPages(pages: readonly IndexedPage[], folder: IndexFolder): Promise<void> {
  const left = pages.values();
  const put = async () => {
    for (const page of left) {
      await folder.put(`pages/${page.name}.page`, page.name, () => compressed(JSON.stringify(pageFile(page))));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, put));
}

async function findModule(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("find-module.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: ["node:*"],
    tsconfigRaw: {},
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
