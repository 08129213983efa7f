/** Feeds for property tests: hostile wherever an author's words stand, plain in dates, addresses and languages. */
import fc from "fast-check";
import type { Entry, Feed } from "../../src/feeds/feed.ts";
import { hostileLine, hostileText } from "./hostile-text.ts";

/** With a letter at both ends, since feedsmith trims what it reads. */
const words = hostileLine.map((line) => `a${line}z`);
const day = fc.date({ min: new Date("1971-01-01"), max: new Date("2999-12-31"), noInvalidDate: true });

const hostileEntry: fc.Arbitrary<Entry> = fc.record({
  id: fc.constant("tag:tiny.example,2026:posts/x"),
  url: fc.constant("https://tiny.example/posts/x/"),
  title: words,
  summary: fc.option(words, { nil: undefined }),
  html: hostileText.map((text) => `<p>${text.replaceAll("\r", "")}</p>`),
  language: fc.constant("en"),
  tags: fc.uniqueArray(words, { maxLength: 3 }),
  published: day,
  updated: day,
  image: fc.constant(undefined),
});

export const hostileFeed: fc.Arbitrary<Feed> = fc.record({
  title: words,
  description: words,
  language: fc.constant("en"),
  author: fc.record({ name: words }),
  home: fc.constant("https://tiny.example/"),
  updated: day,
  entries: fc.array(hostileEntry, { maxLength: 2 }),
});
