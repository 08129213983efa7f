/** Which feeds there are: a row makes one. */
import { absoluteUrl } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import { atom } from "./atom.ts";
import { type Feed, feedOf } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

export interface FeedRow {
  /** What its format is called. */
  name: string;
  /** Site-relative. */
  path: string;
  /** Media type. */
  type: string;
  /** For whom it is. */
  note: string;
  format: (feed: Feed, self: string) => string;
}

export const feeds: FeedRow[] = [
  { name: "RSS", path: "/feed.xml", type: "application/rss+xml", note: "every reader takes this one", format: rss },
  {
    name: "Atom",
    path: "/atom.xml",
    type: "application/atom+xml",
    note: "the same essays, for those who prefer it",
    format: atom,
  },
  {
    name: "JSON Feed",
    path: "/feed.json",
    type: "application/feed+json",
    note: "the same again, for programs",
    format: jsonFeed,
  },
];

export function renderFeed({ format, path }: FeedRow, content: Content): string {
  return format(feedOf(content), absoluteUrl(content.site, path));
}
