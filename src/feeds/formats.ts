/** The table of feed formats. */
import type { FeedFormat } from "../content/syndication.ts";
import { atom } from "./atom.ts";
import type { Feed } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

export interface Format {
  name: string;
  /** As settings name it. */
  key: FeedFormat;
  /** Name of its documents, in each feed's folder. */
  file: string;
  /** Media type. */
  type: string;
  write: (feed: Feed) => string;
}

export const formats: readonly Format[] = [
  { name: "RSS", key: "rss", file: "feed.xml", type: "application/rss+xml", write: rss },
  { name: "Atom", key: "atom", file: "atom.xml", type: "application/atom+xml", write: atom },
  { name: "JSON Feed", key: "json", file: "feed.json", type: "application/feed+json", write: jsonFeed },
];
