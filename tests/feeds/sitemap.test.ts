/** The sitemap and robots.txt. */
import { describe, expect, it } from "vitest";
import { robots, sitemap } from "../../src/feeds/sitemap.ts";
import { childrenNamed, readXml, type XmlElement } from "../support/strict-xml.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAt } from "../support/tiny-pages.ts";

/** Of each page, the address and the day on which it changed. */
function urlsIn(source: string): (string | undefined)[][] {
  const textOf = (url: XmlElement, name: string) => childrenNamed(url, name)[0]?.text;
  return childrenNamed(readXml(source), "url").map((url) => [textOf(url, "loc"), textOf(url, "lastmod")]);
}

describe("the sitemap", () => {
  it("gives each page's whole address, and of a post the day on which it last changed", () => {
    const content = tinyContent({
      site: { url: "https://tiny.example/blog/" },
      posts: [
        { slug: "new", date: "2026-02-01" },
        { slug: "changed", date: "2026-01-01", updated: "2026-03-01" },
      ],
    });
    expect(urlsIn(sitemap(content, ["/", "/posts/new/", "/posts/changed/"]))).toEqual([
      ["https://tiny.example/blog/", "2026-03-01"],
      ["https://tiny.example/blog/posts/new/", "2026-02-01"],
      ["https://tiny.example/blog/posts/changed/", "2026-03-01"],
    ]);
  });

  it("dates a list by what on it changed last, and nothing whose changes nobody notes", () => {
    const content = tinyContent({
      posts: [
        { slug: "new", date: "2026-02-01", tags: ["a"] },
        { slug: "changed", date: "2026-01-01", updated: "2026-03-01", tags: ["b"] },
      ],
      projects: [{ slug: "dated", date: "2026-04-01" }, { slug: "undated" }],
      pages: [{ slug: "about" }, { slug: "index" }],
    });
    const days = urlsIn(renderAt(content, "/sitemap.xml")).map(([url, day]) => [new URL(url ?? "").pathname, day]);
    expect(Object.fromEntries(days)).toEqual({
      "/": "2026-04-01",
      "/about/": undefined,
      "/posts/": "2026-03-01",
      "/posts/changed/": "2026-03-01",
      "/posts/new/": "2026-02-01",
      "/projects/": "2026-04-01",
      "/projects/dated/": "2026-04-01",
      "/projects/undated/": undefined,
      "/search/terms/": "2026-04-01",
      "/subscribe/": undefined,
      "/tags/": "2026-03-01",
      "/tags/a/": "2026-02-01",
      "/tags/b/": "2026-03-01",
    });
  });

  it("writes addresses in any script as addresses are written", () => {
    expect(urlsIn(sitemap(tinyContent(), ["/tags/漢字/"]))).toEqual([
      ["https://tiny.example/tags/%E6%BC%A2%E5%AD%97/", undefined],
    ]);
  });

  it("says the day as the site's own time zone has it", () => {
    const content = tinyContent({
      site: { timeZone: "Pacific/Auckland" },
      posts: [{ slug: "x", date: "2026-01-01T12:00:00Z" }],
    });
    expect(urlsIn(sitemap(content, ["/posts/x/"]))[0]?.[1]).toBe("2026-01-02");
  });

  it("lists what should be found, and neither redirects nor search nor the page for what is missing", () => {
    const content = tinyContent({
      posts: [{ slug: "x", aliases: ["/old/"], tags: ["a"] }],
      projects: [{ slug: "y" }],
      pages: [{ slug: "about" }, { slug: "index" }],
    });
    expect(urlsIn(renderAt(content, "/sitemap.xml")).map(([url]) => url?.replace("https://tiny.example", ""))).toEqual([
      "/",
      "/about/",
      "/posts/",
      "/posts/x/",
      "/projects/",
      "/projects/y/",
      "/search/terms/",
      "/subscribe/",
      "/tags/",
      "/tags/a/",
    ]);
  });
});

describe("robots.txt", () => {
  it("lets everyone in and names the sitemap", () => {
    const content = tinyContent({ site: { url: "https://tiny.example/blog/" } });
    expect(robots(content)).toBe("User-agent: *\nAllow: /\n\nSitemap: https://tiny.example/blog/sitemap.xml\n");
  });
});
