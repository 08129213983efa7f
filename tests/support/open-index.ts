/** Pagefind's browser script at work in Node: it searches an index in a folder as a page of the site does. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { FoundPage, Pagefind } from "../../src/theme/client/pagefind.ts";

export interface SearchIndex {
  filters: Pagefind["filters"];
  /** The pages that are found, best first. */
  search: (text: string, filters?: Record<string, string>) => Promise<FoundPage[]>;
}

/** `language` is that of the page which searches; one index at a time can be open. */
export async function openIndex(folder: string, language: string): Promise<SearchIndex> {
  lookLikeBrowser(language);
  const script = pathToFileURL(join(resolve(folder), "pagefind.js")).href;
  const pagefind = (await import(/* @vite-ignore */ `${script}?${language}`)) as Pagefind;
  await pagefind.options({ baseUrl: "/", excerptLength: 24 });
  await pagefind.init();
  return {
    filters: () => pagefind.filters(),
    search: async (text, filters = {}) => {
      const found = await pagefind.debouncedSearch(text, { filters }, 0);
      return Promise.all(found?.results.map((result) => result.data()) ?? []);
    },
  };
}

/** The script asks the document for its language, and fetches the index's files from beside itself. */
function lookLikeBrowser(language: string): void {
  const html = { getAttribute: () => language };
  const document = { currentScript: null, querySelector: () => html };
  const fetch = async (address: string) => new Response(await readFile(address.replace(/^file:\/\/|\?.*$/g, "")));
  for (const [name, value] of Object.entries({ document, fetch })) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}
