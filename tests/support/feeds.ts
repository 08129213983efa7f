/** The three feeds of a built site as feedsmith reads them, brought to one shape. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { readAt } from "./built-site.ts";

export interface ReadFeed {
  title: string | undefined;
  home: string | undefined;
  self: string | undefined;
  entries: ReadEntry[];
}

export interface ReadEntry {
  id: string | undefined;
  url: string | undefined;
  title: string | undefined;
  summary: string | undefined;
  html: string | undefined;
  tags: (string | undefined)[];
  /** As the feed writes it. */
  published: string | undefined;
  /** RSS has no such date. */
  updated: string | undefined;
}

/** By the feed's path. */
export const feedReaders: Record<string, (folder: string) => ReadFeed> = {
  "/feed.xml": readRss,
  "/atom.xml": readAtom,
  "/feed.json": readJson,
};

function readRss(folder: string): ReadFeed {
  const { title, link, atom, items = [] } = parseRssFeed(readAt(folder, "/feed.xml"));
  const entries = items.map((item) => ({
    id: item.guid?.value,
    url: item.link,
    title: item.title,
    summary: item.description,
    html: item.content?.encoded,
    tags: (item.categories ?? []).map(({ name }) => name),
    published: item.pubDate,
    updated: undefined,
  }));
  return { title, home: link, self: atom?.links?.find(({ rel }) => rel === "self")?.href, entries };
}

function readAtom(folder: string): ReadFeed {
  const { title, links = [], entries = [] } = parseAtomFeed(readAt(folder, "/atom.xml"));
  const linkOf = (all: typeof links, wanted = "alternate") => all.find(({ rel = "alternate" }) => rel === wanted)?.href;
  return {
    title: title?.value,
    home: linkOf(links),
    self: linkOf(links, "self"),
    entries: entries.map((entry) => ({
      id: entry.id,
      url: linkOf(entry.links ?? []),
      title: entry.title?.value,
      summary: entry.summary?.value,
      html: entry.content?.value,
      tags: (entry.categories ?? []).map(({ term }) => term),
      published: entry.published,
      updated: entry.updated,
    })),
  };
}

function readJson(folder: string): ReadFeed {
  const { title, home_page_url, feed_url, items = [] } = parseJsonFeed(readAt(folder, "/feed.json"));
  const entries = items.map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    html: item.content_html,
    tags: item.tags ?? [],
    published: item.date_published,
    updated: item.date_modified,
  }));
  return { title, home: home_page_url, self: feed_url, entries };
}
