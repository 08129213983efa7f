/** Sitemaps protocol (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309). */
import { absoluteUrl } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import { xml, xmlDocument } from "./xml.ts";

/** `pages` are site-relative paths of the pages that search engines should list. */
export function sitemap({ site, posts }: Content, pages: string[]): string {
  const changes = new Map(posts.map((post) => [post.path, (post.updated ?? post.published).toPlainDate().toString()]));
  const urls = pages.map((path) => {
    const changed = changes.get(path);
    return xml`<url><loc>${absoluteUrl(site, path)}</loc>${changed && xml`<lastmod>${changed}</lastmod>`}</url>\n`;
  });
  return xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>`);
}

export function robots({ site }: Content): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(site, "/sitemap.xml")}\n`;
}
