/** RFC 5005: whoever follows a feed's links to its archives gets every post exactly once, and a full archive never changes. */
import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Content } from "../../src/content/content.ts";
import type { DatedEntry } from "../../src/content/entry.ts";
import { splitItems } from "../../src/feeds/documents.ts";
import { postsOf } from "../support/entries.ts";
import { documentsOf, FEED_SITE, readSite, withPosts } from "../support/feed-documents.ts";

const content = await readSite(FEED_SITE);
const [model] = postsOf(content);
const NAMESPACES = {
  atom: "http://www.w3.org/2005/Atom",
  fh: "http://purl.org/syndication/history/1.0",
};

/** A post a day from 2020 on. */
function siteWith(count: number): Content {
  const posts = Array.from({ length: count }, (_, day): DatedEntry => {
    const published = Temporal.ZonedDateTime.from("2020-01-01T00:00[UTC]").add({ days: day });
    const slug = `post-${String(day + 1).padStart(4, "0")}`;
    return {
      ...(model as DatedEntry),
      file: `posts/${slug}.md`,
      slug,
      path: `/posts/${slug}/`,
      title: slug,
      published,
      updated: undefined,
      revisions: [],
      tags: [],
    };
  });
  return withPosts(content, posts);
}

interface Read {
  ids: string[];
  previous: string | undefined;
  current: string | undefined;
  isArchive: boolean;
}

function readXml(text: string): Read {
  const document = XmlDocument.fromString(text);
  const all = (path: string) => document.find(path, NAMESPACES).map(({ content }) => content);
  const link = (rel: string) =>
    all(`/*/atom:link[@rel="${rel}"]/@href | /rss/channel/atom:link[@rel="${rel}"]/@href`)[0];
  const read = {
    ids: all("//atom:entry/atom:id | //item/guid"),
    previous: link("prev-archive"),
    current: link("current"),
    isArchive: all("//fh:archive").length > 0,
  };
  document.dispose();
  return read;
}

function readJson(text: string): Read {
  const { items, next_url } = JSON.parse(text) as { items: { id: string }[]; next_url?: string };
  return { ids: items.map(({ id }) => id), previous: next_url, current: undefined, isArchive: false };
}

function walk(site: Content, path: string): Read[] {
  const documents = documentsOf(site);
  const found: Read[] = [];
  for (let url: string | undefined = site.site.url + path.slice(1); url; url = found.at(-1)?.previous) {
    const text = documents.get(`/${url.slice(site.site.url.length)}`);
    if (!text || found.length > 1000) throw new Error(`${url} leads nowhere or in a circle`);
    found.push(path.endsWith(".json") ? readJson(text) : readXml(text));
  }
  return found;
}

describe.each(["/feed.xml", "/atom.xml", "/feed.json"])("following %s", (path) => {
  it.each([0, 1, 19, 20, 21, 30, 31, 57, 200])("finds each of %i posts exactly once, newest first", (count) => {
    const site = siteWith(count);
    const documents = walk(site, path);
    expect(documents.flatMap(({ ids }) => ids)).toEqual(
      site.entries.map(({ slug }) => `tag:fish.example,2020-02:posts/${slug}`),
    );
    expect(documents[0]?.ids.length).toBeLessThanOrEqual(20);
    expect(documents[0]?.ids.length).toBeGreaterThan(Math.min(count, 11) - 1);
  });
});

describe("an archive", () => {
  it.each(["/feed.xml", "/atom.xml"])("of %s says that it is one, and which document to subscribe to", (path) => {
    const [subscription, ...archives] = walk(siteWith(57), path);
    expect(subscription).toMatchObject({ isArchive: false, current: undefined });
    expect(archives.length).toBe(4);
    for (const archive of archives) {
      expect(archive).toMatchObject({ isArchive: true, current: `https://fish.example/blog${path}` });
    }
  });

  it("keeps its bytes when posts are added", () => {
    const before = documentsOf(siteWith(57));
    const after = documentsOf(siteWith(91));
    const archives = [...before].filter(([path]) => path.includes("/archive/"));
    expect(archives.length).toBe(12);
    expect(archives.filter(([path, text]) => after.get(path) !== text)).toEqual([]);
  });
});

describe("splitting items into documents", () => {
  it("keeps all, in order, in documents of the right length, and full archives when an item is added", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 40 }), (count, most) => {
        const items = Array.from({ length: count }, (_, index) => count - index);
        const { current, archives } = splitItems(items, most);
        expect([...current, ...archives.toReversed().flat()]).toEqual(items);
        expect(current.length).toBeLessThanOrEqual(most);
        expect(current.length).toBeGreaterThanOrEqual(Math.min(count, Math.floor(most / 2)));
        expect(splitItems([count + 1, ...items], most).archives.slice(0, archives.length)).toEqual(archives);
      }),
    );
  });
});
