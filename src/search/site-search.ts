/** Searches a built site, in its folder or where it is published. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { folderOf } from "../content/address.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { openIndex, type SiteIndex } from "./find-module.ts";

export interface SiteSearch extends SiteIndex {
  /** A page's text in Markdown, by its address or its path. */
  markdown: (address: string) => Promise<string>;
}

/** `where` is the folder of a built site, or its address. Throws a `UsageError` if there is no index. */
export async function openSite(where: string): Promise<SiteSearch> {
  const site = /^https?:\/\//.test(where)
    ? new URL(where.replace(/\/?$/, "/"))
    : pathToFileURL(join(resolve(where), "/"));
  if (site.protocol === "file:" && !existsSync(new URL("pagefind/words.json", site))) {
    throw new UsageError(`${where} has no search index: it must be the folder of a built site, or its address`);
  }
  const index = await openIndex(new URL("pagefind/", site)).catch((error: unknown) => {
    throw new UsageError(`${where} can't be searched: ${error instanceof Error ? error.message : error}`);
  });
  return { ...index, markdown: (address) => markdownOf(address, index, site) };
}

async function markdownOf(address: string, index: SiteIndex, site: URL): Promise<string> {
  const page = await index.page(address);
  if (!page) throw new UsageError(`the site has no page ${address} that can be searched for`);
  const file = new URL(`${folderOf(page.path).slice(1)}index.md`, site);
  if (file.protocol === "file:") return readFile(file, "utf8");
  const response = await fetch(file);
  if (!response.ok) throw new UsageError(`${response.status} for ${file}`);
  return response.text();
}
