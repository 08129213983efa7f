/** How each format leads from one document of a feed to the others. */
import { describe, expect, it } from "vitest";
import { atom } from "../../src/feeds/atom.ts";
import type { Feed, FeedLinks } from "../../src/feeds/feed.ts";
import { jsonFeed } from "../../src/feeds/json-feed.ts";
import { rss } from "../../src/feeds/rss.ts";
import { plainFeed } from "../support/plain-feed.ts";
import { childrenNamed, readXml, type XmlElement } from "../support/strict-xml.ts";

const FORMATS = [
  ["RSS", (feed: Feed) => childrenNamed(readXml(rss(feed)), "channel")[0] as XmlElement, "atom:link"],
  ["Atom", (feed: Feed) => readXml(atom(feed)), "link"],
] as const;

const current: FeedLinks = { self: "https://tiny.example/feed", hub: "https://hub.example/" };
const archive: FeedLinks = {
  self: "https://tiny.example/2",
  current: current.self,
  previous: "https://tiny.example/1",
};

describe.each(FORMATS)("in %s", (_, read, name) => {
  const linksOf = (feed: XmlElement) =>
    Object.fromEntries(childrenNamed(feed, name).map(({ attributes }) => [attributes["rel"], attributes["href"]]));

  it("the current document names the hub and the newest archive", () => {
    const feed = read({ ...plainFeed, links: { ...current, previous: "https://tiny.example/2" } });
    expect(linksOf(feed)).toMatchObject({
      self: current.self,
      hub: current.hub,
      "prev-archive": "https://tiny.example/2",
    });
    expect(childrenNamed(feed, "fh:archive")).toEqual([]);
  });

  it("an archive says that it is one, and leads to the current document and to the archive before", () => {
    const feed = read({ ...plainFeed, links: archive });
    expect(linksOf(feed)).toMatchObject({
      self: archive.self,
      current: current.self,
      "prev-archive": archive.previous,
    });
    expect(childrenNamed(feed, "fh:archive")).toHaveLength(1);
  });

  it("a feed that is one document leads nowhere else", () => {
    const others = Object.keys(linksOf(read(plainFeed))).filter((rel) => rel !== "alternate");
    expect(others).toEqual(["self"]);
  });
});

describe("in JSON Feed", () => {
  it("the archives are the feed's next pages, and the hub is named", () => {
    expect(JSON.parse(jsonFeed({ ...plainFeed, links: { ...archive, hub: "https://hub.example/" } }))).toMatchObject({
      feed_url: archive.self,
      next_url: archive.previous,
      hubs: [{ type: "WebSub", url: "https://hub.example/" }],
    });
    expect(JSON.parse(jsonFeed(plainFeed))).not.toHaveProperty("next_url");
  });
});
