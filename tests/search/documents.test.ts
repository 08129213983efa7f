/** What search is given of each page: its own words, as text, and nothing of the frame around them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchDocuments } from "../../src/search/documents.ts";
import { hostileLine } from "../support/hostile-text.ts";
import { attributeOf, elementsIn, parsePage, textOf } from "../support/html.ts";
import { type TinySite, tinyContent } from "../support/tiny-content.ts";

function documentsOf(site: TinySite): { path: string; html: string }[] {
  return searchDocuments(tinyContent(site));
}

function documentOf(post: NonNullable<TinySite["posts"]>[number]): ReturnType<typeof parsePage> {
  return parsePage(documentsOf({ posts: [post] })[0]?.html ?? "");
}

/** The values of a Pagefind attribute, in document order. */
function valuesOf(page: ReturnType<typeof parsePage>, attribute: string): string[] {
  return elementsIn(page).flatMap((element) => attributeOf(element, attribute) ?? []);
}

describe("a search document", () => {
  it("is made of each post and project, and of nothing else", () => {
    const site = { posts: [{ slug: "a", tags: ["t"] }], projects: [{ slug: "b" }], intro: "Hello.", about: "Us." };
    expect(documentsOf(site).map(({ path }) => path)).toEqual(["/posts/a/", "/projects/b/"]);
  });

  it("has each heading with its anchor, and below it the section's text, code included", () => {
    const page = documentOf({
      slug: "a",
      markdown: "One.\n\n## A *b*\n\nTwo.\n\n```sql\nSELECT 1;\n```\n\n### C\n\nThree.",
    });
    const headings = elementsIn(page, "h2").concat(elementsIn(page, "h3"));
    expect(headings.map((heading) => [attributeOf(heading, "id"), textOf(heading)])).toEqual([
      ["a-b", "A b"],
      ["c", "C"],
    ]);
    const lines = elementsIn(page, "main", "p").map(textOf).filter(Boolean);
    expect(lines).toEqual(["One.", "Two.", "SELECT 1;", "Three."]);
  });

  it("can be filtered by kind and tags, and sorted by date", () => {
    const page = documentOf({ slug: "a", tags: ["x", "y"], date: "2026-01-02" });
    expect(valuesOf(page, "data-pagefind-filter")).toEqual(["kind:Essay", "tag:x", "tag:y"]);
    expect(valuesOf(page, "data-pagefind-sort")).toEqual(["date:2026-01-02"]);
  });

  it.each([
    ["case study", "kind:Case study"],
    ["open source", "kind:Open source"],
  ] as const)("says which kind of project it is: %s", (kind, filter) => {
    const [document] = documentsOf({ projects: [{ slug: "b", kind }] });
    expect(valuesOf(parsePage(document?.html ?? ""), "data-pagefind-filter")).toEqual([filter]);
  });

  it("has titles, descriptions, tags and code as text, whatever they say", () => {
    fc.assert(
      fc.property(
        hostileLine.filter((line) => !line.includes("\0")),
        (line) => {
          const page = documentOf({
            slug: "a",
            title: line,
            description: line,
            tags: [line],
            markdown: "    <script>\n",
          });
          expect(elementsIn(page).map(({ tagName }) => tagName)).toEqual([
            "html",
            "head",
            "body",
            "main",
            "h1",
            ..."ppppp",
            "p",
          ]);
          expect([textOf(elementsIn(page, "h1")[0]), textOf(elementsIn(page, "p")[0])]).toEqual([line, line]);
          expect(valuesOf(page, "data-pagefind-filter")).toEqual(["kind:Essay", `tag:${line}`]);
        },
      ),
    );
  });
});
