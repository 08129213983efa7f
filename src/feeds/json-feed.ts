/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { dateToRfc3339 } from "@11ty/eleventy-plugin-rss";
import type { Feed } from "./feed.ts";

/** `self` is the feed's own URL. */
export function jsonFeed(feed: Feed, self: string): string {
  const authors = [{ name: feed.author.name, url: feed.author.url }];
  const items = feed.entries.map((entry) => ({
    id: entry.id,
    url: entry.url,
    title: entry.title,
    summary: entry.summary,
    content_html: entry.html.toWellFormed(),
    image: entry.image,
    date_published: dateToRfc3339(entry.published),
    date_modified: dateToRfc3339(entry.updated),
    tags: entry.tags.length > 0 ? entry.tags : undefined,
    language: entry.language,
  }));
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: self,
    description: feed.description,
    language: feed.language,
    authors,
    items,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
