/** RSS: what a reader finds in it, and that no text can break it. */
import fc from "fast-check";
import { parseRssFeed } from "feedsmith";
import { afterEach, describe, expect, it } from "vitest";
import type { Feed } from "../../src/feeds/feed.ts";
import { rss } from "../../src/feeds/rss.ts";
import { hostileFeed } from "../support/hostile-feed.ts";
import { plainFeed } from "../support/plain-feed.ts";
import { asXmlCanSay, readXml } from "../support/strict-xml.ts";

const [full, bare] = plainFeed.items;

function read(feed: Feed): ReturnType<typeof parseRssFeed<string>> {
  return parseRssFeed(rss(feed));
}

describe("RSS", () => {
  it("says of the feed what it is, where it is and whose it is", () => {
    const { items, ...channel } = read(plainFeed);
    expect(channel).toEqual({
      title: "Queues & Locks",
      link: "https://tiny.example/blog/",
      description: "On <queues>, mostly.",
      language: "en",
      lastBuildDate: "Sun, 01 Mar 2026 08:00:00 +0000",
      docs: "https://www.rssboard.org/rss-specification",
      atom: { links: [{ href: "https://tiny.example/blog/feed", rel: "self", type: "application/rss+xml" }] },
    });
    expect(items).toHaveLength(2);
  });

  it("says of an item what there is to say, with the whole text as HTML and as Markdown", () => {
    expect(read(plainFeed).items?.[0]).toEqual({
      xml: { lang: "de", base: "https://tiny.example/blog/posts/full/" },
      title: 'Why "<b>" & co. are text',
      link: "https://tiny.example/blog/posts/full/",
      guid: { value: "tag:tiny.example,2026:posts/full", isPermaLink: false },
      pubDate: "Sat, 28 Feb 2026 22:30:00 +0000",
      atom: { updated: "2026-03-01T08:00:00Z" },
      dc: { creators: ["A. Writer"], languages: ["de"] },
      categories: [{ name: "C++" }, { name: "R&D" }],
      description: "All of it, and then some.",
      content: { encoded: full?.html?.().trim() },
      enclosures: [{ url: "https://tiny.example/blog/posts/full/x.png", length: 123, type: "image/png" }],
      sourceNs: { markdown: full?.markdown?.().trim() },
    });
  });

  it("has the whole text of an item without a summary as its description, and leaves out what there is not", () => {
    expect(read(plainFeed).items?.[1]).toEqual({
      xml: { base: "https://tiny.example/blog/posts/bare/" },
      title: "Bare",
      link: "https://tiny.example/blog/posts/bare/",
      guid: { value: "tag:tiny.example,2025:posts/bare", isPermaLink: false },
      pubDate: "Wed, 31 Dec 2025 23:00:00 +0000",
      atom: { updated: "2025-12-31T23:00:00Z" },
      dc: { creators: ["A. Writer"] },
      description: bare?.html?.().trim(),
    });
  });

  it("names the hub of a site that has one", () => {
    const { atom } = read({ ...plainFeed, links: { ...plainFeed.links, hub: "https://hub.example/" } });
    expect(atom?.links).toContainEqual({ href: "https://hub.example/", rel: "hub" });
  });

  it("is well-formed and says what was written, whatever was written", () => {
    fc.assert(
      fc.property(hostileFeed, (feed) => {
        readXml(rss(feed));
        const { title, description, items = [] } = read(feed);
        const said = items.map((item) => [
          item.title,
          item.description,
          item.sourceNs?.markdown,
          item.content?.encoded,
        ]);
        const meant = feed.items.map(({ title, summary, html, markdown }) => {
          return [title, summary ?? html?.(), markdown?.(), summary && html?.()];
        });
        expect([title, description, ...said.flat()]).toEqual(
          [feed.title, feed.description, ...meant.flat()].map(asRead),
        );
        expect(items.map(({ categories = [] }) => categories.map(({ name }) => name))).toEqual(
          feed.items.map(({ tags }) => tags.map(asRead)),
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

  it.each([
    ["UTC", 0],
    ["Pacific/Auckland", 13],
    ["America/Los_Angeles", 16],
  ])("are in UTC on a machine in %s", (zone, hours) => {
    process.env["TZ"] = zone;
    expect(new Date("2026-01-01T00:00:00Z").getHours()).toBe(hours);
    const { lastBuildDate, items } = read(plainFeed);
    expect([lastBuildDate, items?.[1]?.pubDate]).toEqual([
      "Sun, 01 Mar 2026 08:00:00 +0000",
      "Wed, 31 Dec 2025 23:00:00 +0000",
    ]);
  });
});

function asRead(text: string | undefined): string | undefined {
  return text === undefined ? undefined : asXmlCanSay(text);
}
