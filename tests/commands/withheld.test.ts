/** Drafts, and posts that are due later, are in nothing that is published before their time. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { buildFixture } from "../support/built-fixture.ts";
import { filesOf, pagesOf, readAt } from "../support/built-site.ts";
import { deadEnds } from "../support/dead-ends.ts";
import { feedReaders } from "../support/feeds.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const early = join(folder, "early");
const late = join(folder, "late");

beforeAll(async () => {
  // The scheduled post is due on March 1 at 09:00 in Berlin, which is 08:00 UTC.
  for (const [out, at] of [
    [early, "2026-03-01T07:59:59Z"],
    [late, "2026-03-01T08:00:00Z"],
  ] as const) {
    const { code, output } = await buildFixture("withheld", out, at);
    expect(code, output).toBe(0);
  }
});

describe("before a post's time", () => {
  it("it has no page, nor has a draft or a tag that is theirs alone", () => {
    expect(pagesOf(early).filter((path) => /draft|march|secret|vermilion/.test(path))).toEqual([]);
    expect(filesOf(early).filter((file) => /boxes/.test(file))).toEqual([]);
  });

  it.each(["Drafted", "Scheduled", "Unfinished", "heliotrope", "marigold", "secret", "vermilion", "March"])(
    "no file says %s: no page, list, feed, sitemap, tag or search index",
    (word) => {
      const found = filesOf(early).filter((file) => !file.endsWith(".js") && textIn(join(early, file)).includes(word));
      expect(found).toEqual([]);
    },
  );

  it("what remains has no link to it and counts without it", () => {
    expect(deadEnds(early, "https://example.org/")).toEqual([]);
    expect(readAt(early, "/tags/")).toMatch(/open<\/a>\s*<span class="count">1</);
    expect(readAt(early, "/posts/published/")).not.toContain("Part 1");
  });
});

describe("at a post's time", () => {
  it("it is in its page, the lists, the feeds, the sitemap, its tag, its series and the search index", () => {
    for (const path of [
      "/posts/due-in-march/",
      "/",
      "/posts/",
      "/tags/vermilion/",
      "/posts/published/",
      "/sitemap.xml",
    ]) {
      expect(readAt(late, path), path).toMatch(/Scheduled|due-in-march/);
    }
    for (const read of Object.values(feedReaders)) {
      expect(read(late).entries.map(({ title }) => title)).toEqual(["Scheduled", "Published"]);
    }
    expect(
      filesOf(late)
        .filter((file) => textIn(join(late, file)).includes("marigold"))
        .join(),
    ).toContain("pagefind/pages/");
  });

  it("a draft still is in nothing", () => {
    const texts = filesOf(late).map((file) => textIn(join(late, file)));
    expect(texts.filter((text) => /heliotrope|Drafted|Unfinished/.test(text))).toEqual([]);
  });
});

/** The files of the search index are compressed. */
function textIn(file: string): string {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
}
