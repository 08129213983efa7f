/**
 * Two real feed readers are given the old feed and then ours: what they have seen already is not new to them. With the old feed
 * at hand ids come from it; without it by the rule of the old engine.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import Parser from "rss-parser";
import { Temporal } from "temporal-polyfill";
import { afterAll, describe, expect, it } from "vitest";
import { runImport } from "../../src/import/run-import.ts";
import { collections } from "../../src/site/collections.ts";
import { derive } from "../../src/site/derive.ts";
import { read } from "../../src/site/read.ts";
import { openTools } from "../../src/site/tools.ts";

const NOW = Date.parse("2026-01-01T00:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "feeds-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** By what a reader knows an entry again, with its title. */
type Seen = Map<string, string>;

const READERS: Record<string, (feed: string) => Promise<Seen>> = {
  "rss-parser": async (text) => {
    const { items } = await new Parser().parseString(text);
    return new Map(items.map((item) => [item.guid ?? String(item["id"] ?? item.link), item.title ?? ""]));
  },
  feedsmith: async (text) => {
    const { format, feed } = parseFeed(text);
    if (format === "rss")
      return new Map((feed.items ?? []).map((item) => [item.guid?.value ?? item.link ?? "", item.title ?? ""]));
    if (format === "atom")
      return new Map((feed.entries ?? []).map((entry) => [entry.id ?? "", entry.title?.value ?? ""]));
    if (format === "json") return new Map((feed.items ?? []).map((item) => [item.id ?? "", item.title ?? ""]));
    throw new Error(`a feed of ${format}`);
  },
};

/** Posts of one title are one. */
function shownAgain(before: Seen, after: Seen): string[] {
  const known = new Set(before.values());
  return [...after].filter(([id, title]) => known.has(title) && !before.has(id)).map(([, title]) => title);
}

async function feedOf(kind: string, path: string, feed?: string): Promise<(file: string) => string> {
  const siteDir = mkdtempSync(join(folder, `${kind}-`));
  await runImport({ kind, path, siteDir, fetch: false, force: false, now: NOW, feed });
  const source = await read(
    { siteDir, at: Temporal.Instant.fromEpochMilliseconds(NOW), preview: false },
    collections,
    openTools(siteDir),
  );
  if (!source.ok) throw new Error("the site can't be read");
  const { documents } = derive(source.value);
  return (file) => documents.find((document) => document.path === file)?.write() ?? "";
}

const item = (title: string, link: string, guid: string, isPermaLink: boolean) =>
  `<item><title>${title}</title><link>${link}</link><guid isPermaLink="${isPermaLink}">${guid}</guid><pubDate>Wed, 02 Mar 2016 03:00:00 +0000</pubDate></item>`;
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Old</title><link>https://blog.example.org/</link>${items.join("")}</channel></rss>`;
const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const EXPORTS = "tests/fixtures/import/exports";
/** What the feed of the old engine held, by its own rule. */
const OLD: [kind: string, path: string, feed: string][] = [
  [
    "wordpress",
    `${EXPORTS}/wordpress/export.xml`,
    rss(
      item(
        "Classic text &amp;amp; shortcodes",
        "https://blog.example.org/2016/03/classic-text/",
        "https://blog.example.org/?p=7",
        false,
      ),
      item("Blocks", "https://blog.example.org/2024/01/%e4%bd%a0%e5%a5%bd/", "https://blog.example.org/?p=20", false),
    ),
  ],
  [
    "ghost",
    `${EXPORTS}/ghost/ghost.json`,
    rss(item("Cards", "https://ghost.example/cards/", "5f8d7c2b1e4a3b001c9d0e01", false)),
  ],
  [
    "medium",
    `${EXPORTS}/medium`,
    rss(
      item(
        "Hello Medium",
        "https://medium.com/@ada/hello-medium-1a2b3c4d5e6f?source=rss",
        "https://medium.com/p/1a2b3c4d5e6f",
        false,
      ),
    ),
  ],
  [
    "blogger",
    `${EXPORTS}/blogger/blog.xml`,
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title><id>x</id><updated>2010-05-06T07:08:00Z</updated><entry><id>tag:blogger.com,1999:blog-123.post-456</id><title>A post &amp; more</title><link rel="alternate" href="http://ada.blogspot.com/2010/05/a-post.html"/><updated>2010-05-06T07:08:00Z</updated></entry></feed>',
  ],
  [
    "feed",
    `${EXPORTS}/feed-rss/rss.xml`,
    rss(
      item("Whole", "https://feed.example/2020/whole/", "12 at feed.example", false),
      item("Cut", "https://feed.example/2019/cut/", "https://feed.example/2019/cut/", true),
    ),
  ],
];

describe.each(Object.keys(READERS))("%s", (reader) => {
  const seenIn = (text: string) => READERS[reader]?.(text) ?? Promise.reject(new Error(reader));

  it.each(OLD)("shows no post of %s again, without its old feed", async (kind, path, old) => {
    const feed = await feedOf(kind, path);
    const before = await seenIn(old);
    for (const file of ["/feed.xml", "/feed.json"]) {
      if (file.endsWith(".json") && reader === "rss-parser") continue;
      const after = await seenIn(feed(file));
      expect([...after.values()]).toEqual(expect.arrayContaining([[...before.values()][0]?.replace("&amp;", "&")]));
      expect(shownAgain(before, after)).toEqual([]);
    }
  });

  it("shows no post again whose id only the old feed knows", async () => {
    const guid = "tag:older-host.example,2011:/a.7";
    const old = rss(item("Blocks", "https://blog.example.org/2024/01/%e4%bd%a0%e5%a5%bd/", guid, false));
    const path = `${EXPORTS}/wordpress/export.xml`;
    const [without, withIt] = [
      await feedOf("wordpress", path),
      await feedOf("wordpress", path, written("old.xml", old)),
    ];
    expect(shownAgain(await seenIn(old), await seenIn(without("/feed.xml")))).toEqual(["Blocks"]);
    expect(shownAgain(await seenIn(old), await seenIn(withIt("/feed.xml")))).toEqual([]);
  });
});
