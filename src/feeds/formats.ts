/** The table of feed formats. */
import { atom } from "./atom.ts";
import type { Feed } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

interface Format {
  name: string;
  /** Name of its documents, in each feed's folder. */
  file: string;
  /** Media type. */
  type: string;
  write: (feed: Feed) => string;
}

export const formats: Format[] = [
  { name: "RSS", file: "feed.xml", type: "application/rss+xml", write: rss },
  { name: "Atom", file: "atom.xml", type: "application/atom+xml", write: atom },
  { name: "JSON Feed", file: "feed.json", type: "application/feed+json", write: jsonFeed },
];
