/** The table of feeds, the items of each, and what an item takes from its post. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/feeds/feed.ts";
import { type FeedRow, feedsOf } from "../../src/feeds/feeds.ts";
import { type TinySite, tinyContent } from "../support/tiny-content.ts";

function feedAt(path: string, site: TinySite): FeedRow {
  return feedsOf(tinyContent(site)).find((feed) => feed.path === path) as FeedRow;
}

function urlsAt(path: string, site: TinySite): string[] {
  return feedAt(path, site)
    .items()
    .map(({ url }) => url.replace("https://tiny.example", ""));
}

describe("the feeds", () => {
  const site: TinySite = {
    posts: [
      { slug: "old", date: "2026-01-01", tags: ["T"], revisions: [{ date: "2026-04-01", note: "Mended." }] },
      { slug: "new", date: "2026-03-01", tags: ["T"] },
      { slug: "plain", date: "2026-01-03", feed: "none" },
    ],
    projects: [{ slug: "dated", date: "2026-02-01" }, { slug: "undated" }],
  };

  it.each([
    ["/", ["/posts/new/", "/projects/dated/", "/posts/old/"]],
    ["/posts/", ["/posts/new/", "/posts/old/"]],
    ["/projects/", ["/projects/dated/"]],
    ["/corrections/", ["/posts/old/"]],
    ["/tags/t/", ["/posts/new/", "/posts/old/"]],
  ])("at %s hold what belongs there, newest first", (path, urls) => {
    expect(urlsAt(path, site)).toEqual(urls);
  });

  it("of sections hold as many items as the site wants, and the first one everything", () => {
    const posts = ["01", "03", "02"].map((month) => ({ slug: month, date: `2026-${month}-01` }));
    const short = { site: { feedLength: 2 }, posts };
    expect(urlsAt("/posts/", short)).toEqual(["/posts/03/", "/posts/02/"]);
    expect(urlsAt("/", short)).toHaveLength(3);
  });
});

describe("an item", () => {
  function itemOf(post: NonNullable<TinySite["posts"]>[number], site: TinySite["site"] = {}): Item {
    return feedAt("/posts/", { site, posts: [post] }).items()[0] as Item;
  }

  it("keeps its id when the post, or the site, moves", () => {
    const id = "tag:tiny.example,2026:posts/x";
    const site = { idAuthority: "tiny.example" };
    expect(itemOf({ slug: "x" }, site).id).toBe(id);
    expect(itemOf({ slug: "x", permalink: "/elsewhere/" }, site)).toMatchObject({
      id,
      url: "https://tiny.example/elsewhere/",
    });
    expect(itemOf({ slug: "x" }, { ...site, url: "https://other.example" }).id).toBe(id);
  });

  it("changed when the newest revision says so that is not minor, or when the post itself says", () => {
    const revisions = [
      { date: "2026-03-01", note: "a" },
      { date: "2026-02-02", note: "b" },
      { date: "2026-04-01", note: "c", minor: true },
    ];
    expect(itemOf({ slug: "x" }).updated).toEqual(new Date("2026-01-01T00:00:00Z"));
    expect(itemOf({ slug: "x", revisions }).updated).toEqual(new Date("2026-03-01T00:00:00Z"));
    expect(itemOf({ slug: "x", revisions, updated: "2026-05-01" }).updated).toEqual(new Date("2026-05-01T00:00:00Z"));
  });

  it("has a day's midnight in the site's time zone", () => {
    const { published } = itemOf({ slug: "x", date: "2026-01-01" }, { timeZone: "Asia/Kolkata" });
    expect(published).toEqual(new Date("2025-12-31T18:30:00Z"));
  });

  it("has the whole text, or the description only where the post wants that", () => {
    const post = { slug: "x", description: "In short.", markdown: "At *length*." };
    const { summary, html, markdown } = itemOf(post);
    expect([summary, html?.(), markdown?.()]).toEqual(["In short.", "<p>At <em>length</em>.</p>\n", "At *length*."]);
    const short = itemOf({ ...post, feed: "summary" });
    expect([short.summary, short.html, short.markdown]).toEqual(["In short.", undefined, undefined]);
  });

  it("leads to whole addresses, also on a site in a subfolder", () => {
    const { url, html } = itemOf({ slug: "x", markdown: "[Home](/posts/)" }, { url: "https://tiny.example/blog" });
    expect(url).toBe("https://tiny.example/blog/posts/x/");
    expect(html?.()).toBe('<p><a href="https://tiny.example/blog/posts/">Home</a></p>\n');
  });

  it("of a correction says what was corrected, as text, and once for each revision of a day", () => {
    const revisions = [
      { date: "2026-03-01", note: "The <b> was wrong." },
      { date: "2026-03-01", note: "So was this." },
      { date: "2026-03-02", note: "A comma.", minor: true },
    ];
    const items = feedAt("/corrections/", { posts: [{ slug: "x", title: "X", revisions }] }).items();
    expect(items.map(({ id, title, summary }) => [id.replace(/.*posts\/x/, ""), title, summary])).toEqual([
      ["/revisions/2026-03-01", "Revised: X", "The <b> was wrong."],
      ["/revisions/2026-03-01-2", "Revised: X", "So was this."],
    ]);
    expect(items[0]?.html?.()).toContain("<p>The &lt;b&gt; was wrong.</p>");
  });
});
