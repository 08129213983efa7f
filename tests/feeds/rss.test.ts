/** RSS: what a reader finds in it, and that no text can break it. */
import fc from "fast-check";
import { parseRssFeed } from "feedsmith";
import { afterEach, describe, expect, it } from "vitest";
import { rss } from "../../src/feeds/rss.ts";
import { hostileFeed } from "../support/hostile-feed.ts";
import { plainFeed } from "../support/plain-feed.ts";
import { asXmlCanSay, readXml } from "../support/strict-xml.ts";

const SELF = "https://tiny.example/blog/feed.xml";

describe("RSS", () => {
  it("says of the feed what it is, where it is and whose it is", () => {
    const { items, ...channel } = parseRssFeed(rss(plainFeed, SELF));
    expect(channel).toEqual({
      title: "Queues & Locks",
      link: "https://tiny.example/blog/",
      description: "On <queues>, mostly.",
      language: "en",
      lastBuildDate: "Sun, 01 Mar 2026 08:00:00 +0000",
      docs: "https://www.rssboard.org/rss-specification",
      atom: { links: [{ href: SELF, rel: "self", type: "application/rss+xml" }] },
    });
    expect(items).toHaveLength(2);
  });

  it("says of an entry what there is to say, with the whole text", () => {
    expect(parseRssFeed(rss(plainFeed, SELF)).items?.[0]).toEqual({
      title: 'Why "<b>" & co. are text',
      link: "https://tiny.example/blog/posts/full/",
      guid: { value: "tag:tiny.example,2026:posts/full", isPermaLink: false },
      pubDate: "Sat, 28 Feb 2026 22:30:00 +0000",
      dc: { creators: ["A. Writer"] },
      categories: [{ name: "C++" }, { name: "R&D" }],
      description: "All of it, and then some.",
      content: { encoded: plainFeed.entries[0]?.html.trim() },
    });
  });

  it("leaves out what an entry does not have", () => {
    const bare = parseRssFeed(rss(plainFeed, SELF)).items?.[1];
    expect(Object.keys(bare ?? {}).sort()).toEqual(["content", "dc", "guid", "link", "pubDate", "title"]);
  });

  it("is well-formed and says what was written, whatever was written", () => {
    fc.assert(
      fc.property(hostileFeed, (feed) => {
        const source = rss(feed, SELF);
        readXml(source);
        const { title, description, items = [] } = parseRssFeed(source);
        const read = items.map((item) => [item.title, item.description, item.content?.encoded]);
        const written = feed.entries.map(({ title, summary, html }) => [title, summary, html]);
        expect([title, description, ...read.flat()]).toEqual(
          [feed.title, feed.description, ...written.flat()].map(asRead),
        );
        expect(items.map(({ categories = [] }) => categories.map(({ name }) => name))).toEqual(
          feed.entries.map(({ tags }) => tags.map(asRead)),
        );
      }),
    );
  });
});

describe("RSS dates", () => {
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env["TZ"];
    else process.env["TZ"] = TZ;
  });

  it.each(["UTC", "Pacific/Auckland", "America/Los_Angeles"])("are in UTC on a machine in %s", (zone) => {
    process.env["TZ"] = zone;
    expect(new Date("2026-01-01T00:00:00Z").getHours()).toBe({ UTC: 0, "Pacific/Auckland": 13 }[zone] ?? 16);
    const { lastBuildDate, items } = parseRssFeed(rss(plainFeed, SELF));
    expect([lastBuildDate, items?.[1]?.pubDate]).toEqual([
      "Sun, 01 Mar 2026 08:00:00 +0000",
      "Wed, 31 Dec 2025 23:00:00 +0000",
    ]);
  });
});

function asRead(text: string | undefined): string | undefined {
  return text === undefined ? undefined : asXmlCanSay(text);
}
