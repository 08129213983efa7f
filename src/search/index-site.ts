/** Pagefind, wrapped once: content in, a folder of index files out, the site's vocabulary among them. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { close, createIndex, type IndexFile } from "pagefind";
import { absoluteUrl } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import { searchDocuments } from "./documents.ts";
import { stemmersFor } from "./stemmer.ts";
import { WordCount } from "./vocabulary-files.ts";

/** Of the files that Pagefind brings, the ones that our worker loads; its ready-made interfaces are left out. */
const NEEDED =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.\S+\.pagefind|pagefind\.\S+\.pf_meta|(fragment|index|filter)\/.+)$/;

/**
 * Least number of entries in one file of word positions. Pagefind's own 20,000 make files of 31 kB, of which a query reads
 * one for each of its words; 2,000 make files of 4.5 kB. The list of the files is read first of all, and so a large site
 * has larger ones. The variable's name says that it may go: then only more bytes travel.
 */
const LEAST_ENTRIES = 2000;
const ENTRIES = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE";

/**
 * Milliseconds. Pagefind waits for ever for the answer of an indexer that is gone, and notices only when it asks it
 * something; so it is asked something every now and then.
 */
const PULSE = 1500;

/**
 * Writes the index and returns how many pages it holds. What was in the folder stays until all of it is made. Throws what
 * Pagefind complains of.
 */
export async function writeIndex(content: Content, outDir: string): Promise<number> {
  const words = new WordCount(
    await stemmersFor(
      content.entries.map(({ lang }) => lang),
      content.site.language,
    ),
  );
  const paths: string[] = [];
  const files = await indexFiles(content, words, paths);
  const ids = fragmentIds(files);
  const pages = paths.map((path) => ({ path, id: ids.get(path) ?? "" }));
  const program = [FIND_MODULE, await findModule()] as const;
  await rm(outDir, { recursive: true, force: true });
  for (const [name, bytes] of [...files, ...words.files(pages, absoluteUrl(content.site, "/")), program]) {
    await mkdir(dirname(join(outDir, name)), { recursive: true });
    await writeFile(join(outDir, name), bytes);
  }
  return words.pages;
}

/** For programs that search the site: `import { find } from "https://…/pagefind/find.js"`. */
const FIND_MODULE = "find.js";

async function findModule(): Promise<string> {
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
  return outputFiles[0]?.text ?? "";
}

/** The name of each page's fragment, by the page's path. */
function fragmentIds(files: [name: string, bytes: string | Uint8Array][]): Map<string, string> {
  return new Map(
    files.flatMap(([name, bytes]): [string, string][] => {
      const [, id] = /^fragment\/(.+)\.pf_fragment$/.exec(name) ?? [];
      if (!id || typeof bytes === "string") return [];
      const text = gunzipSync(bytes).toString();
      return [[JSON.parse(text.slice(text.indexOf("{"))).url, id]];
    }),
  );
}

/**
 * Counts the pages' words on the way, and notes their paths. All pages are in one index, whatever language each is in: a search goes through one
 * index only.
 */
async function indexFiles(
  content: Content,
  words: WordCount,
  paths: string[],
): Promise<[string, string | Uint8Array][]> {
  const pulse = setInterval(() => void createIndex().catch(() => {}), PULSE);
  const pages = content.entries.length;
  process.env[ENTRIES] = String(Math.max(LEAST_ENTRIES, Math.ceil(pages / 2)));
  try {
    const { index, errors } = await createIndex({ keepIndexUrl: true, forceLanguage: content.site.language });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
    for (const document of searchDocuments(content)) {
      words.add(document);
      const { path, html } = document;
      paths.push(path);
      const added = await index.addHTMLFile({ url: path, content: html });
      if (added.errors.length > 0) throw new Error(`Pagefind could not index ${path}: ${added.errors.join("; ")}`);
    }
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new Error(`Pagefind could not write its index: ${failures.join("; ")}`);
    return await Promise.all(files.filter(({ path }) => NEEDED.test(path)).map(namedContent));
  } finally {
    clearInterval(pulse);
    await close();
  }
}

async function namedContent({ path, content }: IndexFile): Promise<[string, string | Uint8Array]> {
  if (!path.endsWith(".js")) return [path, content];
  const { code } = await transform(new TextDecoder().decode(content), { minify: true, format: "esm" });
  return [path, code];
}
