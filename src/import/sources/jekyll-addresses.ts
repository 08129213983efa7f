/** The addresses of Jekyll's posts and pages, by `permalink` and the site's defaults. https://jekyllrb.com/docs/permalinks/ */

import { posix } from "node:path";
import type { EntryHead } from "../trees/entry-head.ts";
import { partsOf, type Zones } from "../trees/moment.ts";
import { joined } from "../trees/path-parts.ts";
import { datePlaces, filledPattern, plainSlug } from "../trees/permalink.ts";
import { type Data, firstText, recordAt } from "../trees/values.ts";

export const TEXTS = /\.(md|markdown|mdown|mkd|mkdn|html?)$/i;

const STYLES: Record<string, string> = {
  date: "/:categories/:year/:month/:day/:title.html",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title.html",
  weekdate: "/:categories/:year/W:week/:short_day/:title.html",
  none: "/:categories/:title.html",
};

export function postAddress(
  head: EntryHead,
  config: Data,
  slug: string,
  categories: string[],
  zones: Zones,
  collection: string | undefined,
  stem: string,
): string {
  const own = firstText(head.data, "permalink");
  const ofCollection = collection ? firstText(recordAt(config, "collections"), `${collection}.permalink`) : undefined;
  const pattern =
    own ??
    ofCollection ??
    (collection
      ? `/:collection/:path${/pretty|\/$/.test(firstText(config, "permalink") ?? "") ? "/" : ".html"}`
      : (firstText(config, "permalink") ?? "date"));
  const places = {
    ...datePlaces(head.date ? partsOf(head.date, zones.site) : undefined),
    ...{ title: slug, slug: plainSlug(slug), name: stem, path: stem, collection: collection ?? "" },
    ...{
      categories: [...new Set(categories)].join("/"),
      slugified_categories: [...new Set(categories.map(plainSlug))].join("/"),
      output_ext: ".html",
    },
  };
  return filledPattern(STYLES[pattern] ?? pattern, places);
}

export function pageAddress(data: Data, file: string, config: Data): string {
  const own = firstText(data, "permalink");
  const stem = file.replace(TEXTS, "").replace(/^_pages\//, "");
  if (own)
    return filledPattern(own, {
      title: posix.basename(stem),
      basename: posix.basename(stem),
      path: posix.dirname(stem) === "." ? "" : posix.dirname(stem),
      output_ext: ".html",
    });
  if (/(^|\/)index$/.test(stem)) return joined(stem.replace(/index$/, ""));
  const style = firstText(config, "permalink") ?? "date";
  return /pretty|\/$/.test(style) ? joined(stem, "/") : joined(`${stem}.html`);
}

/** Of jekyll-feed: the host, the folder of the address, and the slug. */
export function idOf(config: Data, address: string, slug: string): string | undefined {
  const url = firstText(config, "url");
  if (!url) return undefined;
  const folder = posix.dirname(address.endsWith("/") ? address.slice(0, -1) : address);
  const baseurl = firstText(config, "baseurl") ?? "";
  return encodeURI(`${url.replace(/\/$/, "")}${joined(baseurl, folder, slug)}`);
}

/** By which `post_url` and `link` name a file. */
export function namesOf(file: string): string[] {
  const stem = file.replace(TEXTS, "");
  const short = stem.replace(/^.*_posts\//, "");
  return [file, stem, short, posix.basename(short), stem.replace("_posts/", "")];
}
