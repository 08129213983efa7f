/** OPML 2.0, read back: every feed once, at an address that is there. */
import { parseOpml } from "feedsmith";
import { expect, it } from "vitest";
import { feedsOf } from "../../src/feeds/feeds.ts";
import { opml } from "../../src/feeds/opml.ts";
import { documentsOf, FEED_SITE, readSite } from "../support/feed-documents.ts";

const content = await readSite(FEED_SITE);
const { head, body } = parseOpml(opml(content.site, feedsOf(content)));
const outlines = (body?.outlines ?? []).flatMap((outline) => outline.outlines ?? [outline]);

it("names its owner, and each feed with its title, page and address", () => {
  expect(head).toMatchObject({ title: "Fish & Chips <Weekly>: feeds", ownerName: "Ada Ångström" });
  expect(outlines.map(({ title, type }) => `${type} ${title}`)).toEqual(
    feedsOf(content).map(({ title }) => `rss ${title}`),
  );
  expect(outlines.at(-1)).toMatchObject({
    text: "Fish & Chips <Weekly>: 日本語",
    htmlUrl: "https://fish.example/blog/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/",
    xmlUrl: "https://fish.example/blog/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/feed.xml",
  });
});

it("leads to documents that are published", () => {
  const paths = new Set(documentsOf(content).keys());
  const wanted = outlines.map(({ xmlUrl = "" }) => `/${decodeURI(xmlUrl).slice(content.site.url.length)}`);
  expect(wanted.filter((path) => !paths.has(path))).toEqual([]);
});
