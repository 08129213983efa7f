/** What settings and front matter change on pages, in feeds and in what search engines are told. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { Site, type SiteInput } from "../../src/content/site.ts";
import { SITE_PARTS } from "../../src/content/site-parts.ts";
import { validate } from "../../src/reading/front-matter/validate.ts";
import { indexedPages } from "../../src/search/indexed-pages.ts";
import { inHtml } from "../support/addresses.ts";
import { attributeOf, elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";
import { type TinySite, tinyContent } from "../support/tiny-content.ts";
import { htmlPagesOf, renderAll, renderAt } from "../support/tiny-pages.ts";

const SITE: TinySite = {
  posts: [
    { slug: "a", title: "A", tags: ["t"], date: "2026-01-01", description: "D." },
    { slug: "b", title: "B", tags: ["t"], date: "2026-01-02", description: "D." },
  ],
  projects: [{ slug: "p", related: ["a"] }],
  pages: [{ slug: "now", title: "Now" }],
};
const contentWith = (site: Partial<SiteInput>, more: TinySite = {}) => tinyContent({ ...SITE, ...more, site });

describe("a site without", () => {
  const GONE: Record<string, RegExp> = {
    posts: /^\/posts\//,
    projects: /^\/projects\//,
    tags: /^\/tags\//,
    years: /\/years\//,
    search: /^\/(search\/|opensearch)/,
    terms: /^\/search\/terms\//,
    feeds: /feed\.(xml|json)|atom\.xml|feeds\.opml|^\/subscribe\//,
  };

  it.each([...SITE_PARTS.map((part) => [part]), [...SITE_PARTS]])(
    "%s has no pages of it, and nothing leads there",
    (...parts) => {
      const posts = Array.from({ length: 101 }, (_, index) => ({ slug: `p${index}`, tags: ["t"], date: "2025-01-01" }));
      const content = contentWith(
        { without: parts as SiteInput["without"] },
        { posts: [...(SITE.posts ?? []), ...posts] },
      );
      const all = renderAll(content);
      const isGone = (path: string) => parts.some((part) => GONE[part]?.test(path));
      expect([...all.keys()].filter(isGone)).toEqual([]);
      for (const [path, html] of htmlPagesOf(content)) {
        const paths = inHtml(parsePage(html)).map((address) => new URL(address, "https://tiny.example").pathname);
        expect([path, paths.filter(isGone)]).toEqual([path, []]);
      }
      expect(all.get("/sitemap.xml")).not.toMatch(
        new RegExp(parts.map((part) => `example${GONE[part]?.source.replace("^", "")}`).join("|")),
      );
    },
  );

  it("years has all entries on the page of a list", () => {
    const posts = Array.from({ length: 120 }, (_, index) => ({ slug: `p${index}`, date: "2025-01-01" }));
    const links = elementsWith(
      parsePage(renderAt(contentWith({ without: ["years"] }, { posts }), "/posts/")),
      "a",
      "class",
      "p-name",
    );
    expect(links.filter((link) => attributeOf(link, "href")?.startsWith("/posts/"))).toHaveLength(120);
  });
});

describe("collections in a site's own words", () => {
  const collections = {
    posts: { one: "note", many: "notes", title: "Notes", kind: "Note", latest: "New notes", path: "/notes/" },
  };
  const content = contentWith({ collections });

  it("are at their own address, under their own name", () => {
    expect(textOf(elementsIn(parsePage(renderAt(content, "/notes/")), "h1")[0])).toBe("Notes");
    expect([...htmlPagesOf(content).keys()]).toEqual(expect.arrayContaining(["/notes/", "/notes/a/", "/notes/b/"]));
    expect([...renderAll(content).keys()].filter((path) => path.startsWith("/posts/"))).toEqual([]);
    expect(renderAt(content, "/notes/feed.xml")).toContain("<title>Tiny: notes</title>");
    const home = parsePage(renderAt(content, "/"));
    expect(elementsIn(home, "h2").map(textOf)).toContain("New notes");
    expect(textOf(elementsIn(home, "main")[0])).toContain("All notes");
  });

  it("keep the ids that feeds know, and are a kind in search", () => {
    expect(renderAt(content, "/feed.xml")).toContain("tag:tiny.example,2026:posts/a");
    expect(indexedPages(content).at(-1)?.filters).toContainEqual(["kind", "Note"]);
  });

  it("are of the site's own language", () => {
    const german = contentWith({
      language: "de",
      collections: { posts: { title: "Notizen", many: "Notizen", latest: "Neu" } },
    });
    const [title] = elementsIn(parsePage(renderAt(german, "/posts/")), "h1");
    expect([title && textOf(title), title && attributeOf(title, "lang")]).toEqual(["Notizen", undefined]);
    expect(textOf(elementsIn(parsePage(renderAt(german, "/")), "main")[0])).toContain("Alle Notizen");
  });
});

describe("the navigation", () => {
  it("leads to other sites, too", () => {
    const navigation = [
      { label: "Code", url: "https://code.example/me" },
      { label: "Essays", path: "/posts/" },
    ];
    const nav = elementsIn(parsePage(renderAt(contentWith({ navigation }), "/")), "nav")[0];
    const links = nav ? elementsIn(nav, "a").map((link) => attributeOf(link, "href")) : [];
    expect(links).toEqual(["https://code.example/me", "/posts/", "/search/"]);
  });
});

describe("profiles", () => {
  it("are links at the foot of each page, which say that it is the same person", () => {
    const profiles = ["https://github.com/tiny", { label: "Toots", url: "https://social.example/@tiny" }];
    for (const [path, html] of htmlPagesOf(contentWith({ profiles }))) {
      const links = elementsIn(parsePage(html), "a").filter((link) => attributeOf(link, "rel") === "me");
      expect([path, links.map(textOf)]).toEqual([path, ["Tiny", "GitHub", "Toots"]]);
    }
  });
});

describe("a licence", () => {
  const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };
  const content = contentWith({ licence });

  it("is said at the foot of each page, in its data, and by feeds", () => {
    const links = elementsIn(parsePage(renderAt(content, "/posts/a/")), "a").filter(
      (link) => attributeOf(link, "rel") === "license",
    );
    expect(links.map((link) => [textOf(link), attributeOf(link, "href")])).toEqual([["CC BY 4.0", licence.url]]);
    expect(renderAt(content, "/posts/a/")).toContain(`"license":"${licence.url}"`);
    expect(renderAt(content, "/feed.xml")).toContain(`<copyright>CC BY 4.0: ${licence.url}</copyright>`);
    expect(renderAt(content, "/atom.xml")).toContain(`<rights>CC BY 4.0: ${licence.url}</rights>`);
  });
});

describe("an edit link", () => {
  it("leads to each page's own file", () => {
    const content = contentWith({ edit: "https://code.example/edit/main/{file}" });
    for (const [path, file] of [
      ["/posts/a/", "posts/a.md"],
      ["/projects/p/", "projects/p.md"],
      ["/now/", "pages/now.md"],
    ] as const)
      expect(renderAt(content, path)).toContain(`href="https://code.example/edit/main/${file}"`);
    expect(renderAt(content, "/posts/")).not.toContain("code.example");
  });
});

describe("formats of feeds", () => {
  it("are those that the settings name, on pages too", () => {
    const all = renderAll(contentWith({ feedFormats: ["atom"] }));
    expect([...all.keys()].filter((path) => /feed\.(xml|json)$/.test(path))).toEqual([]);
    expect(all.get("/")).toContain('<a href="/atom.xml">Atom</a>');
    expect(all.get("/feeds.opml")).toContain('xmlUrl="https://tiny.example/atom.xml"');
  });
});

describe("front matter", () => {
  const posts = [
    { slug: "old", title: "Old", date: "2020-01-01", pinned: true },
    { slug: "elsewhere", title: "Elsewhere", date: "2021-01-01", canonical: "https://first.example/x" },
    { slug: "quiet", title: "Quiet", date: "2022-01-01", noindex: true, markdown: "## Word\n\nWord, word." },
  ];
  const content = tinyContent({ posts });

  it("pins an entry before newer ones, at home and in its list, and not in feeds", () => {
    const titles = (path: string) => elementsIn(parsePage(renderAt(content, path)), "h3").map(textOf);
    expect(titles("/")).toEqual(["Old", "Quiet", "Elsewhere"]);
    expect(titles("/posts/")).toEqual(["Old", "Quiet", "Elsewhere", "Old"]);
    expect(renderAt(content, "/feed.xml").match(/<title>(Old|Quiet)/g)).toEqual(["<title>Quiet", "<title>Old"]);
  });

  it("names another address as the canonical one, which no sitemap of this site lists", () => {
    const page = parsePage(renderAt(content, "/posts/elsewhere/"));
    expect(elementsWith(page, "link", "rel", "canonical").map((link) => attributeOf(link, "href"))).toEqual([
      "https://first.example/x",
    ]);
    expect(renderAt(content, "/sitemap.xml")).not.toContain("elsewhere");
    expect(renderAt(content, "/llms.txt")).toContain("Elsewhere");
  });

  it("keeps an entry out of every search", () => {
    const page = parsePage(renderAt(content, "/posts/quiet/"));
    expect(elementsWith(page, "meta", "name", "robots").map((meta) => attributeOf(meta, "content"))).toEqual([
      "noindex",
    ]);
    expect(renderAt(content, "/sitemap.xml")).not.toContain("quiet");
    expect(renderAt(content, "/llms.txt")).not.toContain("Quiet");
    expect(indexedPages(content).map(({ entry }) => entry.path)).toEqual(["/posts/old/", "/posts/elsewhere/"]);
    expect(renderAt(content, "/posts/")).toContain("Quiet");
  });
});

describe("wrong settings", () => {
  it.each([
    [
      { without: ["project"] },
      'without.0: must be one of posts, projects, tags, years, search, terms, feeds (did you mean "projects"?)',
    ],
    [{ without: "tags" }, 'without: must be a list, such as ["projects", "tags"] (write without: [tags])'],
    [{ feedFormats: ["RSS"] }, 'feedFormats.0: must be one of rss, atom, json (did you mean "rss"?)'],
    [{ feedFormats: [] }, 'feedFormats: must name a format; without: ["feeds"] leaves out feeds'],
    [{ collections: { post: {} } }, 'collections.post: is not a key that is known here (did you mean "posts"?)'],
    [
      { collections: { posts: { titel: "N" } } },
      'collections.posts.titel: is not a key that is known here (did you mean "title"?)',
    ],
    [
      { collections: { posts: { path: "notes" } } },
      'collections.posts.path: "notes" is not an address such as /posts/my-post/ (from the site\'s top on, no blanks, ?, # or ..) (write /notes/)',
    ],
    [
      { navigation: [{ label: "X" }] },
      "navigation.0: must lead somewhere: a path such as /now/, or a url such as https://example.org/",
    ],
    [
      { navigation: [{ label: "X", path: "/x/", url: "https://x.example/" }] },
      "navigation.0: leads to one place only: leave out path or url",
    ],
    [
      { navigation: [{ label: "X", path: "https://x.example/y" }] },
      `navigation.0.path: "https://x.example/y" is not an address such as /posts/my-post/ (from the site's top on, no blanks, ?, # or ..) (write url: "https://x.example/y")`,
    ],
    [
      { navigation: [{ label: "X", href: "/x/" }] },
      "navigation.0.href: is not a key that is known here (write path, or url where it leads elsewhere)",
    ],
    [
      { edit: "https://github.com/n/b/edit/main" },
      'edit: must be an address with {file} in it, such as https://github.com/name/blog/edit/main/{file} (write "https://github.com/n/b/edit/main/{file}")',
    ],
    [{ licence: "CC BY 4.0" }, "licence: must be keys and values, such as { key: value }"],
    [
      { license: {} },
      'license: is not a key that is known here (write licence: { name: "CC BY 4.0", url: "https://…" })',
    ],
    [{ profile: "x" }, "profile: is not a key that is known here (write profiles: a list of addresses)"],
  ])("%j", (settings, problem) => {
    const whole = { title: "T", url: "https://example.org/", language: "en", description: "D", ...settings };
    const result = validate(Site, whole, () => ({ file: "_data/site.ts" }));
    expect(result.ok ? [] : result.problems.map((one) => formatProblem(one).replace("_data/site.ts ", ""))).toContain(
      problem,
    );
  });
});

it("docs/settings.md has every setting", () => {
  const documented = readFileSync("docs/settings.md", "utf8");
  const rows = [...documented.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key),
  );
  expect(Object.keys(Site.shape).filter((key) => !rows.includes(key))).toEqual([]);
  expect(SITE_PARTS.filter((part) => !rows.includes(part))).toEqual([]);
});
