/** Titles come first: a page is found by its title, whatever else says the same words, and newer pages before older ones. */
import { describe, expect, it } from "vitest";
import { titlesOf, useSearch } from "../support/searched-content.ts";
import { tinyContent } from "../support/tiny-content.ts";

const releases = ["1.4", "1.40", "1.41.0", "1.41.1", "1.5"].map((version, month) => ({
  slug: `release-${month}`,
  title: `Announcing Konduit ${version}`,
  date: `2025-0${month + 1}-01`,
  markdown: month === 1 ? "Konduit 1.40, Konduit 1.40: announcing it at length. ".repeat(30) : "It is out.",
}));
const chatter = Array.from({ length: 30 }, (_, number) => ({
  slug: `chatter-${number}`,
  title: `Notes, part ${number}`,
  date: `2024-01-${String(30 - number).padStart(2, "0")}`,
  tags: number % 2 === 0 ? ["even"] : [],
  markdown: "Vacuum vacuum vacuum, and a wait of queue lokcs; update update update.",
}));
const content = tinyContent({
  posts: [
    ...releases,
    ...chatter,
    { slug: "update", title: "Update", date: "2020-01-02", markdown: "A statement that is told about in full." },
    { slug: "locks", title: "Locks in queues", date: "2020-01-03", markdown: "They wait." },
    { slug: "vacuum", title: "When vacuum runs", date: "2020-01-04", markdown: "Now and then." },
  ],
});

const { find } = useSearch(content);

describe("a title", () => {
  it("brings its page up, however often others say its words", async () => {
    expect(titlesOf(await find("update"))[0]).toBe("Update");
    expect(titlesOf(await find("vacuum runs"))[0]).toBe("When vacuum runs");
  });

  it("brings its page up for a slip that other pages have made, too", async () => {
    const { results } = await find("lokcs queues");
    expect(results[0]).toMatchObject({ title: "Locks in queues", lacks: ["lokcs"] });
    expect(titlesOf(await find("lokcs queues", { literal: true }))).not.toContain("Locks in queues");
  });

  it("brings its page up beside a word that only others have, and says that it lacks it", async () => {
    const { results, lacking } = await find("locks queues vacuum");
    expect(results[0]).toMatchObject({ title: "Locks in queues", lacks: ["vacuum"] });
    expect(lacking).toBe("all");
  });

  it("does not bring its page up for a common word alone", async () => {
    expect(titlesOf(await find("told in statement"))).toEqual(["Update"]);
  });

  it("is found by its first letter", async () => {
    expect(titlesOf(await find("u"))[0]).toBe("Update");
  });

  it("that many share comes newest first, page after page, and among those that are left by a filter", async () => {
    const newest = chatter.map(({ title }) => title);
    const titles = titlesOf(await find("notes part", { limit: 30 }));
    expect(titles).toEqual(newest);
    expect(titlesOf(await find("notes part", { picked: { tag: "even" } }))).toEqual(
      newest.filter((_, number) => number % 2 === 0).slice(0, 10),
    );
  });

  it("that is only begun comes newest first, after one that is written out", async () => {
    const titles = titlesOf(await find("announcing konduit 1.4"));
    expect(titles.slice(0, 4)).toEqual(["1.4", "1.41.1", "1.41.0", "1.40"].map((v) => `Announcing Konduit ${v}`));
  });
});

describe("many searches", () => {
  it("do not change what a search finds", async () => {
    const first = await find("queue wait");
    for (let number = 0; number < 40; number++) await find(`part ${number} notes release${number} wait`);
    expect(await find("queue wait")).toEqual(first);
  });
});
