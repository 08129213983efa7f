/** The documents that a feed is made of: what is in which, and that archives stay as they are. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedDocuments, splitItems } from "../../src/feeds/documents.ts";
import { tinyContent } from "../support/tiny-content.ts";

/** Items by number: a higher one is newer. */
function newestFirst(count: number): number[] {
  return Array.from({ length: count }, (_, index) => count - index);
}

describe("a feed that is split", () => {
  const count = fc.nat({ max: 200 });
  const most = fc.integer({ min: 1, max: 30 });

  it("has each item in one document, in order", () => {
    fc.assert(
      fc.property(count, most, (count, most) => {
        const { current, archives } = splitItems(newestFirst(count), most);
        expect([...current, ...archives.toReversed().flat()]).toEqual(newestFirst(count));
      }),
    );
  });

  it("has a current document that is never too long, and never empty or short where there is more", () => {
    fc.assert(
      fc.property(count, most, (count, most) => {
        const { current } = splitItems(newestFirst(count), most);
        expect(current.length).toBeLessThanOrEqual(most);
        expect(current.length).toBeGreaterThanOrEqual(Math.min(count, Math.floor(most / 2), most));
        if (count > 0) expect(current.length).toBeGreaterThan(0);
      }),
    );
  });

  it("keeps every archive as it is when an item is added", () => {
    fc.assert(
      fc.property(count, most, (count, most) => {
        const before = splitItems(newestFirst(count), most).archives;
        const after = splitItems(newestFirst(count + 1), most).archives;
        expect(after.slice(0, before.length)).toEqual(before);
      }),
    );
  });
});

describe("the documents of a site", () => {
  const posts = Array.from({ length: 5 }, (_, index) => ({ slug: `p${index}`, date: `2026-01-0${index + 1}` }));
  const documents = new Map(
    feedDocuments(tinyContent({ site: { feedLength: 2 }, posts })).map(({ path, write }) => [path, write()]),
  );

  it("are each feed in three formats, and the archives of the first", () => {
    const folders = ["/", "/posts/", "/projects/", "/corrections/", "/archive/1/", "/archive/2/", "/archive/3/"];
    const paths = folders.flatMap((folder) => ["feed.xml", "atom.xml", "feed.json"].map((file) => folder + file));
    expect([...documents.keys()].sort()).toEqual(paths.sort());
  });

  it("lead from the current one through all archives to the oldest item", () => {
    const titles: string[] = [];
    for (let url: string | undefined = "https://tiny.example/feed.json"; url; ) {
      const { items, next_url } = JSON.parse(documents.get(new URL(url).pathname) ?? "") as {
        items: { title: string }[];
        next_url?: string;
      };
      titles.push(...items.map(({ title }) => title));
      url = next_url;
    }
    expect(titles).toEqual(posts.map(({ slug }) => `The post ${slug}`).reverse());
  });
});

describe("the documents of a site without content", () => {
  const [empty = [], again = []] = [1, 2].map(() => feedDocuments(tinyContent()));

  it.each(empty.map(({ path, write }) => [path, write()]))("have a fixed date, if any: %s", (path, text) => {
    expect(text).toBe(again.find((one) => one.path === path)?.write());
    expect(text).not.toMatch(/20\d\d-\d\d-\d\d|\b20\d\d \d\d:/);
    expect(text).toContain(`https://tiny.example${path}`);
  });

  it("have in Atom the date that its specification asks for", () => {
    expect(empty.find(({ path }) => path === "/atom.xml")?.write()).toContain(
      "<updated>1970-01-01T00:00:00Z</updated>",
    );
  });
});
