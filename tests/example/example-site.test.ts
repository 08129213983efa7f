/** The site at the top of the repository, whatever it says, is right: valid pages, feeds and sitemap, nothing dead. */
import { describe, expect, it } from "vitest";
import { readAt } from "../support/built-site.ts";
import { deadEnds } from "../support/dead-ends.ts";
import { addressOn, EXAMPLES, ownHtmlLeftOut, pagesIn } from "../support/example-site.ts";
import { feedReaders } from "../support/feeds.ts";
import { attributeOf, elementsIn, elementsWith, textOf } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";

describe.each(EXAMPLES)("$name", (site) => {
  const pages = pagesIn(site);
  const listed = pages.filter(({ isListed }) => isListed);
  // Long words may have soft hyphens, which feeds do without.
  const headingAt = new Map(
    pages.map(({ path, heading }) => [addressOn(site, path), heading?.replaceAll("\u00ad", "")]),
  );

  describe.each(pages)("the page $path", (built) => {
    const { page, isWhole } = built;

    it("is valid HTML, as far as the engine wrote it", async () => {
      expect(await complaintsAbout(ownHtmlLeftOut(site, built))).toEqual([]);
    });

    it("lets nothing run but what was built with it", () => {
      const [policy] = elementsWith(page, "meta", "http-equiv", "Content-Security-Policy");
      if (isWhole) expect(attributeOf(policy, "content")).toContain("script-src");
      expect(attributeOf(policy, "content") ?? "").not.toContain("unsafe");
      const attributes = elementsIn(page).flatMap(({ attrs }) => attrs.map(({ name }) => name));
      expect(attributes.filter((name) => name === "style" || name.startsWith("on"))).toEqual([]);
    });
  });

  describe.each(listed)("the page $path, which search engines may list,", ({ path, page }) => {
    it("has a language, a description, one heading of the first level and its own address", () => {
      expect(attributeOf(elementsIn(page, "html")[0], "lang")).toMatch(/^[a-z]{2,3}\b/);
      expect(attributeOf(elementsWith(page, "meta", "name", "description")[0], "content")).toMatch(/\S/);
      expect(elementsIn(page, "h1")).toHaveLength(1);
      expect(attributeOf(elementsWith(page, "link", "rel", "canonical")[0], "href")).toBe(addressOn(site, path));
    });
  });

  describe.each(listed)("what the page $path, which search engines may list, says to machines", ({ path, page }) => {
    it("is its title and address, for those who show a preview, and linked data that can be read", () => {
      const metaOf = (property: string) => attributeOf(elementsWith(page, "meta", "property", property)[0], "content");
      expect(textOf(elementsIn(page, "head", "title")[0]).startsWith(metaOf("og:title") ?? "?")).toBe(true);
      expect(metaOf("og:url")).toBe(addressOn(site, path));
      const data = elementsWith(page, "script", "type", "application/ld+json").map((one) => JSON.parse(textOf(one)));
      expect(data.map((one) => one["@context"])).toEqual(data.map(() => "https://schema.org"));
      expect(data.length).toBeGreaterThan(0);
    });
  });

  it("leads nowhere that is not there", () => {
    // What looks like a link in the Markdown of a page may be code there.
    const dead = deadEnds(site.folder, site.url).filter((line) => !line.includes("index.md → "));
    expect(dead).toEqual([]);
  });

  it("has a sitemap with each page that search engines may list but the one for searching, and no other", () => {
    const named = [...readAt(site.folder, "/sitemap.xml").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = ""]) => url);
    const expected = listed.filter(({ path }) => path !== "/search/").map(({ path }) => addressOn(site, path));
    expect(named.map((url) => url.replaceAll("&amp;", "&")).sort()).toEqual(expected.sort());
  });

  describe.each(Object.entries(feedReaders))("%s", (path, read) => {
    const { title, home, self, entries } = read(site.folder);

    it("names the site and itself", () => {
      expect(title).toMatch(/\S/);
      expect([home, self]).toEqual([site.url, addressOn(site, path)]);
    });

    it("has entries of their own ids, each of which is a page with its title", () => {
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      const titles = entries.map(({ title, url = "" }) => [url, title]);
      expect(titles).toEqual(entries.map(({ url = "" }) => [url, headingAt.get(url)]));
    });
  });
});
