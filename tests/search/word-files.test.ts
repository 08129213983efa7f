/** The files of a site's words: the same from one shard as from many, and few others after an edit. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordStore } from "../../src/cache/record-store.ts";
import { writeIndex } from "../../src/search/index-site.ts";
import { shardOf } from "../../src/search/shard.ts";
import { weighedPage } from "../../src/search/weighed-page.ts";
import { countsAsText, countsFrom, countWords } from "../../src/search/word-counts.ts";
import { wordFiles } from "../../src/search/word-files.ts";
import { remembering } from "../support/earlier-index.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { tinyContent } from "../support/tiny-content.ts";

const folder = useTemporaryFolder();
const stems = () => (word: string) => word.replace(/s$/, "");
const text = fc
  .array(fc.constantFrom("lock", "locks", "claim_next_job", "job", "std::thread", "Über", "漢字", "row", "rows", "x"))
  .map((words) => words.join(" "));
const page = fc.record({ title: text, text });

describe("counts of words", () => {
  it("are the same when they are read back", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { length: _, ...counts } = countWords([
          [one, 3],
          [other, 1],
        ]);
        const read = countsFrom(countsAsText(counts));
        const sorted = (of: ReadonlyMap<string, number>) => [...of].sort();
        expect([sorted(read.words), sorted(read.parts)]).toEqual([sorted(counts.words), sorted(counts.parts)]);
        expect([...read.accented].sort()).toEqual([...counts.accented].sort());
      }),
    );
  });
});

describe("the files of words", () => {
  it("are the same, however the pages are put together in shards", () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 12 }), fc.array(fc.nat({ max: 5 }), { maxLength: 5 }), (pages, sizes) => {
        const weighed = pages.map(({ title, text }) => {
          const { length, ...counts } = countWords([[text, 1]]);
          const head = { lang: "de", title, description: "", labels: "" };
          return weighedPage(head, length, countsAsText(counts));
        });
        const facts = {
          site: "",
          pages: pages.map((_, number) => ({ path: `/${number}/`, name: "page", lang: "de" })),
        };
        let base = 0;
        const shards = [...sizes, pages.length].map((size) => {
          const from = base;
          base = Math.min(pages.length, base + size);
          return { shard: shardOf(weighed.slice(from, base), stems, 10), base: from };
        });
        const one = wordFiles([{ shard: shardOf(weighed, stems, 10), base: 0 }], facts);
        expect([...wordFiles(shards, facts)]).toEqual([...one]);
      }),
    );
  });
});

describe("an index of many pages after one edit", () => {
  const POSTS = 450;
  const day = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
  const contentWith = (words: string) =>
    tinyContent({
      posts: Array.from({ length: POSTS }, (_, number) => ({
        slug: `post-${number}`,
        date: day(number),
        markdown: `Number ${number} of ${(number * 7919) % 97} and ${(number * 104_729) % 1009}. ${number === 400 ? words : ""}`,
      })),
    });

  it("has one shard made again, and a handful of files", async () => {
    const earlier = remembering();
    const shards = new RecordStore(join(folder, "shards"));
    const write = (words: string) => writeIndex(contentWith(words), join(folder, "index"), { earlier, shards });
    const first = await write("");
    expect(first).toMatchObject({ pages: POSTS });
    expect(first.shards).toBeGreaterThan(1);
    expect(await write("")).toMatchObject({ shards: 0, files: 0 });
    const edited = await write("Heliotropes grow.");
    expect(edited.shards).toBe(1);
    // Its page, its block, the map, and of each list that has a new word or a new posting two files at most.
    expect(edited.files).toBeLessThan(24);
  });
});
