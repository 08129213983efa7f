/** Figures about a site: what is published is summed up, and nothing is counted twice or for itself. */
import { describe, expect, it } from "vitest";
import { statisticsOf } from "../../src/content/statistics.ts";
import { tinyContent } from "../support/tiny-content.ts";

/** Built for June 2026, as `tinyContent` says. */
const content = tinyContent({
  posts: [
    {
      slug: "new",
      date: "2026-02-01",
      markdown:
        "One two three. [Old](old.md), [old again](old.md#part), [here](#own), [there](https://a.example/x)\n\n## Own\n",
    },
    {
      slug: "old",
      date: "2024-03-01",
      markdown:
        "Four five. [A](https://a.example/y) [B](https://b.example/) ![P](https://c.example/p.png)\n\n## Part\n\n```js\nconst notAWord = 1;\n```\n",
    },
    { slug: "later", date: "2026-09-01", markdown: "Seven [old](old.md) [x](https://d.example/)" },
    { slug: "draft", date: "2027-01-01", draft: true, markdown: "Eight [new](new.md)" },
  ],
  pages: [{ slug: "now", markdown: "Nine [new](../posts/new.md)" }],
});
const statistics = statisticsOf(content, []);
const figuresOf = (slug: string) => statistics.entries.find(({ path }) => path.endsWith(`/${slug}/`));

describe("sums", () => {
  it("are of what is published, and say what is not", () => {
    const words = (slug: string) => content.entries.find((entry) => entry.slug === slug)?.body.words ?? Number.NaN;
    expect(statistics.total).toEqual({
      entries: 3,
      words: words("new") + words("old") + words("now"),
      internal: 3,
      external: 4,
    });
    expect({ drafts: statistics.drafts, scheduled: statistics.scheduled, hosts: statistics.hosts }).toEqual({
      drafts: 1,
      scheduled: 1,
      hosts: 3,
    });
  });

  it("are those of collections, and of years where there is a date, added up", () => {
    expect(statistics.collections.map(({ name, entries }) => [name, entries])).toEqual([
      ["posts", 2],
      ["pages", 1],
    ]);
    expect(statistics.years.map(({ year, entries, external }) => [year, entries, external])).toEqual([
      [2026, 1, 1],
      [2024, 1, 3],
    ]);
    const words = statistics.collections.reduce((sum, collection) => sum + collection.words, 0);
    expect(words).toBe(statistics.total.words);
  });
});

describe("an entry", () => {
  it("is linked from each published entry once, and not from itself", () => {
    expect(figuresOf("old")).toMatchObject({ linkedFrom: 1, internal: 0, external: 3, published: "2024-03-01" });
    expect(figuresOf("new")).toMatchObject({ linkedFrom: 1, internal: 2, external: 1 });
  });

  it("has its state: a draft that is dated later is a draft", () => {
    expect(statistics.entries.map(({ state, path }) => [path.split("/").at(-2), state])).toEqual(
      expect.arrayContaining([
        ["new", "published"],
        ["later", "scheduled"],
        ["draft", "draft"],
        ["now", "published"],
      ]),
    );
  });
});

it("samples without a transcript stand before those that were checked longest ago", () => {
  const page = { samples: 1, unproven: 0 };
  const sampled = [
    { file: "b.md", checked: "2026-05-01", ...page },
    { file: "a.md", checked: "2026-05-01", ...page },
    { file: "c.md", checked: "2025-12-31", ...page },
    { file: "d.md", ...page, unproven: 1 },
  ];
  expect(statisticsOf(content, sampled).samples.map(({ file }) => file)).toEqual(["d.md", "c.md", "a.md", "b.md"]);
});

it("a site with nothing in it has figures, too", () => {
  expect(statisticsOf(tinyContent(), [])).toMatchObject({ total: { entries: 0, words: 0 }, years: [], entries: [] });
});
