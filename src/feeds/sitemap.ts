/** Sitemaps protocol (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309). */
import { absoluteUrl } from "../content/address.ts";
import { AUTHORS_PATH } from "../content/author.ts";
import type { Content } from "../content/content.ts";
import { dayOf } from "../content/date.ts";
import type { Alternate } from "../content/editions.ts";
import type { Entry } from "../content/entry.ts";
import { listsByDate, yearPagesOf } from "../content/listing.ts";
import { xml, xmlDocument } from "./xml.ts";

/** `pages` are site-relative paths of the pages that search engines should list. */
export function sitemap(
  content: Content,
  pages: readonly string[],
  alternates: ReadonlyMap<string, readonly Alternate[]> = new Map(),
): string {
  const { site } = content;
  const changes = changesIn(content);
  const urls = pages.map((path) => {
    const changed = changes.get(path);
    const inLanguages = alternates
      .get(path)
      ?.map(
        (one) => xml`<xhtml:link rel="alternate" hreflang="${one.language}" href="${absoluteUrl(site, one.path)}"/>`,
      );
    return xml`<url><loc>${absoluteUrl(site, path)}</loc>${changed && xml`<lastmod>${changed}</lastmod>`}${inLanguages}</url>\n`;
  });
  const xhtml = alternates.size > 0 && xml` xmlns:xhtml="http://www.w3.org/1999/xhtml"`;
  return xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${xhtml}>\n${urls}</urlset>`);
}

/** By path, the day on which a page last changed, where that is known; a list changes with what is on it. */
function changesIn(content: Content): Map<string, string> {
  const { site, entries, lists } = content;
  const byDate = listsByDate(content);
  const pages: { path: string; entries: readonly Entry[] }[] = [
    ...entries.map((entry) => ({ path: entry.path, entries: [entry] })),
    ...lists,
    ...byDate,
    ...byDate.flatMap((list) => yearPagesOf(list, site)),
    { path: AUTHORS_PATH, entries: entries.filter(({ authors }) => authors.length > 0) },
    { path: "/tags/", entries: entries.filter(({ tags }) => tags.length > 0) },
    ...["/", "/search/terms/"].map((path) => ({ path, entries })),
  ];
  // An entry is on many pages, and a date takes a while to be written.
  const days = new Map(entries.map((entry) => [entry.file, lastChange(entry)]));
  const later = (day: string, { file }: Entry) => {
    const other = days.get(file) ?? "";
    return other > day ? other : day;
  };
  return new Map(
    pages.flatMap(({ path, entries }) => {
      const day = entries.reduce(later, "");
      return day ? [[path, day] as const] : [];
    }),
  );
}

/** `2026-11-22`; empty for an entry without a date. */
function lastChange({ updated, published }: Entry): string {
  const moment = updated ?? published;
  return moment ? dayOf(moment) : "";
}

/** What must not be found may be read: `noindex` is seen only by those who do. */
export function robots({ site }: Content): string {
  if (site.noindex) return "User-agent: *\nAllow: /\n";
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(site, "/sitemap.xml")}\n`;
}
