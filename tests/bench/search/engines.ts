/** The engines that are compared: ours, Pagefind as it comes, and MiniSearch with everything in memory. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import MiniSearch from "minisearch";
import { close, createIndex } from "pagefind";
import type { Content } from "../../../src/content/content.ts";
import { escapeMarkup } from "../../../src/content/text/escape.ts";
import { writeIndex } from "../../../src/search/index-site.ts";
import { openFinder, pagefindIn } from "../../../src/search/open-index.ts";
import type { Match, Pagefind } from "../../../src/search/query/engine/pagefind.ts";
import { indexedForm, writtenWords } from "../../../src/search/query/words/words.ts";
import type { Engine } from "./score.ts";

const TOP = 10;

/** `folder` is where the index is written; `onRead` hears of every file that is read from it, by name and size. */
export async function ourEngine(content: Content, folder: string, onRead: (name: string) => void): Promise<Engine> {
  await writeIndex(content, folder);
  return openEngine(folder, onRead);
}

/** A new start with the same index, as after loading a page. */
export async function openEngine(folder: string, onRead: (name: string) => void): Promise<Engine> {
  const finder = await openFinder(folder, onRead);
  const find = async (text: string) => {
    const { results } = await finder.find({ text, picked: {}, order: "relevance", literal: false, limit: TOP });
    return results.map(({ url }) => slugOf(url));
  };
  return { name: "Wellformed", find };
}

/** Pages with a title and a body, every option at its default. */
export async function plainPagefind(content: Content, folder: string): Promise<Engine> {
  const { index } = await createIndex({ keepIndexUrl: true });
  if (!index) throw new Error("Pagefind did not start");
  for (const { path, title, body } of content.entries) {
    const sections = body.sections.map(({ heading, text }) => {
      const top = heading
        ? `<h${heading.level} id="${heading.id}">${escapeMarkup(heading.text)}</h${heading.level}>`
        : "";
      return `${top}<p>${escapeMarkup(text())}</p>`;
    });
    const html = `<html lang="en"><body><main><h1>${escapeMarkup(title)}</h1>${sections.join("\n")}</main></body></html>`;
    await index.addHTMLFile({ url: path, content: html });
  }
  const { files } = await index.getFiles();
  for (const { path, content: bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  await close();
  const pagefind = await pagefindIn(folder)();
  const find = async (query: string) => {
    return (await searchByItself(pagefind, query)).map(slugOf);
  };
  return { name: "Pagefind", find };
}

/** Addresses of the first pages, read as Pagefind's own interfaces read them. */
export async function searchByItself(pagefind: Pagefind, query: string): Promise<string[]> {
  const { results } = await pagefind.search(query, {});
  return Promise.all((results as ReadableMatch[]).slice(0, TOP).map(async (match) => (await match.data()).url));
}

interface ReadableMatch extends Match {
  data: () => Promise<{ url: string }>;
}

/** BM25 with prefixes and fuzzy words, titles before all else. */
export function miniSearch(content: Content): Engine {
  const index = new MiniSearch({
    fields: ["title", "description", "headings", "text"],
    idField: "slug",
    // Cut at white space as ours are: by its own rule identifiers and version numbers fall apart, at a cost of 0.07.
    tokenize: writtenWords,
    processTerm: (term) => indexedForm(term),
    searchOptions: { boost: { title: 6, description: 3, headings: 2 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(
    content.entries.map(({ slug, title, summary = "", body }) => ({
      slug,
      title,
      description: summary,
      headings: body.headings.map(({ text }) => text).join("\n"),
      text: body.sections.map(({ text }) => text()).join("\n"),
    })),
  );
  return {
    name: "MiniSearch",
    find: async (query) =>
      index
        .search(query)
        .slice(0, TOP)
        .map(({ id }) => String(id)),
  };
}

function slugOf(url: string): string {
  return decodeURI(url).replace(/\/$/, "").split("/").at(-1) ?? "";
}
