/** The metadata of each page of the notebook. */
import { describe, expect, inject, it } from "vitest";
import settings from "../fixtures/sites/notebook/_data/site.ts";
import { pagesOf, readAt } from "../support/built-site.ts";
import { listedPaths, posts, projects } from "../support/content-files.ts";
import { attributeOf, elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";

const site = inject("notebook");

describe.each(pagesOf(site))("the page %s", (path) => {
  const { page, meta, title, linkedData } = headOf(path);

  it("names its language, its encoding and one heading of the first level", () => {
    expect(attributeOf(elementsIn(page, "html")[0], "lang")).toBe(settings.language);
    expect(readAt(site, path).slice(0, 1024)).toContain('<meta charset="utf-8"');
    expect(elementsIn(page, "h1")).toHaveLength(1);
  });

  it("can be enlarged by its reader", () => {
    expect(meta["viewport"]).toBe("width=device-width");
  });

  it("has a description, and a title that ends with the site's", () => {
    expect(meta["description"]).toMatch(/\w/);
    expect(title).toMatch(new RegExp(`(^|. · )${settings.title}$`));
  });

  it("tells those who show a preview its title, kind and address", () => {
    expect(meta).toMatchObject({
      "og:title": title.replace(` · ${settings.title}`, ""),
      "og:description": meta["description"],
      "og:url": settings.url + path,
      "og:site_name": settings.title,
      "og:type": expect.stringMatching(/^(website|article)$/),
    });
  });

  it("leads feed readers to the feed of everything first", () => {
    const links = elementsWith(page, "link", "rel", "alternate").map((link) => [
      attributeOf(link, "type"),
      attributeOf(link, "href"),
    ]);
    expect(links.filter(([type]) => type !== "text/markdown").slice(0, 3)).toEqual([
      ["application/rss+xml", "/feed.xml"],
      ["application/atom+xml", "/atom.xml"],
      ["application/feed+json", "/feed.json"],
    ]);
  });

  it("begins with a link to its text, which can take the focus", () => {
    const [first] = elementsIn(page, "body", "a");
    const [main, ...others] = elementsIn(page, "main");
    expect(others).toEqual([]);
    expect(attributeOf(main, "tabindex")).toBe("-1");
    expect(attributeOf(first, "href")).toBe(`#${attributeOf(main, "id")}`);
  });

  it("describes itself in words of Schema.org", () => {
    expect(linkedData.length).toBeGreaterThan(0);
    expect(linkedData.filter((thing) => typeof thing["@type"] !== "string")).toEqual([]);
  });
});

describe("what search engines may list", () => {
  it.each(listedPaths)("%s is its own canonical address", (path) => {
    expect(headOf(path)).toMatchObject({ canonical: settings.url + path, meta: { robots: undefined } });
  });

  it("leaves the page for a wrong address out", () => {
    expect(headOf("/404.html")).toMatchObject({ canonical: undefined, meta: { robots: "noindex" } });
  });

  it("has a title of its own on each page", () => {
    const titles = listedPaths.map((path) => headOf(path).title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

describe("what front matter says", () => {
  it.each(posts)("is in the metadata of $path", ({ path, title, description, date, updated, tags }) => {
    const { meta, linkedData } = headOf(path);
    expect(linkedData[0]).toMatchObject({
      "@type": "BlogPosting",
      headline: title,
      description,
      datePublished: momentOf(date),
      ...(updated && { dateModified: momentOf(updated) }),
      keywords: tags.join(", "),
      mainEntityOfPage: settings.url + path,
    });
    expect(meta).toMatchObject({ "og:type": "article", "article:published_time": momentOf(date) });
  });

  it.each([...posts, ...projects])("is beside $path as Markdown", ({ path, title }) => {
    const links = elementsWith(headOf(path).page, "link", "type", "text/markdown");
    expect(links.map((link) => attributeOf(link, "href"))).toEqual([`${path}index.md`]);
    expect(readAt(site, `${path}index.md`)).toMatch(`# ${title}\n`);
  });

  it.each([...posts, ...projects])("is the heading and description of $path", ({ path, title, description }) => {
    const { page, meta } = headOf(path);
    expect(textOf(elementsIn(page, "h1")[0])).toBe(title);
    expect(meta["description"]).toBe(description);
  });
});

function headOf(path: string) {
  const page = parsePage(readAt(site, path));
  const metas = elementsIn(page, "head", "meta").map((element) => {
    const name = attributeOf(element, "name") ?? attributeOf(element, "property") ?? "";
    return [name, attributeOf(element, "content")] as const;
  });
  const scripts = elementsWith(page, "script", "type", "application/ld+json");
  return {
    page,
    title: textOf(elementsIn(page, "head", "title")[0]),
    /** By name or property. */
    meta: { robots: undefined, ...Object.fromEntries(metas) } as Record<string, string | undefined>,
    canonical: attributeOf(elementsWith(page, "link", "rel", "canonical")[0], "href"),
    linkedData: scripts.flatMap((script) => thingsIn(textOf(script))),
  };
}

/** What the JSON-LD of a page speaks of, outermost things only. */
function thingsIn(json: string): Record<string, unknown>[] {
  const { "@context": context, "@graph": graph, ...thing } = JSON.parse(json) as Record<string, unknown>;
  expect(context).toBe("https://schema.org");
  return Array.isArray(graph) ? graph : [thing];
}

/** `2026-11-22` or a time with its offset, as `2026-11-22T00:00:00Z`. */
function momentOf(date = ""): string {
  return new Date(date).toISOString().replace(".000", "");
}
