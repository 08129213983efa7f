/** What Pagefind is told of a page: what it is about, as text, and its facets. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authoredText } from "../../src/content/text/control-characters.ts";
import { indexedPages } from "../../src/search/indexed-pages.ts";
import { pagefindDocument, toldOf } from "../../src/search/pagefind-document.ts";
import { hostileLine } from "../support/hostile-text.ts";
import { attributeOf, elementsIn, parsePage, textOf } from "../support/html.ts";
import { type TinySite, tinyContent } from "../support/tiny-content.ts";

function documentsOf(site: TinySite): { path: string; html: string }[] {
  return indexedPages(tinyContent(site)).map((page, number) => ({
    path: page.entry.path,
    html: pagefindDocument(toldOf(page), number),
  }));
}

function documentOf(post: NonNullable<TinySite["posts"]>[number]): ReturnType<typeof parsePage> {
  return parsePage(documentsOf({ posts: [post] })[0]?.html ?? "");
}

/** The values of each of Pagefind's filters, or of its metadata that is not shown, in document order. */
function valuesOf(page: ReturnType<typeof parsePage>, kind: "filter" | "meta"): [name: string, value: string][] {
  return elementsIn(page).flatMap((element): [string, string][] => {
    const [, name] = /^(.+)\[title\]$/.exec(attributeOf(element, `data-pagefind-${kind}`) ?? "") ?? [];
    return name ? [[name, attributeOf(element, "title") ?? ""]] : [];
  });
}

function descriptionOf(page: ReturnType<typeof parsePage>): string {
  const paragraphs = elementsIn(page, "p");
  return textOf(paragraphs.find((one) => attributeOf(one, "data-pagefind-meta") === "description"));
}

describe("a search document", () => {
  it("is made of each post, project and plain page, but for the home page, to which every page leads", () => {
    const site = {
      posts: [{ slug: "a", tags: ["t"] }],
      projects: [{ slug: "b" }],
      pages: [{ slug: "index" }, { slug: "about" }],
    };
    expect(documentsOf(site).map(({ path }) => path)).toEqual(["/about/", "/projects/b/", "/posts/a/"]);
  });

  it("has each heading with its anchor, and none of the text, which our own index has", () => {
    const page = documentOf({
      slug: "a",
      markdown: "One.\n\n## A *b*\n\nTwo.\n\n```sql\nSELECT 1;\n```\n\n### C\n\nThree.",
    });
    const headings = elementsIn(page, "h2").concat(elementsIn(page, "h3"));
    expect(headings.map((heading) => [attributeOf(heading, "id"), textOf(heading)])).toEqual([
      ["a-b", "A b"],
      ["c", "C"],
    ]);
    expect(textOf(elementsIn(page, "main")[0])).not.toMatch(/Two|SELECT|Three/);
  });

  it("can be filtered by kind and tags, and has its number among all pages", () => {
    const page = documentOf({ slug: "a", tags: ["x", "y"], date: "2026-01-02" });
    expect(valuesOf(page, "filter")).toEqual([
      ["kind", "Essay"],
      ["year", "2026"],
      ["tag", "x"],
      ["tag", "y"],
    ]);
    const sorts = elementsIn(page).flatMap((element) => attributeOf(element, "data-pagefind-sort") ?? []);
    expect(sorts).toEqual(["number:0000000"]);
  });

  it("can be filtered by language where the site has several, each by its own name", () => {
    const posts = [
      { slug: "a", lang: "de" },
      { slug: "b", lang: "zh-TW" },
    ];
    const filters = documentsOf({ posts }).flatMap(({ html }) => valuesOf(parsePage(html), "filter"));
    expect(filters.filter(([name]) => name === "language").map(([, value]) => value)).toEqual([
      "中文（台灣）",
      "Deutsch",
    ]);
  });

  it.each([
    ["case study", "Case study"],
    ["open source", "Open source"],
  ] as const)("says which kind of project it is: %s", (kind, filter) => {
    const [document] = documentsOf({ projects: [{ slug: "b", kind }] });
    expect(valuesOf(parsePage(document?.html ?? ""), "filter")).toEqual([["kind", filter]]);
  });

  it("has the first words as its description where nobody wrote one", () => {
    const page = documentOf({ slug: "a", markdown: "First of all.\n\nThen.\n\n    thread::yield_now();" });
    expect(descriptionOf(page)).toBe("First of all. Then. thread::yield_now();");
  });

  it("has no half of a letter in its description, where a text has no spaces to be cut at", () => {
    for (const emoji of [39, 40]) {
      const page = documentOf({
        slug: "a",
        lang: "zh",
        markdown: `${"数据库的锁".repeat(emoji + 8)}😀${"锁".repeat(40)}`,
      });
      const description = descriptionOf(page);
      expect(description.isWellFormed()).toBe(true);
      expect([...description]).toHaveLength(240);
    }
  });

  it("has titles, descriptions, tags and code as text, whatever they say", () => {
    fc.assert(
      fc.property(hostileLine, (line) => {
        const shown = authoredText(line);
        const page = documentOf({
          slug: "a",
          title: line,
          description: line,
          tags: [line],
          markdown: "    <script>\n",
        });
        const names = new Set(elementsIn(page).map(({ tagName }) => tagName));
        expect([...names]).toEqual(["html", "head", "body", "main", "h1", "p"]);
        const [heading] = elementsIn(page, "h1");
        // A title in a script without spaces is cut into words, and stands whole in an attribute.
        const title = heading?.attrs.find(({ name }) => name === "title")?.value ?? textOf(heading);
        expect([title, textOf(elementsIn(page, "p")[0])]).toEqual([shown, shown]);
        expect(textOf(heading).replaceAll(" ", "")).toBe(shown.replaceAll(" ", ""));
        expect(valuesOf(page, "filter").at(-1)).toEqual(["tag", shown]);
      }),
    );
  });
});
