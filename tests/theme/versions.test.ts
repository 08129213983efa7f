/** Versions that samples were run on: on the pages of entries, on pages of their own, and in search. */
import { describe, expect, it } from "vitest";
import type { Content } from "../../src/content/content.ts";
import { provenVersions } from "../../src/content/proven-versions.ts";
import type { Proof } from "../../src/content/samples/proof.ts";
import { feedsOf } from "../../src/feeds/feeds.ts";
import { indexedPages } from "../../src/search/indexed-pages.ts";
import { pagefindDocument, toldOf } from "../../src/search/pagefind-document.ts";
import { attributeOf, elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAt } from "../support/tiny-pages.ts";

const RUN = { checked: "2026-01-02", versions: { PostgreSQL: "18.4" } };
const PROOFS: Record<string, Proof> = {
  a: {
    ...{ ...RUN, samples: 3, on: ["PostgreSQL 18", "PostgreSQL 17", "PostgreSQL 14"] },
    differing: [
      { name: "SELECT <any_value>;", anchor: "late", on: ["PostgreSQL 14"], unknown: [] },
      { name: "SELECT 2;", on: ["PostgreSQL 17", "PostgreSQL 14"], unknown: ["PostgreSQL 14"] },
    ],
    changes: [
      { version: "PostgreSQL 18", before: "PostgreSQL 17", day: "2026-01-02", samples: [{ name: "SELECT 2;" }] },
      {
        version: "PostgreSQL 17",
        before: "PostgreSQL 14",
        day: "2026-01-01",
        samples: [{ name: "<b>", anchor: "late" }],
      },
    ],
  },
  b: { ...RUN, samples: 1, on: ["PostgreSQL 18", "PostgreSQL 17"], differing: [] },
  c: { ...RUN, samples: 1 },
};

function withProofs(content: Content): Content {
  const proved = <Of extends Content["entries"][number]>(entry: Of): Of => {
    const proof = PROOFS[entry.slug];
    return proof ? { ...entry, body: { ...entry.body, proof } } : entry;
  };
  const ofList = <Of extends Content["collections"][number]>(list: Of): Of => ({
    ...list,
    entries: list.entries.map(proved),
  });
  return {
    ...content,
    entries: content.entries.map(proved),
    collections: content.collections.map(ofList),
    lists: content.lists.map(ofList),
  };
}

const posts = ["a", "b", "c"].map((slug) => ({ slug, title: `The ${slug}` }));
const content = withProofs(tinyContent({ posts }));
const page = (path: string) => parsePage(renderAt(content, path));
const mainOf = (path: string) => elementsIn(page(path), "main")[0];

describe("an entry", () => {
  const checked = (path: string) => textOf(elementsWith(page(path), "dl", "class", "particulars")[0]);

  it("says on which versions its samples give the same, and how many do not", () => {
    expect(checked("/posts/a/")).toContain(
      "3 samples, run on PostgreSQL 18.4, the same on PostgreSQL 14, 17–18, but for 2 samples, January 2, 2026",
    );
    expect(checked("/posts/b/")).toContain("1 sample, run on PostgreSQL 18.4, the same on PostgreSQL 17–18, January");
    expect(checked("/posts/c/")).toContain("1 sample, run on PostgreSQL 18.4, January 2, 2026");
  });
});

describe("a version's page", () => {
  it("lists what differs there, by entry, with links to the places", () => {
    const main = mainOf("/versions/postgresql/14/");
    const links = main ? elementsIn(main, "a").map((link) => attributeOf(link, "href")) : [];
    expect(links).toEqual(["/versions/", "/posts/a/", "/posts/a/#late", "/posts/a/"]);
    expect(textOf(main)).toContain("SELECT <any_value>;");
    expect(textOf(main)).toMatch(/SELECT 2;\s*PostgreSQL 14: unknown, since a sample above fails there/);
  });

  it("names the entries of which all is the same", () => {
    expect(textOf(mainOf("/versions/postgresql/17/"))).toMatch(/The same on PostgreSQL 17\s*The b/);
    expect(textOf(mainOf("/versions/postgresql/14/"))).not.toContain("The same on");
  });

  it("is in the list of all, the newest first", () => {
    const main = mainOf("/versions/");
    const links = main ? elementsIn(main, "a").map(textOf) : [];
    expect(links).toEqual(["PostgreSQL 18", "PostgreSQL 17", "PostgreSQL 14"]);
    expect(textOf(main)).toMatch(/PostgreSQL 17\. Samples that differ: 1/);
    expect(textOf(main)).toContain("gives something else there than its page shows");
  });

  it("is not there where nothing was run on several", () => {
    expect(provenVersions(tinyContent({ posts }).entries)).toEqual([]);
    expect(provenVersions(content.entries.filter(({ slug }) => slug === "c"))).toEqual([]);
  });
});

it("search finds an entry by the versions on which all of it holds", () => {
  const holds = (path: string) => {
    const found = indexedPages(content).find(({ entry }) => entry.path === path);
    const html = found ? pagefindDocument(toldOf(found), 0) : "";
    const values = elementsWith(parsePage(html), "p", "data-pagefind-filter", "holds[title]");
    return values.map((element) => attributeOf(element, "title"));
  };
  expect(holds("/posts/a/")).toEqual(["PostgreSQL 18"]);
  expect(holds("/posts/b/")).toEqual(["PostgreSQL 18", "PostgreSQL 17"]);
  expect(holds("/posts/c/")).toEqual([]);
});

it("a feed tells what each version changed, on the day on which the entry was first run on it", () => {
  const feed = feedsOf(content).find(({ path }) => path === "/versions/");
  expect(feed?.note).toBe("samples that a newer version changed");
  const told = feed?.items().map(({ id, title, summary, published, html }) => ({
    ...{ id: id.replace(/^.*?(?=\/versions)/, ""), title, summary },
    ...{ day: published.toISOString().slice(0, 10), html: html?.() },
  }));
  expect(told).toEqual([
    {
      ...{ id: "/versions/postgresql-18", title: "The a: PostgreSQL 18", day: "2026-01-02" },
      summary: "PostgreSQL 17 → PostgreSQL 18. Samples that differ: 1",
      html: expect.stringContaining('<a href="https://tiny.example/posts/a/"><code>SELECT 2;</code></a>'),
    },
    {
      ...{ id: "/versions/postgresql-17", title: "The a: PostgreSQL 17", day: "2026-01-01" },
      summary: "PostgreSQL 14 → PostgreSQL 17. Samples that differ: 1",
      html: expect.stringContaining('<a href="https://tiny.example/posts/a/#late"><code>&lt;b&gt;</code></a>'),
    },
  ]);
  expect(feedsOf(tinyContent({ posts })).map(({ path }) => path)).not.toContain("/versions/");
});
