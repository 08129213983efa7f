/** The addresses of Hugo's pages, and the names by which texts refer to them. https://gohugo.io/content-management/urls/ */

import { posix } from "node:path";
import type { EntryHead } from "../trees/entry-head.ts";
import { partsOf, type Zones } from "../trees/moment.ts";
import { joined } from "../trees/path-parts.ts";
import { datePlaces, filledPattern } from "../trees/permalink.ts";
import { at, type Data, firstText, isTrue, recordAt, textsOf } from "../trees/values.ts";

export function addressOf(
  name: string,
  section: string,
  head: EntryHead,
  config: Data,
  zones: Zones,
  language: string,
  dated: { rest: string } | undefined,
): string {
  const url = firstText(head.data, "url");
  if (url) return /^https?:/.test(url) ? new URL(url).pathname : joined(url);
  const given = recordAt(config, "permalinks");
  const pattern = firstText(given, `page.${section}`) ?? firstText(given, section);
  const slug = firstText(head.data, "slug");
  const stem = posix.basename(name);
  const keep = !isTrue(at(config, "disablePathToLower"));
  const part = (text: string) => urlize(text, keep);
  if (pattern) {
    const title = part(head.title ?? stem);
    const places = {
      ...datePlaces(head.date ? partsOf(head.date, zones.site) : undefined),
      ...{
        title,
        slug: slug ? part(slug) : title,
        section: part(section),
        sections: posix.dirname(name).split("/").map(part).join("/"),
      },
      ...{
        filename: part(stem),
        contentbasename: part(stem),
        slugorfilename: part(slug ?? stem),
        slugorcontentbasename: part(slug ?? stem),
      },
    };
    return joined(language, filledPattern(pattern, places), "/");
  }
  const isNamedByDay = textsOf(at(config, "frontmatter.date")).some((one) => one.includes(":filename"));
  const last = slug ?? (isNamedByDay && dated?.rest ? dated.rest : stem);
  const folder = posix.dirname(name) === "." ? "" : posix.dirname(name);
  const path = joined(language, ...folder.split("/").map(part), part(last));
  return isTrue(at(config, "uglyURLs")) ? `${path}.html` : `${path}/`;
}

/** Blanks become hyphens; letters of any script, digits and `.-_` stay. */
function urlize(text: string, toLower: boolean): string {
  const plain = text
    .trim()
    .replace(/\s+/g, "-")
    .replace(/[^\p{L}\p{M}\p{N}._+~/-]/gu, "")
    .replace(/-{2,}/g, "-");
  return toLower ? plain.toLowerCase() : plain;
}

/** The part of the address of a tag's page that names the tag. */
export function termPath(term: string): string {
  return urlize(term, true);
}

/** The names by which `ref` and `relref` refer to a page. */
export function refsOf(file: string, name: string, prefix: string): string[] {
  const below = file.slice(prefix.length);
  return [
    below,
    `/${below}`,
    name,
    `/${name}`,
    posix.basename(name),
    `${posix.basename(name)}.md`,
    posix.basename(below),
  ];
}
