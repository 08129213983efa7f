/** Tags and series: what posts have in common, and how it is spelled. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PagePath } from "../../src/content/address.ts";
import type { Entry } from "../../src/content/entry.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import type { Slugs } from "../../src/content/slugs.ts";
import { seriesOf, spellingProblems, tagPath, tagsOf } from "../../src/content/tag.ts";
import { type TinySite, tinyContent } from "../support/tiny-content.ts";

const ENGLISH = { site: { language: "en", slugs: "letters" }, root: "/" } as const;

type Keys = Omit<NonNullable<TinySite["posts"]>[number], "slug">;

/** An entry for each, in this order. */
function entriesWith<Each extends Keys[]>(...keys: Each): { [Index in keyof Each]: Entry } {
  const { entries } = tinyContent({ posts: keys.map((own, index) => ({ ...own, slug: `p${index}` })) });
  // As many come out as went in.
  return entries as { [Index in keyof Each]: Entry };
}

describe("tags", () => {
  it("are listed by name, each with its posts in the order in which these came", () => {
    const [a, b, c] = entriesWith({ tags: ["queues", "C++"] }, { tags: ["C", "queues"] }, { tags: [] });
    expect(tagsOf([a, b, c], ENGLISH)).toEqual([
      { name: "C", slug: "c", path: "/tags/c/", entries: [b] },
      { name: "C++", slug: "c-plus-plus", path: "/tags/c-plus-plus/", entries: [a] },
      { name: "queues", slug: "queues", path: "/tags/queues/", entries: [a, b] },
    ]);
  });

  it("count a post once, however often it names them", () => {
    const [post] = entriesWith({ tags: ["RSS", "RSS"] });
    expect(tagsOf([post], ENGLISH)).toEqual([{ name: "RSS", slug: "rss", path: "/tags/rss/", entries: [post] }]);
  });

  it("are none where no post has any", () => {
    expect(tagsOf([], ENGLISH)).toEqual([]);
  });

  it.each([
    ["de", ["Ärger", "Ofen", "Zug"]],
    ["sv", ["Ofen", "Zug", "Ärger"]],
    ["en", ["HTTP/2", "HTTP/10", "ofen"]],
  ])("are sorted as the site's language sorts: %s", (language, names) => {
    const [post] = entriesWith({ tags: names.toReversed() });
    expect(tagsOf([post], { site: { language, slugs: "letters" }, root: "/" }).map(({ name }) => name)).toEqual(names);
  });

  it("have an address each, whatever the name", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme" })), (name) => {
        expect(PagePath.safeParse(tagPath(name, ENGLISH)).success).toBe(true);
      }),
    );
  });
});

describe("a tag's address", () => {
  it("is in its own letters, or in Latin ones as its edition's language spells them", () => {
    const at = (language: string, slugs: Slugs) => tagPath("Ärger", { site: { language, slugs }, root: "/x/" });
    expect(at("de", "letters")).toBe("/x/tags/ärger/");
    expect(at("de", "latin")).toBe("/x/tags/aerger/");
    expect(at("sv", "latin")).toBe("/x/tags/arger/");
    expect(at("de", { latin: { Ärger: "trouble" } })).toBe("/x/tags/trouble/");
  });
});

describe("a series", () => {
  it("has its parts in the order in which they were published", () => {
    const series = { series: "S" };
    const [other, ...newestFirst] = entriesWith({}, series, series, series);
    expect(seriesOf([other, ...newestFirst])).toEqual([{ name: "S", slug: "s", entries: newestFirst.toReversed() }]);
  });
});

describe("two spellings", () => {
  const use = (name: string, line: number) => ({ name, place: () => ({ file: `posts/${line}.md`, line, column: 8 }) });

  it("are a problem of the one that comes later", () => {
    const problems = spellingProblems([use("RSS", 1), use("C", 2), use("rss", 3), use("RSS", 4), use("Rss", 5)]);
    expect(problems.map(formatProblem)).toEqual([
      'posts/3.md:3:8 tags: "rss" is spelled "RSS" in posts/1.md (use one spelling)',
      'posts/5.md:5:8 tags: "Rss" is spelled "RSS" in posts/1.md (use one spelling)',
    ]);
  });

  it("are what would have one address: marks and spaces count as little as case", () => {
    expect(spellingProblems([use("row level security", 1), use("Row-Level Security", 2)])).toHaveLength(1);
  });

  it("are names that are one in Latin letters, which may have spellings of their own", () => {
    const uses = ["世界", "视界"].map(use);
    const latin = { language: "zh", names: {} };
    expect(spellingProblems(uses)).toEqual([]);
    expect(spellingProblems(uses, latin).map(({ message, hint }) => `${message} (${hint})`)).toEqual([
      '"视界" has the address of "世界" in posts/0.md: both are "shi-jie" in Latin letters (use one of them, or write slugs: { latin: { "视界": "another-spelling" } } in _data/site.ts)',
    ]);
    expect(spellingProblems(uses, { ...latin, names: { 视界: "horizon" } })).toEqual([]);
  });

  it("are not C, C++ and C#, nor two scripts, nor two emoji", () => {
    expect(spellingProblems(["C", "C++", "C#", "日本", "にほん", "🚀", "🛰"].map(use))).toEqual([]);
  });
});
