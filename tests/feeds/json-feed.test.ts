/** JSON Feed: what a reader finds in it, and that no text can break it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Feed, Item } from "../../src/feeds/feed.ts";
import { jsonFeed } from "../../src/feeds/json-feed.ts";
import { hostileFeed } from "../support/hostile-feed.ts";
import { plainFeed } from "../support/plain-feed.ts";

interface Read {
  title: string;
  description: string;
  authors: { name: string }[];
  items: { title: string; summary: string | undefined; content_html: string; tags?: string[] }[];
}

function read(feed: Feed): Read {
  return JSON.parse(jsonFeed(feed)) as Read;
}

describe("JSON Feed", () => {
  it("says of the feed what it is, where it is and whose it is", () => {
    const { items, ...feed } = read(plainFeed);
    expect(feed).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "Queues & Locks",
      description: "On <queues>, mostly.",
      language: "en",
      home_page_url: "https://tiny.example/blog/",
      feed_url: "https://tiny.example/blog/feed",
      authors: [{ name: "A. Writer", url: "https://writer.example/" }],
    });
    expect(items).toHaveLength(2);
  });

  it("says of an item what there is to say, with the whole text", () => {
    const image = "https://tiny.example/blog/posts/full/x.png";
    expect(read(plainFeed).items[0]).toEqual({
      id: "tag:tiny.example,2026:posts/full",
      url: "https://tiny.example/blog/posts/full/",
      title: 'Why "<b>" & co. are text',
      summary: "All of it, and then some.",
      content_html: plainFeed.items[0]?.html?.(),
      image,
      banner_image: image,
      date_published: "2026-02-28T22:30:00Z",
      date_modified: "2026-03-01T08:00:00Z",
      tags: ["C++", "R&D"],
      language: "de",
      attachments: [{ url: image, mime_type: "image/png", title: "A <queue>", size_in_bytes: 123 }],
      _reading: { words: 460, minutes: 3 },
    });
  });

  it("leaves out what an item does not have", () => {
    const keys = ["content_html", "date_modified", "date_published", "id", "language", "title", "url"];
    expect(Object.keys(read(plainFeed).items[1] ?? {}).sort()).toEqual(keys);
  });

  it("has the summary as an item's text where feeds have no more of it", () => {
    const [item] = plainFeed.items as [Item];
    const short = read({ ...plainFeed, items: [{ ...item, html: undefined, markdown: undefined }] }).items[0];
    expect(short).toMatchObject({ content_text: "All of it, and then some." });
    expect(short).not.toHaveProperty("content_html");
  });

  it("says what was written, with U+FFFD for half a character, which many readers stop at", () => {
    fc.assert(
      fc.property(hostileFeed, (feed) => {
        const { title, description, authors, items } = read(feed);
        const said = items.map(({ content_html, tags = [], ...item }) =>
          wordsOf({ ...item, html: () => content_html, tags }),
        );
        const meant = feed.items.map(wordsOf);
        expect([title, description, authors[0]?.name, ...said.flat()]).toEqual(
          [feed.title, feed.description, feed.author.name, ...meant.flat()].map((text) => text.toWellFormed()),
        );
      }),
    );
  });
});

function wordsOf({ title, summary = "", html, tags }: Pick<Item, "title" | "summary" | "html" | "tags">): string[] {
  return [title, summary, html?.() ?? "", ...tags];
}
