/** Feed readers that take a subscription by link. A program on the reader's own machine answers to `feed://`. */

export interface FeedReader {
  name: string;
  /** The link that subscribes to the feed at a URL. */
  link: (feed: string) => string;
}

/** The link to the reader on somebody's own machine, if it has one. */
export function subscriptionLink(feed: string): string {
  return feed.replace(/^https?:/, "feed:");
}

export const feedReaders: FeedReader[] = [
  { name: "Feedly", link: (feed) => `https://feedly.com/i/subscription/feed/${encodeURIComponent(feed)}` },
  { name: "Inoreader", link: (feed) => `https://www.inoreader.com/?add_feed=${encodeURIComponent(feed)}` },
  { name: "Feedbin", link: (feed) => `https://feedbin.com/?subscribe=${encodeURIComponent(feed)}` },
  { name: "NewsBlur", link: (feed) => `https://www.newsblur.com/?url=${encodeURIComponent(feed)}` },
  {
    name: "The Old Reader",
    link: (feed) => `https://theoldreader.com/feeds/subscribe?url=${encodeURIComponent(feed)}`,
  },
  { name: "BazQux", link: (feed) => `https://bazqux.com/add?url=${encodeURIComponent(feed)}` },
];
