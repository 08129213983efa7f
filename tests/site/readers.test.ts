/**
 * One post with all that a page can have, in six programs that read pages and feeds without our styles: every word once and
 * in its order, tables, pictures, code and its indentation, title, author and date. Text browsers are tried by hand:
 * see docs/design.md.
 */
import { join } from "node:path";
import { parseAtomFeed } from "feedsmith";
import { mf2 } from "microformats-parser";
import RssParser from "rss-parser";
import { beforeAll, describe, expect, it } from "vitest";
import { buildFixture } from "../support/built-fixture.ts";
import { readAt } from "../support/built-site.ts";
import { documentOf, pageReaders, type ReadPage, textOfHtml } from "../support/readers.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const URL_OF_POST = "https://harbour.example/posts/harbour/";
const out = join(useTemporaryFolder(), "readers");
let page: string;
let prose: string;

beforeAll(async () => {
  await buildFixture("readers", out);
  page = readAt(out, "/posts/harbour/");
  prose = documentOf(page).querySelector(".prose")?.innerHTML ?? "";
});

/** Letters and figures apart, since a reference may stand directly behind its word. */
function wordsOf(text: string): string[] {
  return text.match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** What of `wanted` is not in `found`, in its order. */
function missing(wanted: string[], found: string[]): string[] {
  let at = 0;
  return wanted.filter((word) => {
    const next = found.indexOf(word, at);
    if (next === -1) return true;
    at = next + 1;
    return false;
  });
}

function without(html: string, selector: string | undefined): string {
  const { body } = documentOf(`<!doctype html><html><body>${html}</body></html>`);
  for (const dropped of selector ? body.querySelectorAll(selector) : []) dropped.remove();
  return body.innerHTML;
}

describe.each(pageReaders)("$name", ({ name, drops, read }) => {
  let article: ReadPage;
  beforeAll(async () => {
    article = await read(page, URL_OF_POST);
  });

  it("has every word in its order", () => {
    expect(missing(wordsOf(textOfHtml(without(prose, drops))), wordsOf(article.text))).toEqual([]);
  });

  it.each([
    "The opening note",
    "The close note",
    "Its second paragraph",
    "The third note",
    "The nested note",
    "The note of the table",
  ])("has a note once, and not in a sentence: %s", (note) => {
    const text = article.text.replace(/\s+/g, " ");
    expect(text.split(note)).toHaveLength(2);
    expect(text.indexOf(note)).toBeGreaterThan(text.indexOf("The closing paragraph"));
  });

  it("has all tables and pictures", () => {
    const count = (html: string, selector: string) =>
      documentOf(`<!doctype html><html><body>${html}</body></html>`).querySelectorAll(selector).length;
    expect(count(article.html, "table")).toBe(count(prose, "table"));
    expect(count(article.html, "img")).toBe(1);
  });

  // article-extractor takes the white space from the beginning of every line, whatever the line stands in.
  it.skipIf(name.startsWith("article-extractor"))("has code with its indentation", () => {
    expect(article.text).toContain(
      "    for ferry in fleet(day):\n        if ferry.ready:\n            yield ferry.name",
    );
    expect(article.text).toContain("SELECT name\n  FROM ferry\n WHERE ready;");
  });

  it("has what is folded, each tab under its label, and what a compiler and a terminal said", () => {
    const text = article.text.replace(/\s+/g, " ");
    for (const said of [
      "const depth = 12;",
      "moor.yml moored: true",
      "pnpm add tides",
      "the berth has moved",
      "Ashore after",
    ])
      expect(text).toContain(said);
    for (const said of [
      "Who pays the harbour dues The skipper",
      "By day Shapes are hoisted. By night Lanterns are lit.",
    ])
      expect(text).toContain(said);
  });

  it.skipIf(name.startsWith("html-to-text"))("knows title, author and date", () => {
    const { title, author, published } = article;
    expect({ title, author, published: published?.slice(0, 10) }).toEqual({
      title: "Everything that a reader may lose",
      author: "Ada Lovelace",
      published: "2026-01-15",
    });
  });
});

describe("a sender of webmentions", () => {
  it("takes the post's address for the post's, and not its author's", () => {
    const document = documentOf(page);
    const first = document.querySelector(".h-entry .u-url")?.getAttribute("href") ?? "";
    expect(new URL(first, URL_OF_POST).href).toBe(URL_OF_POST);
  });

  it("has the post as content, with each note once", () => {
    const entry = mf2(page, { baseUrl: URL_OF_POST }).items.find(({ type }) => type?.includes("h-entry"));
    expect(entry?.properties).toMatchObject({
      url: [URL_OF_POST],
      author: [{ properties: { name: ["Ada Lovelace"], url: ["https://ada.example/"] } }],
    });
    const [content] = (entry?.properties["content"] ?? []) as { value: string }[];
    expect(content?.value.split("The opening note")).toHaveLength(2);
  });
});

describe("a reader of feeds", () => {
  const feed = (name: string) => readAt(out, `/${name}`);

  it("that knows no author but an entry's has one in Atom", () => {
    const [entry] = parseAtomFeed(feed("atom.xml")).entries ?? [];
    expect(entry?.authors).toEqual([{ name: "Ada Lovelace", uri: "https://ada.example/" }]);
  });

  it.each(["feed.xml", "atom.xml"])(
    "that knows no xml:base is led to the post by every link of a note: %s",
    async (name) => {
      const { items } = await new RssParser().parseString(feed(name));
      const html = String(items[0]?.["content:encoded"] ?? items[0]?.content);
      const links = [...documentOf(`<html><body>${html}</body></html>`).querySelectorAll("a")].map((a) =>
        a.getAttribute("href"),
      );
      expect(links.length).toBeGreaterThan(8);
      expect(links.filter((link) => !link?.startsWith("https://"))).toEqual([]);
    },
  );

  it("has every word of the page", async () => {
    const { items } = await new RssParser().parseString(feed("feed.xml"));
    const html = String(items[0]?.["content:encoded"]);
    // A formula's letters are its source in a feed, and a plan is its text.
    const shown = without(prose, ".folds summary");
    const lost = missing(wordsOf(textOfHtml(shown)), wordsOf(textOfHtml(html)));
    expect(lost.filter((word) => word.length > 1)).toEqual([]);
  });
});
