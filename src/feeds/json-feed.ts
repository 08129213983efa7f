/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { rfc3339 } from "./dates.ts";
import type { Feed, Item } from "./feed.ts";

export function jsonFeed(feed: Feed): string {
  const { links } = feed;
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: links.self,
    description: feed.description,
    // Archives are pages of the same feed: a reader that goes on gets everything.
    next_url: links.previous,
    language: feed.language,
    authors: [{ name: feed.author.name, url: feed.author.url }],
    hubs: links.hub && [{ type: "WebSub", url: links.hub }],
    items: feed.items.map(item),
  };
  return `${JSON.stringify(document, (_key, value) => (typeof value === "string" ? value.toWellFormed() : value), 1)}\n`;
}

function item({ image, episode, words, minutes, ...item }: Item): object {
  const content = item.html ? { content_html: item.html() } : { content_text: item.summary };
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    ...content,
    image: image?.url,
    banner_image: image?.url,
    date_published: rfc3339(item.published),
    date_modified: rfc3339(item.updated),
    authors: item.authors?.map(({ name, url }) => ({ name, url })),
    tags: item.tags.length > 0 ? item.tags : undefined,
    language: item.language,
    attachments: image || episode ? attachmentsOf({ image, episode }) : undefined,
    // The specification leaves names with an underscore to extensions.
    _reading: words && { words, minutes },
  };
}

function attachmentsOf({ image, episode }: Pick<Item, "image" | "episode">): object[] {
  return [
    ...(episode
      ? [
          {
            ...{ url: episode.url, mime_type: episode.type, size_in_bytes: episode.bytes },
            duration_in_seconds: episode.seconds && Math.max(1, Math.round(episode.seconds)),
          },
        ]
      : []),
    ...(image ? [{ url: image.url, mime_type: image.type, title: image.alt, size_in_bytes: image.bytes }] : []),
  ];
}
