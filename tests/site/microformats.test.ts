/** Microformats2, read back by a parser: what a page says it is must be what its front matter says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mf2 } from "microformats-parser";
import { describe, expect, inject, it } from "vitest";

const BASE = "https://notebook.example/";

function itemsOf(path: string) {
  const html = readFileSync(join(inject("notebook"), path, "index.html"), "utf8");
  return mf2(html, { baseUrl: BASE }).items;
}

describe("a post", () => {
  const entry = itemsOf("posts/skip-locked").find(({ type }) => type?.includes("h-entry"));

  it("is an entry with its name, address, date, tags and author", () => {
    expect(entry?.properties).toMatchObject({
      name: ["SKIP LOCKED, One Step Short"],
      url: [`${BASE}posts/skip-locked/`],
      published: ["2026-11-22"],
      category: ["PostgreSQL", "queues", "concurrency"],
      author: [{ type: ["h-card"], properties: { name: ["Notebook"], url: [BASE] } }],
    });
  });

  it("has its text as content", () => {
    const [content] = entry?.properties["content"] ?? [];
    expect(content).toHaveProperty("html", expect.stringContaining("FOR UPDATE SKIP LOCKED"));
  });
});

describe("a list", () => {
  it("is a feed of entries", () => {
    const feed = itemsOf("posts").find(({ type }) => type?.includes("h-feed"));
    expect(feed?.children?.map(({ properties }) => properties["url"])).toEqual([
      [`${BASE}posts/skip-locked/`],
      [`${BASE}posts/set-local/`],
      [`${BASE}posts/index-order/`],
    ]);
  });
});

describe("every page", () => {
  it("has a card of whoever publishes it", () => {
    const card = itemsOf("about").find(({ type }) => type?.includes("h-card"));
    expect(card?.properties).toMatchObject({ name: ["Notebook"], url: [BASE] });
  });
});
