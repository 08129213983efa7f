/** Pages that listed posts lead to those that do so here, where there are any. */
import { describe, expect, it } from "vitest";
import { MOST_LISTED } from "../../src/content/listing.ts";
import { listingsOf } from "../../src/import/listings.ts";
import type { SourceEntry } from "../../src/import/source-site.ts";
import { archivesOf } from "../../src/import/wordpress/archives.ts";

const POST: SourceEntry = {
  ...{ kind: "post", file: "export.xml", aliases: [], tags: [], authors: [], comments: [], left: [] },
  body: { format: "html", text: "", line: 1 },
};

function posts(count: number, date: string): SourceEntry[] {
  return Array.from({ length: count }, () => ({ ...POST, date }));
}

describe("a page of a year", () => {
  const of = (year: number, entries: SourceEntry[]) =>
    listingsOf({ listings: [{ path: `/${year}/`, year }], authors: [] }, entries).at(`/${year}`);

  it("leads to the list of all posts while that has room for them", () => {
    expect(of(2019, posts(MOST_LISTED, "2019-05-06"))).toBe("/posts/");
  });

  it("leads to the page of the year where there is one", () => {
    const many = [...posts(MOST_LISTED, "2019-05-06T10:00:00Z"), ...posts(1, "2020-01-01T00:30:00+10:00")];
    expect(of(2019, many)).toBe("/posts/years/2019/");
    // In the site's zone, its only post may be one of the year before.
    expect(of(2020, many)).toBe("/posts/");
    expect(of(2018, many)).toBe("/posts/");
  });
});

describe("a page of tags", () => {
  it("is the one of this site, if it has any", () => {
    const at = (tags: string[]) => listingsOf({ authors: [] }, [{ ...POST, tags }]).at("/categories/");
    expect([at(["SQL"]), at([])]).toEqual(["/tags/", undefined]);
  });
});

describe("WordPress' pages of a year, a month and a day", () => {
  it.each([
    ["/2019/05/a-post/", "/2019/"],
    ["/2019/05/06/a-post/", "/2019/"],
    ["/a-post/", "/2019/"],
    ["/blog/2019/05/a-post.html", "/blog/2019/"],
    ["/archives/7", "/archives/date/2019/"],
    ["/archives/8", "/2019/"],
    ["/2019/05/06/7/", "/date/2019/"],
    ["/news/2018/05/a-post/", "/2019/"],
  ])("of posts such as %s are at and below %s", (address, path) => {
    const entry = { ...POST, address, date: "2019-05-06T10:00:00Z" };
    const archives = archivesOf(
      [entry],
      new Map([
        ["7", address],
        ["8", "/elsewhere/"],
      ]),
    );
    expect(archives.map((one) => one.path)).toEqual([
      ...[path, `${path}05/`, `${path}05/06/`],
      ...["/?m=2019", "/?m=201905"],
    ]);
    expect(new Set(archives.map((one) => "year" in one && one.year))).toEqual(new Set([2019]));
  });

  it("have a query alone where posts have nothing else", () => {
    const archives = archivesOf([{ ...POST, date: "2019-05-06T10:00:00Z" }], new Map());
    expect(archives.map((one) => one.path)).toEqual(["/?m=2019", "/?m=201905", "/?m=20190506"]);
  });

  it("are none for drafts", () => {
    expect(archivesOf([{ ...POST, address: "/a/", date: "2019-05-06", draft: { why: "a draft" } }], new Map())).toEqual(
      [],
    );
  });
});
