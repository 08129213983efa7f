/** Sitemaps protocol (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309). */
import { absoluteUrl } from "../content/address.ts";
import { isByDate } from "../content/collection.ts";
import type { Content } from "../content/content.ts";
import { isDated } from "../content/entry.ts";
import { xml, xmlDocument } from "./xml.ts";

/** `pages` are site-relative paths of the pages that search engines should list. */
export function sitemap({ site, lists }: Content, pages: readonly string[]): string {
  const dated = lists
    .filter(({ collection }) => isByDate(collection))
    .flatMap(({ entries }) => entries.filter(isDated));
  const changes = new Map(
    dated.map(({ path, updated, published }) => [path, (updated ?? published).toPlainDate().toString()]),
  );
  const urls = pages.map((path) => {
    const changed = changes.get(path);
    return xml`<url><loc>${absoluteUrl(site, path)}</loc>${changed && xml`<lastmod>${changed}</lastmod>`}</url>\n`;
  });
  return xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>`);
}

export function robots({ site }: Content): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(site, "/sitemap.xml")}\n`;
}
