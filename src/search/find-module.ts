/**
 * Search for programs, published as `pagefind/find.js`. It runs in browsers, in Node and in Deno, and needs only the files
 * beside it, or those of another site.
 */

import type { Span } from "./query/excerpt.ts";
import { Finder, type FoundPage } from "./query/find.ts";
import type { ReadFile } from "./query/words/list-reader.ts";
import { VERSION, type VocabularyMap } from "./query/words/vocabulary.ts";

export interface FindOptions {
  /** How many results there are at most; 10 if left out. */
  limit?: number;
  /** True to search for exactly these words: none is corrected, and results have all of them. */
  literal?: boolean;
}

export interface Findings {
  /** How many pages were found, including those beyond `limit`. */
  total: number;
  results: Finding[];
  /** Words that were corrected. */
  corrections: { typed: string; used: string }[];
  /** Words that resemble none of the site's. */
  unknown: string[];
}

export interface Finding {
  /** The page's whole address. */
  url: string;
  title: string;
  kind: string;
  /** As in 2026-11-22; null for a page without one. */
  date: string | null;
  /** What its samples were checked against, as in `PostgreSQL 18.4`. */
  checked: string[];
  excerpt: string;
  /** The sections that say most about the search, the best first. */
  sections: { url: string; title: string; excerpt: string }[];
  /** The words of the search that the page lacks. */
  lacks: string[];
}

export interface SiteIndex {
  find: (text: string, options?: FindOptions) => Promise<Findings>;
  /** What the index has of a page, by its address or its path; undefined if the page is not in the index. */
  page: (address: string) => Promise<IndexedPage | undefined>;
}

export interface IndexedPage extends Pick<Finding, "url" | "title" | "kind" | "date" | "checked"> {
  /** Site-relative. */
  path: string;
}

const MOST = 100;
let own: Promise<SiteIndex> | undefined;

/** Searches the site that this file belongs to. */
export async function find(text: string, options?: FindOptions): Promise<Findings> {
  own ??= openIndex(new URL(".", import.meta.url));
  own.catch(() => {
    own = undefined;
  });
  return (await own).find(text, options);
}

/** `folder` is the address of an index, such as `https://blog.example/pagefind/`, or of its folder: `file:///site/pagefind/`. */
export async function openIndex(folder: string | URL): Promise<SiteIndex> {
  const read = readerOf(new URL(folder));
  const map: VocabularyMap = await (await read("words.json")).json();
  if (map.version !== VERSION) {
    throw new Error(`${folder} has an index of version ${map.version}, and this module reads version ${VERSION}`);
  }
  const finder = Finder.of(map, read);
  const addressOf = (path: string) => new URL(path.replace(/^\//, ""), map.site).href;
  let paths: Promise<string[]> | undefined;
  return {
    async find(text, { limit = 10, literal = false } = {}) {
      const query = { text, literal, picked: {}, order: "relevance", limit: Math.min(limit, MOST) } as const;
      const { results, total, corrections, unknown } = await finder.find(query);
      return { total, results: results.map((page) => findingOf(page, addressOf)), corrections, unknown };
    },
    async page(address) {
      paths ??= read(`words/${map.paths}.txt`).then(async (response) => (await response.text()).split("\n").reverse());
      const wanted = URL.canParse(address, map.site) ? new URL(address, map.site).href.replace(/#.*$/s, "") : undefined;
      const number = (await paths).findIndex((path) => addressOf(path) === wanted);
      if (number < 0) return undefined;
      const { url: path, title, kind, date, checked } = await finder.page(number);
      return { url: addressOf(path), path, title, kind, date: date ?? null, checked };
    },
  };
}

function findingOf({ sections, excerpt, date, ...page }: FoundPage, addressOf: (path: string) => string): Finding {
  return {
    ...page,
    url: addressOf(page.url),
    date: date ?? null,
    excerpt: textOf(excerpt),
    sections: sections.map(({ url, title, excerpt }) => ({ url: addressOf(url), title, excerpt: textOf(excerpt) })),
  };
}

/** Code begins on a line of its own; its other line breaks are in its text. */
function textOf(spans: Span[]): string {
  return spans
    .map(({ text, isCode }, at) => {
      const before = spans[at - 1];
      return isCode && before && !before.isCode && !before.text.endsWith(" ") ? `\n${text}` : text;
    })
    .join("");
}

/** Node's `fetch` reads no files. */
function readerOf(folder: URL): ReadFile {
  if (folder.protocol === "file:") {
    return async (name) => {
      const { readFile } = await import("node:fs/promises");
      return new Response(await readFile(new URL(name, folder)));
    };
  }
  return async (name) => {
    const response = await fetch(new URL(name, folder));
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    return response;
  };
}
