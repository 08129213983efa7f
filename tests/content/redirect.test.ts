/** The rows of `_data/redirects.ts`: each becomes a line that hosts read. */
import { describe, expect, it } from "vitest";
import { Redirects } from "../../src/content/redirect.ts";

const isRedirect = (from: string, to: string) => Redirects.safeParse({ [from]: to }).success;

describe("an address that leads elsewhere", () => {
  it.each(["/old/", "/cv.pdf", "/2020/01/a_b.html", "/a:b/", "/日本/", "/Old/"])("may be %j", (from) => {
    expect(isRedirect(from, "/posts/")).toBe(true);
  });

  it.each(["old/", "//old/", "/a b/", "/a\n/", "/a\0/", "/a\u007f/", "/a?b", "/../a/", "/*", "/a/*", "/:a/", "/a/:b"])(
    "may not be %j",
    (from) => {
      expect(isRedirect(from, "/posts/")).toBe(false);
    },
  );
});

describe("where it leads", () => {
  it.each(["/posts/", "/tags/?x=1#y", "https://e.example", "http://e.example/a?b=c#d", "gone"])("may be %j", (to) => {
    expect(isRedirect("/old/", to)).toBe(true);
  });

  it.each([
    "posts/",
    "",
    "gone for good",
    "https://",
    "https://a b/",
    "https://e.example/ 200",
    "https://e.example/\n/* https://evil.example/",
    "/posts/?a b",
    "/posts/\0",
    "javascript:alert(1)",
  ])("may not be %j", (to) => {
    expect(isRedirect("/old/", to)).toBe(false);
  });
});
