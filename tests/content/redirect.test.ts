/** The rows of `_data/redirects.ts`: each becomes a line that hosts read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodedAddress, oldAddressOf } from "../../src/content/old-address.ts";
import { Redirects } from "../../src/content/redirect.ts";

const isRedirect = (from: string, to: string) => Redirects.safeParse({ [from]: to }).success;

describe("an address that leads elsewhere", () => {
  it.each([
    "/old/",
    "/cv.pdf",
    "/2020/01/a_b.html",
    "/a:b/",
    "/日本/",
    "/Old/",
    "/old",
    "/?p=7",
    "/index.php?p=7&page=2",
    "/a?b",
    "/%e4%bd%a0/",
    "/a%20b.html",
    "/c%23/",
    "/feeds/posts/default",
  ])("may be %j", (from) => {
    expect(isRedirect(from, "/posts/")).toBe(true);
  });

  it.each([
    "old/",
    "//old/",
    "/a b/",
    "/a\n/",
    "/a\0/",
    "/a\u007f/",
    "/a?",
    "/?",
    "/a?b c",
    "/a#b",
    "/?p=7#x",
    "/%zz/",
    "/%e4/",
    "/a%2Fb/",
    "/a%5cb",
    "/%2e%2e/",
    "/a%00",
    "/../a/",
    "/*",
    "/a/*",
    "/:a/",
    "/a/:b",
  ])("may not be %j", (from) => {
    expect(isRedirect(from, "/posts/")).toBe(false);
  });
});

describe("an address is kept as", () => {
  it.each([
    ["/%e4%bd%a0/", "/你/", "/%E4%BD%A0/"],
    ["/%E4%BD%A0/?p=%e4", "/你/?p=%e4", "/%E4%BD%A0/?p=%e4"],
    ["/C%23/what%3f", "/C%23/what%3F", "/C%23/what%3F"],
    ["/100%25/", "/100%25/", "/100%25/"],
    ["/a%20b/", "/a b/", "/a%20b/"],
    ["/a[1]|(b)'!~@$&+,;=/", "/a[1]|(b)'!~@$&+,;=/", "/a[1]|(b)'!~@$&+,;=/"],
  ])("%s: decoded %s, and asked for as %s", (written, kept, asked) => {
    expect(oldAddressOf(written)).toBe(kept);
    expect(encodedAddress(kept)).toBe(asked);
  });

  it("what browsers ask for, however it is written", () => {
    const part = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 5 }),
      fc.constantFrom("%23", "%25", "%3f", "%e4%bd%a0", "a.b", "%2541"),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const written = `/${parts.join("/")}`;
        const kept = oldAddressOf(written);
        if (kept === undefined) return;
        expect(oldAddressOf(encodedAddress(kept))).toBe(kept);
        // A browser's own escapes; hex digits in either case mean the same.
        const { pathname, search } = new URL(written, "https://host.example");
        const upper = (text: string) => text.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
        const sameOctets = (text: string) =>
          upper(text).replace(/%(?!23|25|3F)([2-7][0-9A-F])/g, (_, hex) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          );
        expect(sameOctets(encodedAddress(kept))).toBe(sameOctets(pathname + search));
      }),
      { numRuns: 2000 },
    );
  });
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
