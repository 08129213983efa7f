/** In development, what would not be published says so wherever it is shown. */
import { describe, expect, it } from "vitest";
import { elementsIn, parsePage, textOf } from "../support/html.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAt } from "../support/tiny-pages.ts";

const content = tinyContent({
  posts: [
    { slug: "draft", title: "Half written", draft: true, tags: ["t"], date: "2026-05-01" },
    { slug: "later", title: "Not yet", date: "2026-06-02", tags: ["t"] },
    { slug: "done", title: "Finished", date: "2026-06-01", tags: ["t"] },
  ],
  projects: [
    { slug: "half", title: "Half built", draft: true },
    { slug: "whole", title: "Built", order: 2 },
  ],
});

/** The lists' lines under a title: its date and what it is marked as. */
function marksAt(path: string): Record<string, string> {
  const items = elementsIn(parsePage(renderAt(content, path)), "main", "li");
  return Object.fromEntries(
    items.map((item) => [textOf(elementsIn(item, "a")[0]), textOf(elementsIn(item, "p").find(isDate))]),
  );
}

function isDate({ attrs }: { attrs: { name: string; value: string }[] }): boolean {
  return attrs.some(({ name, value }) => name === "class" && value === "date");
}

function openingOf(path: string): string {
  return textOf(elementsIn(parsePage(renderAt(content, path)), "main", "header")[0]);
}

describe("a draft", () => {
  it.each(["/", "/posts/", "/tags/t/"])("is marked in the list at %s, as is what is scheduled", (path) => {
    expect(marksAt(path)).toMatchObject({
      "Half written": "May 1, 2026 · draft",
      "Not yet": "Jun 2, 2026 · scheduled",
      Finished: "Jun 1, 2026",
    });
  });

  it.each(["/", "/projects/"])("of a project is marked in the list at %s", (path) => {
    expect(marksAt(path)).toMatchObject({ "Half built": "draft", Built: "" });
  });

  it.each([
    ["/posts/draft/", "draft, not published"],
    ["/posts/later/", "not published before its date"],
    ["/projects/half/", "draft"],
  ])("says at the top of its own page what it is: %s", (path, mark) => {
    expect(openingOf(path)).toContain(mark);
  });

  it.each(["/posts/done/", "/projects/whole/"])("is not what a finished page calls itself: %s", (path) => {
    expect(openingOf(path)).not.toMatch(/draft|published/);
  });
});
