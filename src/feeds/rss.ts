/** RSS 2.0 (the RSS Advisory Board's specification), with content:encoded, dc:creator and atom:link. */
import { dateToRfc822 } from "@11ty/eleventy-plugin-rss";
import type { Entry, Feed } from "./feed.ts";
import { type Xml, xml, xmlDocument } from "./xml.ts";

/** `self` is the feed's own URL. */
export function rss(feed: Feed, self: string): string {
  return xmlDocument(xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${feed.title}</title>
<link>${feed.home}</link>
<description>${feed.description}</description>
<language>${feed.language}</language>
<lastBuildDate>${utcDate(feed.updated)}</lastBuildDate>
<docs>https://www.rssboard.org/rss-specification</docs>
<atom:link href="${self}" rel="self" type="application/rss+xml"/>
${feed.entries.map((entry) => item(entry, feed))}</channel>
</rss>`);
}

function item(entry: Entry, { author }: Feed): Xml {
  return xml`<item>
<title>${entry.title}</title>
<link>${entry.url}</link>
<guid isPermaLink="false">${entry.id}</guid>
<pubDate>${utcDate(entry.published)}</pubDate>
<dc:creator>${author.name}</dc:creator>
${entry.tags.map((tag) => xml`<category>${tag}</category>\n`)}${entry.summary && xml`<description>${entry.summary}</description>\n`}<content:encoded>${entry.html}</content:encoded>
</item>
`;
}

function utcDate(date: Date): string {
  return dateToRfc822(date, "UTC").replace(/GMT$/, "+0000");
}
