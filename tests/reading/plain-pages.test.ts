/** `pages/`: addresses that follow the files, a home page, and sections in the order that its author wants. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { navigationOf } from "../../src/content/navigation.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { attributeOf, elementsIn, parsePage, textOf } from "../support/html.ts";
import { deriveFolder, saidOf } from "../support/read-folder.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { type TinySite, tinyContent, tinySite } from "../support/tiny-content.ts";
import { htmlPagesOf, renderAt } from "../support/tiny-pages.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
let count = 0;

async function read(files: Record<string, string>) {
  count += 1;
  const siteDir = join(folder, String(count));
  copyFixture("no-posts", siteDir);
  writeFiles(siteDir, files);
  const derived = await deriveFolder(siteDir);
  return { ...derived, problems: saidOf(derived) };
}

const page = (matter: string, text = "Text.") => `---\n${matter}\n---\n\n${text}\n`;

describe("a page's address", () => {
  it.each([
    ["pages/now.md", "/now/"],
    ["pages/a/b.md", "/a/b/"],
    ["pages/a/index.md", "/a/"],
    ["pages/a/index/b.md", "/a/index/b/"],
    ["pages/日記.md", "/日記/"],
  ])("of %s is %s", async (file, path) => {
    const { content, problems } = await read({ [file]: page("title: T\ndescription: D.") });
    expect(problems).toEqual([]);
    expect(content.entries.map((entry) => entry.path)).toEqual([path]);
  });

  it.each([
    ["pages/Now.md", 'pages/Now.md "Now" can\'t stand in an address (name the file like my-post.md)'],
    ["pages/A b/c.md", 'pages/A b/c.md "A b" can\'t stand in an address (name the file like my-post.md)'],
  ])("can't be made of %s", async (file, problem) => {
    expect((await read({ [file]: page("title: T") })).problems).toContain(problem);
  });

  it("may not be that of the engine's own pages, of another page, or of a post", async () => {
    const { problems } = await read({
      "pages/posts.md": page("title: T"),
      "pages/a.md": page("title: T"),
      "pages/a/index.md": page("title: T"),
      "pages/posts/x.md": page("title: T"),
      "posts/x.md": page("title: T\ndate: 2026-01-01"),
    });
    expect(problems).toEqual([
      "pages/a/index.md wants the address /a/, which pages/a.md has (give one a permalink)",
      "pages/posts.md wants the address /posts/, which the engine itself has (give one a permalink)",
      "pages/posts/x.md wants the address /posts/x/, which posts/x.md has (give one a permalink)",
    ]);
  });
});

describe("front matter", () => {
  it("needs a title, and no date", async () => {
    const { problems } = await read({ "pages/x.md": page("date: 2026-01-01") });
    expect(problems).toEqual([
      "pages/x.md:1 title: is required",
      "pages/x.md:2:1 date: is not a key that is known here (delete it: a page has no date, and updated says when it last changed)",
    ]);
  });

  it("of the home page may leave out the title, which is then the site's", async () => {
    const { content, problems } = await read({ "pages/index.md": page("sections: [text]") });
    expect(problems).toEqual([]);
    expect(content.entries.map(({ title }) => title)).toEqual([content.site.title]);
  });

  it("names sections that the site has", async () => {
    const { problems } = await read({ "pages/x.md": page("title: T\nsections: [text, post, { of: tag, most: 3 }]") });
    expect(problems).toEqual([
      'pages/x.md:3:18 sections.1: "post" is not a section of this site (did you mean "posts"?)',
      'pages/x.md:3:24 sections.2: "tag" is not a section of this site (did you mean "tags"?)',
    ]);
  });

  it("names authors that the settings have", async () => {
    const { problems } = await read({ "pages/x.md": page("title: T\nauthors: [Ada Lovelace]") });
    expect(problems).toEqual([
      'pages/x.md:3:11 authors: "Ada Lovelace" is no author in _data/site.ts (add authors: { "ada-lovelace": { name: "Ada Lovelace" } } to it)',
    ]);
  });

  it.each([
    ["sections: text", "sections: must be a list, such as [text, posts] (write sections: [text])"],
    ["sections: [{ most: 3 }]", "sections.0: must be a section's name, or { of: posts, title: …, most: 5 }"],
    ["navigation: top", "navigation: must be true, or { label: …, order: … }"],
  ])("%s is refused", async (line, problem) => {
    const { problems } = await read({ "pages/x.md": page(`title: T\n${line}`) });
    expect(problems.map((one) => one.replace(/^\S+ /, ""))).toEqual([problem]);
  });
});

describe("the home page", () => {
  const site: TinySite = {
    posts: ["a", "b", "c"].map((slug, index) => ({ slug, date: `2026-01-0${index + 1}`, tags: ["t"] })),
    projects: [{ slug: "p", kind: "case study" }],
  };
  const headings = (parts: TinySite) =>
    elementsIn(parsePage(renderAt(tinyContent({ ...site, ...parts }), "/")), "h2").map(textOf);

  it("has what is usual where its author says nothing, or has none", () => {
    expect(headings({})).toEqual(["Selected work", "Latest writing"]);
    expect(headings({ pages: [{ slug: "index" }] })).toEqual(["Selected work", "Latest writing"]);
  });

  it("has the sections that its author wants, in that order, under their own headings", () => {
    const sections = [{ of: "posts", title: "New", most: 2 }, "text", "tags", "projects"];
    const html = renderAt(tinyContent({ ...site, pages: [{ slug: "index", title: "Hello", sections }] }), "/");
    const page = parsePage(html);
    expect(textOf(elementsIn(page, "h1")[0])).toBe("Hello");
    expect(elementsIn(page, "h2").map(textOf)).toEqual(["New", "Tags", "Projects"]);
    expect(elementsIn(page, "h3").map(textOf)).toEqual(["The post c", "The post b", "The project p"]);
    expect(html.indexOf("Text.")).toBeGreaterThan(html.indexOf("The post b"));
  });

  it("is in the sitemap, the ledger and the Markdown copies as what it is, once", () => {
    const { otherPages, ledger } = tinySite({ ...site, pages: [{ slug: "index" }] });
    expect(otherPages.filter(({ path }) => path === "/")).toEqual([]);
    expect([...ledger.now.keys()]).toContain("/");
  });
});

describe("a plain page", () => {
  const parts: TinySite = {
    site: {
      navigation: [
        { label: "Essays", path: "/posts/" },
        { label: "Feeds", path: "/subscribe/" },
      ],
    },
    posts: [{ slug: "x", markdown: "[now](/now/)" }],
    pages: [
      { slug: "now", title: "Now", navigation: { order: 2 } },
      { slug: "uses", title: "Uses", navigation: { label: "Tools" }, markdown: "[x](../posts/x.md)" },
      { slug: "quiet", title: "Quiet", markdown: "Nothing." },
    ],
  };
  const content = tinyContent(parts);

  it("stands in the navigation where it asks for that", () => {
    expect(navigationOf(content.site, content.entries).map(({ label, path }) => [label, path])).toEqual([
      ["Essays", "/posts/"],
      ["Now", "/now/"],
      ["Feeds", "/subscribe/"],
      ["Tools", "/uses/"],
    ]);
    const links = elementsIn(elementsIn(parsePage(renderAt(content, "/now/")), "nav")[0] ?? parsePage(""), "a");
    expect(links.map((link) => [textOf(link), attributeOf(link, "aria-current")])).toContainEqual(["Now", "page"]);
  });

  it("is in the sitemap and in llms.txt, and in no feed, list, year or backlink", () => {
    expect(renderAt(content, "/sitemap.xml")).toContain("/quiet/");
    expect(renderAt(content, "/llms.txt")).toMatch(/## Pages\n\n- \[Now\]\(.*\/now\/index\.md\)/);
    const { documents } = tinySite(parts);
    expect(documents.filter((document) => /\/(now|quiet)\//.test(document.path))).toEqual([]);
    expect(content.lists.map(({ path }) => path)).toEqual(["/posts/", "/projects/"]);
    expect([...htmlPagesOf(content)].filter(([, html]) => html.includes("Referred to by"))).toEqual([]);
  });
});
