/** Backlinks appear on posts and projects alike. */
import { describe, expect, it } from "vitest";
import { elementsIn, parsePage, textOf } from "../support/html.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAt } from "../support/tiny-pages.ts";

const content = tinyContent({
  posts: [
    { slug: "cited" },
    { slug: "citing", markdown: "[a](cited.md), [b](../projects/engine.md)." },
    { slug: "belonging", markdown: "[b](../projects/engine.md)." },
  ],
  projects: [
    { slug: "engine", related: ["belonging"] },
    { slug: "other", markdown: "[a](../posts/cited.md), [b](engine.md)." },
  ],
});

function referredToBy(path: string): string[] | undefined {
  const rows = elementsIn(parsePage(renderAt(content, path)), "dl", "div");
  const row = rows.find((one) => textOf(elementsIn(one, "dt")[0]) === "Referred to by");
  return row && elementsIn(row, "a").map((link) => textOf(link));
}

describe("the pages that refer to", () => {
  it("a post are named in its colophon", () => {
    expect(referredToBy("/posts/cited/")).toEqual(["The post citing", "The project other"]);
  });

  it("a project are named among its facts, but for the essays that it lists anyway", () => {
    expect(referredToBy("/projects/engine/")).toEqual(["The post citing", "The project other"]);
  });

  it("a page are not named where there are none", () => {
    expect(referredToBy("/projects/other/")).toBeUndefined();
  });
});
