/** When a post is from: published, updated, revised and scheduled, and its place among others. */
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { newestFirst } from "../../src/content/entry.ts";
import { headFromFrontMatter } from "../../src/content/head-from-front-matter.ts";
import { PostFrontMatter } from "../../src/content/post.ts";
import { collectionNamed } from "../support/entries.ts";

function postOf(matter: object, { slug = "x", timeZone = "UTC", at = "2026-11-23T00:00:00Z" } = {}) {
  const data = PostFrontMatter.parse({ title: "T", date: "2026-11-22", ...matter });
  const site = { language: "en", timeZone };
  const circumstances = { file: `posts/${slug}.md`, slug, site, at: Temporal.Instant.from(at) };
  return headFromFrontMatter(data, collectionNamed("posts"), circumstances);
}

describe("a post", () => {
  it("is at its slug's address, or where its permalink says", () => {
    expect(postOf({}, { slug: "日本" }).path).toBe("/posts/日本/");
    expect(postOf({ permalink: "/notes/a/" }).path).toBe("/notes/a/");
  });

  it("is in the site's language, or in its own", () => {
    expect([postOf({}).lang, postOf({ lang: "de" }).lang]).toEqual(["en", "de"]);
  });

  it("is updated when it says so, else with its last revision, else never", () => {
    const revisions = [
      { date: "2026-12-03", note: "Second" },
      { date: "2026-12-01", note: "First" },
    ];
    expect(postOf({}).updated).toBeUndefined();
    expect(postOf({ revisions }).updated?.toPlainDate().toString()).toBe("2026-12-03");
    expect(postOf({ revisions, updated: "2026-12-02" }).updated?.toPlainDate().toString()).toBe("2026-12-02");
  });

  it("is not updated by a revision that is minor", () => {
    const revisions = [
      { date: "2026-12-01", note: "First" },
      { date: "2026-12-03", note: "Typing errors", minor: true },
    ];
    expect(postOf({ revisions }).updated?.toPlainDate().toString()).toBe("2026-12-01");
    expect(postOf({ revisions: revisions.slice(1) }).updated).toBeUndefined();
  });

  it("has its revisions in the order in which they were made", () => {
    const revisions = ["2026-12-03", "2026-12-01", "2026-12-02T08:00"].map((date) => ({ date, note: date }));
    expect(postOf({ revisions }).revisions.map(({ note }) => note)).toEqual([
      "2026-12-01",
      "2026-12-02T08:00",
      "2026-12-03",
    ]);
  });
});

describe("a post is scheduled", () => {
  it.each([
    ["until its moment has come", "2026-11-23T09:00Z", "2026-11-23T08:59:59Z", "UTC", true],
    ["and no longer from that moment on", "2026-11-23T09:00Z", "2026-11-23T09:00:00Z", "UTC", false],
    ["until midnight of the site's day, in the east", "2026-11-23", "2026-11-22T14:59:59Z", "Asia/Tokyo", true],
    ["and no longer from that midnight on", "2026-11-23", "2026-11-22T15:00:00Z", "Asia/Tokyo", false],
    ["until midnight of the site's day, in the west", "2026-11-23", "2026-11-23T04:59:59Z", "America/New_York", true],
  ])("%s", (_when, date, at, timeZone, scheduled) => {
    expect(postOf({ date }, { at, timeZone }).scheduled).toBe(scheduled);
  });
});

describe("posts", () => {
  it("are ordered from the newest, and by slug where one moment is theirs", () => {
    const posts = [
      postOf({ date: "2026-11-21" }, { slug: "old" }),
      postOf({ date: "2026-11-22T01:00+01:00" }, { slug: "b" }),
      postOf({ date: "2026-11-22" }, { slug: "c" }),
      postOf({ date: "2026-11-22T00:00Z" }, { slug: "a" }),
      postOf({ date: "2026-11-22T00:00:01Z" }, { slug: "new" }),
    ];
    const order = ["new", "a", "b", "c", "old"];
    expect(posts.toSorted(newestFirst).map(({ slug }) => slug)).toEqual(order);
    expect(
      posts
        .toReversed()
        .toSorted(newestFirst)
        .map(({ slug }) => slug),
    ).toEqual(order);
  });
});
