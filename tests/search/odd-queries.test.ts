import { describe, expect, it } from "vitest";
import { titlesOf, useSearch } from "../support/searched-content.ts";
import { tinyContent } from "../support/tiny-content.ts";

const content = tinyContent({
  posts: [
    { slug: "none", title: "…", date: "2026-03-01", markdown: "" },
    {
      slug: "locks",
      title: "Locks and queues",
      date: "2026-02-01",
      tags: ["PostgreSQL"],
      markdown: "They `vacuum` it.",
    },
    { slug: "zap", title: "Zap", date: "2026-01-01", markdown: "数据库查询优化 and カタログ. A well-known <table>." },
  ],
});

const { find, reads } = useSearch(content);

describe("a page is found", () => {
  it.each([
    ["beside one that has no word at all", "locks", ["Locks and queues"]],
    ["the oldest, beside one that has no word at all", "zap", ["Zap"]],
    ["by its tag", "postgresql", ["Locks and queues"]],
    ["by a word that was copied with its signs", "`vacuum`", ["Locks and queues"]],
    ["by a word that was typed twice", "zap zap", ["Zap"]],
    ["by the beginning of Chinese", "数据", ["Zap"]],
    ["by kana with their marks", "カタログ", ["Zap"]],
    ["by a word whose accents are letters of their own", "cafe\u0301 zap", ["Zap"]],
  ])("%s", async (_, text, titles) => {
    expect(titlesOf(await find(text))).toEqual(titles);
  });
});

describe("of a search is said", () => {
  it("nothing of signs", async () => {
    expect(await find("locks -> + …")).toMatchObject({ unknown: [], corrections: [], lacking: undefined, total: 1 });
  });

  it("once what was typed twice", async () => {
    expect((await find("xyzzyq locks xyzzyq")).unknown).toEqual(["xyzzyq"]);
    expect((await find("loks loks")).corrections).toEqual([{ typed: "loks", used: "locks" }]);
  });
});

it("of a long pasted message, its code is searched for", async () => {
  const message = `ERROR: ${Array.from({ length: 30 }, (_, at) => "abcdefghij".slice(at % 5).repeat(1 + at / 5)).join(" ")} E0499`;
  expect((await find(message)).unknown).toContain("E0499");
});

describe("a literal search", () => {
  it("finds the words as they are, and none that begins with one of them", async () => {
    expect(titlesOf(await find("locks", { literal: true }))).toEqual(["Locks and queues"]);
    expect((await find("loc", { literal: true })).total).toBe(0);
    expect((await find("loc")).total).toBe(1);
  });
});

it("no search loads Pagefind, but one that is narrowed does", async () => {
  const loaded = () => reads.filter((name) => name.startsWith("pagefind"));
  await find(Array.from({ length: 60 }, (_, number) => `word${number} locks`).join(" "));
  expect(loaded()).toEqual([]);
  await find("locks", { picked: { tag: "PostgreSQL" } });
  expect(loaded()).not.toEqual([]);
});
