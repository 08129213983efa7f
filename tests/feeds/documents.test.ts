/** The documents that feeds are made of, also while there is nothing in them. Archives have a test of their own. */
import { describe, expect, it } from "vitest";
import { tinySite } from "../support/tiny-content.ts";

describe("the documents of a site", () => {
  const posts = Array.from({ length: 5 }, (_, index) => ({ slug: `p${index}`, date: `2026-01-0${index + 1}` }));
  const documents = tinySite({ site: { feedLength: 2 }, posts }).documents;

  it("are each feed in three formats, and the archives of the first", () => {
    const folders = ["/", "/posts/", "/projects/", "/corrections/", "/archive/1/", "/archive/2/", "/archive/3/"];
    const paths = folders.flatMap((folder) => ["feed.xml", "atom.xml", "feed.json"].map((file) => folder + file));
    expect(documents.map(({ path }) => path).sort()).toEqual(paths.sort());
  });
});

describe("a feed without items", () => {
  it("is dated by what was published last elsewhere on the site", () => {
    const posts = [
      { slug: "a", date: "2026-01-01" },
      { slug: "b", date: "2026-02-01" },
    ];
    const corrections = tinySite({ posts }).documents.find(({ path }) => path === "/corrections/atom.xml");
    expect(corrections?.write()).toContain("<updated>2026-02-01T00:00:00Z</updated>");
  });
});

describe("the documents of a site without content", () => {
  const [empty = [], again = []] = [1, 2].map(() => tinySite().documents);

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
