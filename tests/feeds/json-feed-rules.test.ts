/** JSON Feed 1.1's rules (https://www.jsonfeed.org/version/1.1/), and the details that readers of it use. */
import { describe, expect, it } from "vitest";
import { documentsOf, FEED_SITE, readSite } from "../support/feed-documents.ts";

type Json = Record<string, unknown>;

const documents = [...documentsOf(await readSite(FEED_SITE))].filter(([path]) => path.endsWith(".json"));
const TOP = [
  "version",
  "title",
  "home_page_url",
  "feed_url",
  "description",
  "next_url",
  "language",
  "authors",
  "hubs",
  "items",
];
const ITEM = [
  "id",
  "url",
  "title",
  "summary",
  "content_html",
  "content_text",
  "image",
  "banner_image",
  "date_published",
  "date_modified",
  "tags",
  "language",
  "attachments",
];
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const URL_KEY = /url$|^image$|^banner_image$/;

describe.each(documents)("%s", (_path, text) => {
  const feed = JSON.parse(text) as Json & { items: Json[] };

  it("has what every feed must have, and no key that the specification does not know", () => {
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: expect.any(String),
      items: expect.any(Array),
    });
    expect(Object.keys(feed).filter((key) => !TOP.includes(key))).toEqual([]);
    expect(feed.items.flatMap(Object.keys).filter((key) => !ITEM.includes(key) && !key.startsWith("_"))).toEqual([]);
  });

  it("has an id, a text, dates and whole addresses in each item, and nothing that is empty", () => {
    for (const item of feed.items) {
      expect(item).toMatchObject({ id: expect.any(String), url: expect.any(String), title: expect.any(String) });
      expect([item["content_html"], item["content_text"]].filter((body) => typeof body === "string")).toHaveLength(1);
      expect([item["date_published"], item["date_modified"]].every((date) => RFC_3339.test(String(date)))).toBe(true);
      expect(item["tags"] ?? ["some"]).not.toEqual([]);
    }
    const addresses = [feed, ...feed.items].flatMap((object) =>
      Object.entries(object).filter(([key]) => URL_KEY.test(key)),
    );
    expect(addresses.filter(([, url]) => !URL.canParse(String(url)))).toEqual([]);
    expect(text).not.toContain(": null");
  });
});

it("has authors, language, hub, picture and reading time where there are some", () => {
  const feed = JSON.parse(documents[0]?.[1] ?? "");
  expect(feed).toMatchObject({
    authors: [{ name: "Ada Ångström", url: "https://ada.example/" }],
    language: "en",
    hubs: [{ type: "WebSub", url: "https://hub.example/" }],
  });
  const picture = expect.stringMatching(/^https:\/\/fish\.example\/blog\/assets\/pictures\/cover-.+\.png$/);
  expect(feed.items[0]).toMatchObject({
    language: "en-GB",
    image: picture,
    banner_image: picture,
    attachments: [{ url: picture, mime_type: "image/png", title: 'A fish "at" sea' }],
    _reading: { words: expect.any(Number), minutes: 1 },
  });
  expect(feed.items[2]).toMatchObject({ content_text: "Only this is in feeds." });
});
