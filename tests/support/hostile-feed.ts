/** Feeds for property tests: hostile wherever an author's words stand, plain in dates, addresses and languages. */
import fc from "fast-check";
import type { Feed, Item } from "../../src/feeds/feed.ts";
import { hostileLine, hostileText } from "./hostile-text.ts";
import { plainFeed } from "./plain-feed.ts";

/** With a letter at both ends, since feedsmith trims what it reads. */
const words = hostileLine.map((line) => `a${line}z`);
/** XML reads a carriage return as any other line end, and feedsmith drops comments even from CDATA. */
const text = hostileText.map((part) => `<p>${part.replaceAll("\r", "")}</p>`).filter((part) => !part.includes("<!--"));
const day = fc.date({ min: new Date("1971-01-01"), max: new Date("2999-12-31"), noInvalidDate: true });

const hostileItem: fc.Arbitrary<Item> = fc.record({
  id: fc.constant("tag:tiny.example,2026:posts/x"),
  uri: fc.constant("tag:tiny.example,2026:posts/x"),
  url: fc.constant("https://tiny.example/posts/x/"),
  title: words,
  summary: fc.option(words, { nil: undefined }),
  html: text.map((words) => () => words),
  markdown: text.map((words) => () => words),
  words: fc.constant(undefined),
  language: fc.constant("en"),
  tags: fc.uniqueArray(words, { maxLength: 3 }),
  published: day,
  updated: day,
  image: fc.constant(undefined),
});

export const hostileFeed: fc.Arbitrary<Feed> = fc
  .record({
    title: words,
    description: words,
    author: fc.record({ name: words }),
    updated: day,
    items: fc.array(hostileItem, { maxLength: 2 }),
  })
  .map((hostile) => ({ ...plainFeed, ...hostile }));
