/** Addresses: what may be one, and that none leads off the site. */
import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteUrl, addressKeys, folderOf, hrefOf, outputOf, PagePath } from "../../src/content/address.ts";

const SITE = { url: "https://example.org/blog/" };

describe("a page's address", () => {
  it.each([
    "/a/",
    "/posts/my-post/",
    "/posts/node.js/",
    "/2026/11/",
    "/日本/語/",
    "/a_b/",
    "/a..b/",
    "/é/",
    "/A/",
    "/a",
    "/2016/03/My-Post.html",
    "/x/v1.2",
    "/C++/",
    "/日本語.htm",
  ])("may be %s", (path) => {
    expect(PagePath.safeParse(path).success).toBe(true);
  });

  it.each([
    "",
    "/",
    "a/",
    "/a.php",
    "/a/b.Aspx",
    "/a.pdf",
    "//a/",
    "/a//b/",
    "/../",
    "/a/../b/",
    "/./",
    "/.a/",
    "/..a/",
    "/a b/",
    "/a?b/",
    "/a/?b",
    "/a#b/",
    "/a/#b",
    "/%2e%2e/",
    "/a\\..\\b/",
    "/a\0/",
    "/a/\n",
    "\n/a/",
    "/javascript:x/",
    "https://example.com/",
    "/🚀/",
    "/\ud800/",
  ])("may not be %j", (path) => {
    expect(PagePath.safeParse(path).success).toBe(false);
  });

  it.each([undefined, null, 1, ["/a/"]])("is text, not %j", (value) => {
    expect(PagePath.safeParse(value).success).toBe(false);
  });

  it("never leaves the site or its folder, if it is one", () => {
    const part = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 4 }),
      fc.constantFrom(
        "..",
        ".",
        "%2e%2e",
        "%2f",
        "a",
        "a.b",
        "a..",
        "日本",
        "?",
        "#",
        "\\",
        ":",
        "@",
        "javascript:x",
        " ",
      ),
    );
    const parts = fc.array(
      fc.oneof(
        part,
        fc.array(part, { maxLength: 3 }).map((some) => some.join("")),
      ),
    );
    fc.assert(
      fc.property(parts, fc.boolean(), (names, isFolder) => {
        const written = `/${names.join("/")}${isFolder ? "/" : ""}`;
        const { data: path } = PagePath.safeParse(written);
        if (path === undefined) return;
        const { origin, pathname, search, hash } = new URL(absoluteUrl(SITE, path));
        expect([origin, decodeURI(pathname), search, hash]).toEqual(["https://example.org", `/blog${path}`, "", ""]);
        expect(new URL(hrefOf(SITE, path), SITE.url).href).toBe(absoluteUrl(SITE, path));
        expect(posix.join("out", outputOf(path))).toMatch(/^out\/.*\.html?$/i);
        expect(`/${outputOf(path)}`.startsWith(path)).toBe(true);
        expect(folderOf(path)).toMatch(/\/$/);
      }),
      { numRuns: 2000 },
    );
  });
});

it("an address may be written encoded, and is kept decoded", () => {
  expect(PagePath.parse("/2016/%e4%bd%a0/")).toBe("/2016/你/");
});

it.each([
  ["/posts/x/", "/posts/x/"],
  ["/2016/x.html", "/2016/x/"],
  ["/2016/X", "/2016/X/"],
  ["/x/v1.2", "/x/v1.2/"],
])("what lies beside %s is in %s", (path, folder) => {
  expect(folderOf(path)).toBe(folder);
});

describe("two paths may be one page or file", () => {
  const areOne = (a: string, b: string) => addressKeys(a).some((key) => addressKeys(b).includes(key));

  it.each([
    ["/x/", "/X/"],
    ["/x/", "/x"],
    ["/x", "/x.html"],
    ["/x/", "/x/index.html"],
    ["/é/", "/e\u0301/"],
  ])("as %s and %s", (a, b) => {
    expect(areOne(a, b)).toBe(true);
  });

  it.each([
    ["/x/", "/x.html"],
    ["/x/", "/x/y/"],
    ["/x.html", "/x.htm"],
  ])("not as %s and %s", (a, b) => {
    expect(areOne(a, b)).toBe(false);
  });
});

describe("a path", () => {
  it.each([
    [
      "/2016/My-Post.html",
      "/blog/2016/My-Post.html",
      "https://example.org/blog/2016/My-Post.html",
      "2016/My-Post.html",
    ],
    ["/2016/My-Post", "/blog/2016/My-Post", "https://example.org/blog/2016/My-Post", "2016/My-Post.html"],
    ["/", "/blog/", "https://example.org/blog/", "index.html"],
    ["/posts/", "/blog/posts/", "https://example.org/blog/posts/", "posts/index.html"],
    ["/feed.xml", "/blog/feed.xml", "https://example.org/blog/feed.xml", "feed.xml"],
    ["/日本/", "/blog/%E6%97%A5%E6%9C%AC/", "https://example.org/blog/%E6%97%A5%E6%9C%AC/", "日本/index.html"],
  ])("%s is linked to, addressed and written where it belongs", (path, href, url, file) => {
    expect([hrefOf(SITE, path), absoluteUrl(SITE, path), outputOf(path)]).toEqual([href, url, file]);
  });

  it("has no folder before it on a site at the top", () => {
    expect(hrefOf({ url: "https://example.org/" }, "/posts/")).toBe("/posts/");
  });

  it.each(["/javascript:alert(1)", "/https://example.com/", "//example.com/", "/../x/"])(
    "is an address of this site even where it looks like another: %s",
    (path) => {
      expect(absoluteUrl(SITE, path)).toMatch(/^https:\/\/example\.org\//);
      expect(new URL(hrefOf(SITE, path), SITE.url).origin).toBe("https://example.org");
    },
  );
});
