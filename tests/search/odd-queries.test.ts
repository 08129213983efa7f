/** What people paste and mistype, and sites with odd pages: each is answered, and what is said of it is true. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { searchDocuments } from "../../src/search/documents.ts";
import { writeIndex } from "../../src/search/index-site.ts";
import { pagefindIn } from "../../src/search/open-index.ts";
import { type Answer, Finder, type Query } from "../../src/search/query/find.ts";
import { PLAIN_QUERY, titlesOf } from "../support/open-finder.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { tinyContent } from "../support/tiny-content.ts";

const folder = useTemporaryFolder();
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

let finder: Finder;
let starts = 0;
beforeAll(async () => {
  await writeIndex(searchDocuments(content), "en", folder);
  const start = pagefindIn(folder);
  finder = await Finder.open(
    () => {
      starts++;
      return start();
    },
    async (name) => new Response(await readFile(join(folder, name))),
  );
});

function find(text: string, parts: Partial<Query> = {}): Promise<Answer> {
  return finder.find({ ...PLAIN_QUERY, text, ...parts });
}

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

describe("a literal search", () => {
  it("finds the words as they are, and none that begins with one of them", async () => {
    expect(titlesOf(await find("locks", { literal: true }))).toEqual(["Locks and queues"]);
    expect((await find("loc", { literal: true })).total).toBe(0);
    expect((await find("loc")).total).toBe(1);
  });
});

it("a text that is pasted whole starts no Pagefind for each of its words", async () => {
  const before = starts;
  await find(Array.from({ length: 60 }, (_, number) => `word${number} locks`).join(" "));
  await find(Array.from({ length: 60 }, (_, number) => ["locks", "zap", "vacuum", "queues"][number % 4]).join(" "));
  expect(starts - before).toBeLessThanOrEqual(1);
});
