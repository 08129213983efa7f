/** Covers in lists: an ornament, and nothing at all where there is none. */
import { describe, expect, it } from "vitest";
import type { Cover } from "../../src/content/cover.ts";
import { SHEETS } from "../../src/theme/style-sheets.ts";
import { attributeOf, elementsIn, parsePage } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { htmlPagesOf } from "../support/tiny-pages.ts";

const cover: Cover = {
  lanes: 2,
  strokes: [
    { kind: "lane", lane: 0, from: 0, to: 1 },
    { kind: "lane", lane: 1, from: 0, to: 1 },
    { kind: "wait", lane: 1, from: 0.5, to: 1 },
    { kind: "step", lane: 0, from: 0, to: 0 },
    { kind: "step", lane: 0, from: 1, to: 1 },
    { kind: "step", lane: 1, from: 0.5, to: 0.5 },
  ],
};
const posts = ["one", "two"].map((slug) => ({ slug, title: slug, date: "2026-02-09", tags: ["SQL"] }));
const covered = tinyContent({ posts });
// Lists hold the very entries of the content.
Object.assign(covered.entries.find(({ slug }) => slug === "one") ?? {}, { cover });
const pages = htmlPagesOf(covered);

const needed = (html: string) => SHEETS.some(([name, pattern]) => name === "covers" && pattern.test(html));

describe("a list with a cover", () => {
  it.each(["/", "/posts/", "/tags/sql/"])("at %s shows it to those who see it, and is valid", async (path) => {
    const html = pages.get(path) ?? "";
    const drawings = elementsIn(parsePage(html), "main", "ol", "svg");
    expect(drawings.map((svg) => [attributeOf(svg, "class"), attributeOf(svg, "aria-hidden")])).toEqual([
      ["cover", "true"],
    ]);
    const paths = elementsIn(parsePage(html), "main", "ol", "svg", "path");
    expect(paths.map((path) => [attributeOf(path, "class"), attributeOf(path, "d")])).toEqual([
      ["lane", "M4 4H104M4 17H104"],
      ["wait", "M54 17H104"],
      ["step", "M4 4h0M104 4h0M54 17h0"],
    ]);
    expect(needed(html)).toBe(true);
    expect(await complaintsAbout(html)).toEqual([]);
  });

  it("costs the other pages nothing", () => {
    expect(needed(pages.get("/posts/one/") ?? "")).toBe(false);
    for (const [path, html] of [
      ...htmlPagesOf(tinyContent({ posts })),
      ["/posts/one/", pages.get("/posts/one/") ?? ""] as const,
    ])
      expect(html, path).not.toContain("cover");
  });
});
