/** The notebook's sitemap and robots.txt. */
import { describe, expect, inject, it } from "vitest";
import settings from "../fixtures/sites/notebook/_data/site.ts";
import { readAt } from "../support/built-site.ts";
import { listedPaths, posts } from "../support/content-files.ts";

const site = inject("notebook");
const sitemap = readAt(site, "/sitemap.xml");

describe("the sitemap", () => {
  it("lists each page that search engines may list, once, and no other", () => {
    const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
    expect(listed.sort()).toEqual(listedPaths.map((path) => settings.url + path).sort());
  });

  it.each(posts)("says when $path last changed", ({ path, date, updated }) => {
    const day = (updated ?? date)?.slice(0, 10);
    expect(sitemap).toContain(`<loc>${settings.url}${path}</loc><lastmod>${day}</lastmod>`);
  });
});

describe("robots.txt", () => {
  it("lets everyone in and says where the sitemap is", () => {
    const lines = readAt(site, "/robots.txt").split("\n").filter(Boolean);
    expect(lines).toEqual(["User-agent: *", "Allow: /", `Sitemap: ${settings.url}/sitemap.xml`]);
  });
});
