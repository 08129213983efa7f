/** JSON Feed: what a reader finds in it, and that no text can break it. */
import fc from "fast-check";
import { parseJsonFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/feeds/feed.ts";
import { jsonFeed } from "../../src/feeds/json-feed.ts";
import { hostileFeed } from "../support/hostile-feed.ts";
import { plainFeed } from "../support/plain-feed.ts";

/** What the test below asks of the JSON. */
interface Written {
  title: string;
  description: string;
  authors: { name: string }[];
  items: { title: string; summary: string | undefined; content_html: string; tags?: string[] }[];
}

const SELF = "https://tiny.example/blog/feed.json";

describe("JSON Feed", () => {
  it("says of the feed what it is, where it is and whose it is", () => {
    const { items, ...feed } = parseJsonFeed(jsonFeed(plainFeed, SELF));
    expect(feed).toEqual({
      title: "Queues & Locks",
      description: "On <queues>, mostly.",
      language: "en",
      home_page_url: "https://tiny.example/blog/",
      feed_url: SELF,
      authors: [{ name: "A. Writer", url: "https://writer.example/" }],
    });
    expect(items).toHaveLength(2);
  });

  it("says which version of the format it is", () => {
    expect(JSON.parse(jsonFeed(plainFeed, SELF))).toHaveProperty("version", "https://jsonfeed.org/version/1.1");
  });

  it("says of an entry what there is to say, with the whole text", () => {
    expect(JSON.parse(jsonFeed(plainFeed, SELF)).items[0]).toEqual({
      id: "tag:tiny.example,2026:posts/full",
      url: "https://tiny.example/blog/posts/full/",
      title: 'Why "<b>" & co. are text',
      summary: "All of it, and then some.",
      content_html: plainFeed.entries[0]?.html,
      image: "https://tiny.example/blog/posts/full/picture.png",
      date_published: "2026-02-28T22:30:00Z",
      date_modified: "2026-03-01T08:00:00Z",
      tags: ["C++", "R&D"],
      language: "de",
    });
  });

  it("leaves out what an entry does not have", () => {
    const bare = JSON.parse(jsonFeed(plainFeed, SELF)).items[1] as object;
    expect(Object.keys(bare).sort()).toEqual(
      ["content_html", "date_modified", "date_published", "id", "language", "title", "url"].sort(),
    );
  });

  it("says what was written, with U+FFFD for half a character, which many readers stop at", () => {
    fc.assert(
      fc.property(hostileFeed, (feed) => {
        const { title, description, authors, items } = JSON.parse(jsonFeed(feed, SELF)) as Written;
        const itemWords = items.map(({ content_html, tags = [], ...item }) =>
          wordsOf({ ...item, html: content_html, tags }),
        );
        const read = [title, description, authors[0]?.name, ...itemWords.flat()];
        const written = [feed.title, feed.description, feed.author.name, ...feed.entries.flatMap(wordsOf)];
        expect(read).toEqual(written.map((text) => text.toWellFormed()));
      }),
    );
  });
});

function wordsOf({ title, summary = "", html, tags }: Pick<Entry, "title" | "summary" | "html" | "tags">): string[] {
  return [title, summary, html, ...tags];
}
