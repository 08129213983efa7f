/** Finds the links of a built site that lead to no file, or to no element of a page. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { addressesIn } from "./addresses.ts";
import { fileAt } from "./built-site.ts";
import { attributeOf, elementsIn, parsePage } from "./html.ts";

/** One line for each address of the site itself that has no file, or no element with the id that it names. */
export function deadEnds(folder: string, siteUrl: string): string[] {
  const ids = new Map<string, Set<string>>();
  return addressesIn(folder, siteUrl)
    .filter(({ address }) => address.origin === new URL(siteUrl).origin)
    .filter(({ address }) => !leadsSomewhere(address, folder, siteUrl, ids))
    .map(({ from, address }) => `${from} → ${address.href}`);
}

function leadsSomewhere(address: URL, folder: string, siteUrl: string, ids: Map<string, Set<string>>): boolean {
  if (!address.href.startsWith(siteUrl)) return false;
  const file = join(folder, fileAt(`/${address.pathname.slice(new URL(siteUrl).pathname.length)}`));
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  if (!address.hash || !file.endsWith(".html")) return true;
  const known = ids.get(file) ?? idsIn(readFileSync(file, "utf8"));
  ids.set(file, known);
  return known.has(decodeURIComponent(address.hash.slice(1)));
}

function idsIn(html: string): Set<string> {
  return new Set(elementsIn(parsePage(html)).map((element) => attributeOf(element, "id") ?? ""));
}
