/** Several authors: in bylines, feeds, metadata and data, each with a page and feeds. */
import { describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { Site, type SiteInput } from "../../src/content/site.ts";
import { validate } from "../../src/reading/front-matter/validate.ts";
import { attributeOf, elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";
import { tinyContent, tinySite } from "../support/tiny-content.ts";
import { renderAt } from "../support/tiny-pages.ts";

const site: Partial<SiteInput> = {
  author: { name: "Looms Ltd" },
  fediverse: "@looms@social.example",
  authors: {
    ada: {
      name: "Ada Lovelace",
      about: "Writes about engines.",
      email: "ada@example.org",
      fediverse: "@ada@social.example",
    },
    grace: { name: "Grace Hopper", url: "https://grace.example/", profiles: ["https://github.com/grace"] },
    edith: { name: "Edith Clarke" },
  },
};
const content = tinyContent({
  site,
  posts: [
    { slug: "all", title: "All", authors: ["grace", "ada", "edith"], date: "2026-01-02", description: "By all." },
    { slug: "one", title: "One", authors: ["ada"], date: "2026-01-03" },
    { slug: "none", title: "None", date: "2026-01-04" },
  ],
  projects: [{ slug: "p", authors: ["grace"] }],
});
const page = (path: string) => parsePage(renderAt(content, path));
const dataOf = (path: string) =>
  JSON.parse(textOf(elementsWith(page(path), "script", "type", "application/ld+json")[0]))["@graph"][0];
const metaOf = (path: string, name: string) =>
  elementsWith(page(path), "meta", "name", name).map((meta) => attributeOf(meta, "content"));

describe("an entry by several authors", () => {
  it("names them in their order, with links to their pages, above its text and where it is cited", () => {
    const byline = elementsWith(page("/posts/all/"), "p", "class", "date")[0];
    expect(textOf(byline)).toMatch(/^Grace Hopper, Ada Lovelace, and Edith Clarke · January 2, 2026/);
    const links = elementsIn(page("/posts/all/"), "a").filter((link) => attributeOf(link, "rel") === "author");
    expect(links.map((link) => attributeOf(link, "href"))).toEqual(
      ["grace", "ada", "edith", "grace", "ada", "edith"].map((key) => `/authors/${key}/`),
    );
  });

  it("names them in its metadata and its data", () => {
    expect(metaOf("/posts/all/", "author")).toEqual(["Grace Hopper, Ada Lovelace, Edith Clarke"]);
    expect(metaOf("/posts/all/", "fediverse:creator")).toEqual(["@ada@social.example"]);
    expect(dataOf("/posts/all/").author).toEqual([
      {
        "@type": "Person",
        name: "Grace Hopper",
        url: "https://tiny.example/authors/grace/",
        sameAs: ["https://grace.example/", "https://github.com/grace"],
      },
      { "@type": "Person", name: "Ada Lovelace", url: "https://tiny.example/authors/ada/" },
      { "@type": "Person", name: "Edith Clarke", url: "https://tiny.example/authors/edith/" },
    ]);
  });

  it("names them in each format of feeds", () => {
    expect(renderAt(content, "/feed.xml").match(/<dc:creator>.*<\/dc:creator>/g)).toEqual(
      ["Looms Ltd", "Ada Lovelace", "Grace Hopper", "Ada Lovelace", "Edith Clarke"].map(
        (name) => `<dc:creator>${name}</dc:creator>`,
      ),
    );
    const [, entry = ""] = /<title>All<\/title>([\s\S]*?)<\/entry>/.exec(renderAt(content, "/atom.xml")) ?? [];
    expect(entry.match(/<(name|uri|email)>.*(?=<)/g)).toEqual([
      "<name>Grace Hopper",
      "<uri>https://tiny.example/authors/grace/",
      "<name>Ada Lovelace",
      "<uri>https://tiny.example/authors/ada/",
      "<email>ada@example.org",
      "<name>Edith Clarke",
      "<uri>https://tiny.example/authors/edith/",
    ]);
    const { authors, items } = JSON.parse(renderAt(content, "/feed.json"));
    expect(authors).toEqual([{ name: "Looms Ltd" }]);
    expect(items.map((item: { authors?: { name: string }[] }) => item.authors?.map(({ name }) => name))).toEqual([
      undefined,
      ["Ada Lovelace"],
      ["Grace Hopper", "Ada Lovelace", "Edith Clarke"],
    ]);
  });
});

describe("an entry that names nobody", () => {
  it("is by the site's own author, without a byline", () => {
    expect(textOf(elementsWith(page("/posts/none/"), "p", "class", "date")[0])).toMatch(/^January 4, 2026/);
    expect(metaOf("/posts/none/", "author")).toEqual(["Looms Ltd"]);
    expect(metaOf("/posts/none/", "fediverse:creator")).toEqual(["@looms@social.example"]);
  });
});

describe("an author", () => {
  it("has a page with what they wrote, newest first, and what they say of themselves", () => {
    const ada = page("/authors/ada/");
    expect(textOf(elementsIn(ada, "h1")[0])).toBe("Ada Lovelace");
    expect(elementsIn(ada, "h2").map(textOf)).toEqual(["One", "All"]);
    expect(metaOf("/authors/ada/", "description")).toEqual(["Writes about engines."]);
    expect(dataOf("/authors/ada/")).toMatchObject({ "@type": "ProfilePage", mainEntity: { name: "Ada Lovelace" } });
    const profiles = elementsIn(page("/authors/grace/"), "a").filter((link) => attributeOf(link, "rel") === "me");
    expect(profiles.map(textOf)).toEqual(expect.arrayContaining(["grace.example", "GitHub"]));
  });

  it("has feeds, which their page announces, and is on the page of all authors", () => {
    expect(renderAt(content, "/authors/ada/feed.xml").match(/<item/g)).toHaveLength(2);
    expect(renderAt(content, "/authors/ada/")).toContain('href="/authors/ada/atom.xml"');
    expect(textOf(elementsIn(page("/authors/"), "ul")[1])).toMatch(/Ada Lovelace Writes about engines\. 2/);
    expect(renderAt(content, "/sitemap.xml")).toContain("https://tiny.example/authors/edith/");
  });

  it("keeps the addresses that were published", () => {
    const { ledger } = tinySite({ site });
    expect([...ledger.now.keys()]).toEqual(
      expect.arrayContaining(["/authors/", "/authors/ada/", "/authors/ada/feed.xml"]),
    );
  });
});

it("a site with one author has no pages of authors", () => {
  const { otherPages } = tinySite({ posts: [{ slug: "x" }] });
  expect(otherPages.filter(({ path }) => path.startsWith("/authors/"))).toEqual([]);
});

describe("settings", () => {
  const check = (authors: unknown) => {
    const settings = { title: "T", url: "https://example.org/", language: "en", description: "D", authors };
    const result = validate(Site, settings, () => ({ file: "_data/site.ts" }));
    return result.ok ? [] : result.problems.map(formatProblem);
  };

  it.each([
    [
      { "Ada Lovelace": { name: "Ada" } },
      "authors.Ada Lovelace: can't stand in an address: write it in lower case, with hyphens (write ada-lovelace)",
    ],
    [{ ada: {} }, "authors.ada.name: is required"],
    [{ ada: "Ada" }, 'authors.ada: must be keys and values, such as { key: value } (write ada: { name: "Ada" })'],
    [[{ name: "Ada" }], 'authors: must be authors by their keys, such as { ada: { name: "Ada Lovelace" } }'],
    [
      { ada: { name: "Ada", profiles: ["@ada"] } },
      "authors.ada.profiles.0: must be an address such as https://example.org/",
    ],
    [
      { ada: { name: "Ada", mail: "a@b.example" } },
      'authors.ada.mail: is not a key that is known here (did you mean "email"?)',
    ],
  ])("%j are refused", (authors, problem) => {
    expect(check(authors)).toEqual([`_data/site.ts ${problem}`]);
  });
});
