/**
 * The documents that feeds are made of: for each feed and format the one to subscribe to and, in a feed that is archived,
 * those with everything older (RFC 5005, section 4).
 */
import { absoluteUrl, hrefOf } from "../content/address.ts";
import { authorOf, type Site } from "../content/site.ts";
import type { FeedFormat } from "../content/syndication.ts";
import type { Feed, FeedLinks, Item } from "./feed.ts";
import type { FeedRow } from "./feeds.ts";
import { podcastGuid } from "./podcast-elements.ts";

export interface FeedDocument {
  /** Site-relative. */
  path: string;
  format: FeedFormat;
  /** What it depends on besides the site's settings and the texts of its items. */
  of: Feed;
  write: () => string;
}

export function feedDocuments(site: Site, feeds: readonly FeedRow[]): FeedDocument[] {
  // Of a feed with nothing in it yet: when anything was last published. A site without content has a fixed date.
  const fallback = latest(feeds.flatMap(({ items }) => items()));
  return feeds.flatMap((row) => documentsOf(site, row, fallback));
}

function latest(items: readonly Item[]): Date {
  return new Date(items.reduce((moment, { updated }) => Math.max(moment, updated.getTime()), 0));
}

/**
 * Newest first, as the documents have them. Archives are filled from the oldest item on and hold half of what the current
 * document may: one that is full stays as it is when items are added, and the current document is never short of items.
 */
export function splitItems<Any>(items: readonly Any[], most: number): { current: Any[]; archives: Any[][] } {
  const size = Math.ceil(most / 2);
  const count = Math.max(0, Math.ceil((items.length - most) / size));
  const endOf = (archive: number) => items.length - archive * size;
  const archives = Array.from({ length: count }, (_, index) => items.slice(endOf(index + 1), endOf(index)));
  return { current: items.slice(0, endOf(count)), archives };
}

function documentsOf(site: Site, row: FeedRow, fallback: Date): FeedDocument[] {
  const { current, archives } = row.archived
    ? splitItems(row.items(), site.feedLength)
    : { current: row.podcast ? row.items() : row.items().slice(0, site.feedLength), archives: [] };
  return row.formats.flatMap(({ key, file, write }) => {
    const url = (number: number) => (number > 0 ? absoluteUrl(site, archivePath(row, number, file)) : undefined);
    const subscription = absoluteUrl(site, row.path + file);
    const links = { self: subscription, previous: url(archives.length), hub: site.hub };
    const documentOf = (path: string, items: readonly Item[], links: FeedLinks): FeedDocument => {
      const feed = feedOf(site, row, items, links, fallback);
      return { path, format: key, of: feed, write: () => write(feed) };
    };
    return [
      documentOf(row.path + file, current, links),
      ...archives.map((items, index) => {
        const path = archivePath(row, index + 1, file);
        const links = { self: absoluteUrl(site, path), current: subscription, previous: url(index) };
        return documentOf(path, items, links);
      }),
    ];
  });
}

function archivePath({ path }: FeedRow, number: number, file: string): string {
  return `${path}archive/${number}/${file}`;
}

function feedOf(
  site: Site,
  { title, path, home, podcast }: FeedRow,
  items: readonly Item[],
  links: FeedLinks,
  fallback: Date,
): Feed {
  return {
    id: absoluteUrl(site, path),
    title,
    description: podcast?.description ?? site.description,
    language: site.language,
    author: authorOf(site),
    rights: site.licence && `${site.licence.name}: ${site.licence.url}`,
    home: absoluteUrl(site, home),
    updated: items.length > 0 ? latest(items) : fallback,
    items,
    links,
    podcast: podcast && {
      ...{ categories: podcast.categories, image: absoluteUrl(site, podcast.image) },
      ...{ explicit: podcast.explicit, type: podcast.type },
      guid: podcast.guid ?? podcastGuid(links.self),
    },
    stylesheet: hrefOf(site, "/feed.css"),
  };
}
