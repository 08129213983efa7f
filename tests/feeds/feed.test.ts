/** Which posts a feed holds, and what it takes from them. */
import { describe, expect, it } from "vitest";
import { feedOf } from "../../src/feeds/feed.ts";
import { feeds, renderFeed } from "../../src/feeds/feeds.ts";
import { tinyContent } from "../support/tiny-content.ts";

describe("a feed", () => {
  it("holds the newest posts, newest first, as many as the site wants", () => {
    const posts = ["01", "03", "02"].map((month) => ({ slug: `month-${month}`, date: `2026-${month}-01` }));
    const { entries } = feedOf(tinyContent({ site: { feedLength: 2 }, posts }));
    expect(entries.map(({ url }) => url)).toEqual([
      "https://tiny.example/posts/month-03/",
      "https://tiny.example/posts/month-02/",
    ]);
  });

  it("keeps a post's id when the post moves to another address", () => {
    const post = { slug: "x", date: "2026-01-01" };
    const [before, after] = [post, { ...post, permalink: "/elsewhere/" }].map(
      (one) => feedOf(tinyContent({ posts: [one] })).entries[0],
    );
    expect(before?.url).not.toBe(after?.url);
    expect([before?.id, after?.id]).toEqual(Array(2).fill("tag:tiny.example,2026:posts/x"));
  });

  it("was updated when an entry last was, by its newest revision or its own word", () => {
    const posts = [
      { slug: "new", date: "2026-02-01" },
      {
        slug: "revised",
        date: "2026-01-01",
        revisions: [
          { date: "2026-03-01", note: "a" },
          { date: "2026-02-02", note: "b" },
        ],
      },
      { slug: "updated", date: "2025-01-01", updated: "2025-06-01" },
    ];
    const { updated, entries } = feedOf(tinyContent({ posts }));
    expect(updated).toEqual(new Date("2026-03-01T00:00:00Z"));
    expect(entries.map((entry) => entry.updated.toISOString().slice(0, 10))).toEqual([
      "2026-02-01",
      "2026-03-01",
      "2025-06-01",
    ]);
  });

  it("reads a day as midnight in the site's time zone", () => {
    const content = tinyContent({ site: { timeZone: "Asia/Kolkata" }, posts: [{ slug: "x", date: "2026-01-01" }] });
    expect(feedOf(content).entries[0]?.published).toEqual(new Date("2025-12-31T18:30:00Z"));
  });

  it("has whole addresses in its texts, also for a site in a subfolder", () => {
    const posts = [
      { slug: "x", markdown: "[y](y.md#why) and [home](/)" },
      { slug: "y", markdown: "## Why" },
    ];
    const { home, entries } = feedOf(tinyContent({ site: { url: "https://tiny.example/blog" }, posts }));
    expect(home).toBe("https://tiny.example/blog/");
    expect(entries[0]?.html).toBe(
      '<p><a href="https://tiny.example/blog/posts/y/#why">y</a> and <a href="https://tiny.example/blog/">home</a></p>\n',
    );
  });

  it("names the author, or the site where no author is named", () => {
    const author = { name: "A. Writer", email: "a@writer.example" };
    expect(feedOf(tinyContent({ site: { author } })).author).toEqual(author);
    expect(feedOf(tinyContent()).author).toEqual({ name: "Tiny" });
  });
});

describe("a feed without entries", () => {
  it.each(feeds.map((row) => [row.name, row] as const))(
    "has a fixed date, and is the same every time: %s",
    (_, row) => {
      const empty = tinyContent();
      expect(feedOf(empty).updated).toEqual(new Date(0));
      expect(renderFeed(row, empty)).toBe(renderFeed(row, tinyContent()));
      expect(renderFeed(row, empty)).toContain(`https://tiny.example${row.path}`);
    },
  );
});
