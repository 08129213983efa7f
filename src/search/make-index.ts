/** Makes the files of an index of plain data, in whichever thread. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { digestOfData } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import type { RecordStore } from "../cache/record-store.ts";
import { type EarlierIndex, IndexFolder } from "./index-folder.ts";
import type { IndexedPage } from "./indexed-pages.ts";
import { fileOf, pageFile } from "./page-file.ts";
import { pagefindDocument, toldOf } from "./pagefind-document.ts";
import { pagefindFiles } from "./pagefind-files.ts";
import { shardsOf } from "./shards.ts";
import { stemmersFor } from "./stemmer.ts";
import { wordFiles } from "./word-files.ts";

export interface IndexWork {
  /** Where the index is written; absolute. */
  readonly folder: string;
  /** The site's address, with a slash at its end. */
  readonly site: string;
  /** The site's, in BCP 47. */
  readonly language: string;
  readonly pages: readonly IndexedPage[];
  /** The names of pages' files that are in their place already. */
  readonly taken: ReadonlySet<string>;
}

export interface WrittenIndex {
  /** How many pages it holds. */
  readonly pages: number;
  /** How many of its shards were made. */
  readonly shards: number;
  /** How many of its files were written. */
  readonly files: number;
}

/** For programs that search the site: `import { find } from "https://…/pagefind/find.js"`. */
const FIND_MODULE = "find.js";

/**
 * The files of pages are named by what is in them, so each is written once. Pagefind is run again when what it is told of any
 * page is another, and the lists of words are made again from the shards, of which all but those with a changed page are kept.
 * Rejects when the signal is given.
 */
export async function makeIndex(
  work: IndexWork,
  earlier: EarlierIndex,
  store: RecordStore | undefined,
  signal?: AbortSignal,
): Promise<WrittenIndex> {
  const { pages } = work;
  const folder = new IndexFolder(work.folder, earlier, work.taken, signal);
  const left = pages.filter((page) => !work.taken.has(fileOf(page).name));
  // Pagefind, a process of its own, takes four times as much memory when it has all documents. So it gets them first, before the
  // site's pages take theirs; this thread would only compete with it for the cores. The compiler, which its program needs, starts
  // meanwhile.
  const module = folder.put([{ name: FIND_MODULE, from: engineDigest(), make: findModule }]);
  // If one of them fails, the other has ended too: a process has one Pagefind.
  for (const put of await Promise.allSettled([putPagefind(work, folder), module]))
    if (put.status === "rejected") throw put.reason;
  await folder.write(left.map((page) => ({ ...fileOf(page), make: () => pageFile(page) })));
  // What names the other files is written after them.
  const shards = await putWords(work, folder, store);
  await folder.removeOthers();
  store?.save();
  store?.clean();
  return { pages: pages.length, shards, files: folder.written };
}

function putPagefind({ pages, language }: IndexWork, folder: IndexFolder): Promise<void> {
  const told = pages.map(toldOf);
  return folder.putGroup("pagefind", digestOfData([engineDigest(), language, told]), () => {
    const documents = told.map((page, number) => ({ path: page.path, html: pagefindDocument(page, number) }));
    return pagefindFiles(documents, language);
  });
}

/** Returns how many shards were made. */
async function putWords(
  { pages, language, site }: IndexWork,
  folder: IndexFolder,
  store: RecordStore | undefined,
): Promise<number> {
  const languages = [...new Set(pages.map(({ entry: { lang } }) => lang))];
  const shards = shardsOf(pages, { language, stems: await stemmersFor(languages, language), store });
  const facts = { site, pages: pages.map(({ entry: { path, lang }, name }) => ({ path, name, lang })) };
  await folder.putGroup("words", digestOfData([facts, shards.keys]), async () => {
    const files = wordFiles(await shards.get(), facts);
    return new Map([...files].map(([name, text]) => [name, Buffer.from(text)]));
  });
  return shards.made();
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
