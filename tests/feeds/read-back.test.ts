/** Parsers that others wrote read back what front matter and Markdown said, field by field, from every format. */
import { describe, expect, it } from "vitest";
import { documentsOf, FEED_SITE, readSite } from "../support/feed-documents.ts";
import {
  type ReadItem,
  withFeedsmith,
  withoutPython,
  withPythonFeedparser,
  withRssParser,
} from "../support/feed-parsers.ts";

const content = await readSite(FEED_SITE);
const documents = documentsOf(content);
const textOf = (path: string) => documents.get(path) ?? "";
const bodyOf = (title: string) => content.entries.find((entry) => entry.title === title)?.body.feedHtml();

const SITE = "https://fish.example/blog";
const cover = content.entries[0]?.image;
const RICH = "Read <em> & weep: 魚 and فِش 🐟";

/** What the files of the site say, newest first; times are Berlin's. */
const everything: ReadItem[] = [
  {
    id: "tag:fish.example,2020-02:posts/rich",
    url: `${SITE}/posts/rich/`,
    title: RICH,
    summary: 'What "fish & chips" costs, < 5 £',
    html: bodyOf(RICH),
    tags: ["C++", "R&D", "日本語"],
    published: "2026-03-29T00:30:00Z",
    updated: "2026-03-31T22:00:00Z",
    image: [`${SITE}${cover?.path}`, "image/png", cover?.bytes ?? 0],
  },
  {
    id: "tag:fish.example,2020-02:projects/net",
    url: `${SITE}/projects/net/`,
    title: "A net",
    summary: "It catches fish.",
    html: bodyOf("A net"),
    tags: ["Rope", "Knots"],
    published: "2026-01-31T23:00:00Z",
    updated: "2026-05-04T22:00:00Z",
    image: undefined,
  },
  {
    id: "tag:fish.example,2020-02:posts/short",
    url: `${SITE}/posts/short/`,
    title: "In short",
    summary: "Only this is in feeds.",
    html: undefined,
    tags: [],
    published: "2025-12-31T23:30:00Z",
    updated: "2025-12-31T23:30:00Z",
    image: undefined,
  },
  {
    id: "https://old.example/?p=42",
    url: `${SITE}/posts/plain/`,
    title: "Plain",
    summary: undefined,
    html: bodyOf("Plain"),
    tags: ["日本語"],
    published: "2025-12-30T23:00:00Z",
    updated: "2025-12-30T23:00:00Z",
    image: undefined,
  },
];

/** Not all keep white space at a text's ends. */
const trimmed = (items: ReadItem[]) => items.map((item) => ({ ...item, html: item.html?.trim() }));

describe("feedsmith", () => {
  it.each(["/feed.xml", "/atom.xml", "/feed.json"])("reads %s as it was written", (path) => {
    expect(trimmed(withFeedsmith(path, textOf(path)))).toEqual(trimmed(everything));
  });

  it.each([
    ["/posts/feed.xml", [0, 2, 3]],
    ["/posts/feed.json", [0, 2, 3]],
    ["/projects/atom.xml", [1]],
    ["/tags/日本語/atom.xml", [0, 3]],
    ["/tags/r-and-d/feed.json", [0]],
  ])("finds in %s what belongs there", (path, indexes) => {
    const expected = everything.filter((_, index) => indexes.includes(index));
    expect(trimmed(withFeedsmith(path, textOf(path)))).toEqual(trimmed(expected));
  });

  it.each(["/corrections/feed.xml", "/corrections/atom.xml", "/corrections/feed.json"])(
    "finds each revision in %s but minor ones",
    (path) => {
      const items = withFeedsmith(path, textOf(path));
      expect(items.map(({ id, title, summary }) => ({ id, title, summary }))).toEqual([
        {
          id: "tag:fish.example,2020-02:posts/rich/revisions/2026-04-01",
          title: `Revised: ${RICH}`,
          summary: "The price was £4 < £5, not £6 & up.",
        },
        {
          id: "tag:fish.example,2020-02:posts/rich/revisions/2026-04-01-2",
          title: `Revised: ${RICH}`,
          summary: "A second one of that day.",
        },
      ]);
      expect(items.map(({ published }) => published)).toEqual(["2026-03-31T22:00:00Z", "2026-03-31T22:00:00Z"]);
    },
  );
});

describe("rss-parser", () => {
  it.each(["/feed.xml", "/atom.xml"])("reads %s as it was written", async (path) => {
    expect(trimmed(await withRssParser(textOf(path)))).toEqual(trimmed(everything));
  });
});

describe(`Python's feedparser${withoutPython ? `, ${withoutPython}` : ""}`, () => {
  it.skipIf(withoutPython).each([
    ["/feed.xml", "rss20"],
    ["/atom.xml", "atom10"],
  ])("reads %s as it was written, without complaint", (path, version) => {
    const reading = withPythonFeedparser(textOf(path));
    expect({ bozo: reading?.bozo, version: reading?.version }).toEqual({ bozo: false, version });
    expect(trimmed(reading?.items ?? [])).toEqual(trimmed(everything));
  });

  it.skipIf(withoutPython).each([...documents.keys()].filter((path) => path.endsWith(".xml")))(
    "has nothing against %s",
    (path) => {
      expect(withPythonFeedparser(textOf(path))?.bozo).toBe(false);
    },
  );
});

it("none of them hears of what is kept out of feeds, or of the text of what is there in short", () => {
  const all = [...documents.values()].join("\n");
  expect(all).not.toMatch(
    /Kept out of feeds|Not told either|On the site only|A boat|The rest is on the page|A comma\./,
  );
});
