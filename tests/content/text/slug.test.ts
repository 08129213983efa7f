/** Names for addresses: of any text, never empty, and different for what differs. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorOf, isSlug, slugOf } from "../../../src/content/text/slug.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: fc.constantFrom(..."_-.ー々ʰ𝐀Åß\u0301ǅⅧ①٣+#/\\?% a") }),
);

describe("a slug", () => {
  it.each([
    ["Row-level security", "row-level-security"],
    ["  PostgreSQL  18 ", "postgresql-18"],
    ["C", "c"],
    ["C++", "c-plus-plus"],
    ["C#", "c-sharp"],
    ["R&D", "r-and-d"],
    [".NET", "net"],
    ["a/b\\c?d#e", "a-b-c-d-sharp-e"],
    ["../../etc", "etc"],
    ["日本語", "日本語"],
    ["Ünïcode", "ünïcode"],
    ["U\u0308nicode", "ünicode"],
    ["🚀", "u1f680"],
    ["👩🏽‍🚀", "u1f469-1f3fd-200d-1f680"],
    ["..", "u2e-2e"],
    ["", "section"],
  ])("of %j is %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("is valid for any text, and not empty", () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(slugOf(name)).toSatisfy(isSlug);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["_internal", "ーっ", "𝐀bc", "ʰa", "\u0301a"])("is valid for %j", (name) => {
    expect(slugOf(name)).toSatisfy(isSlug);
  });

  it("differs for C, C++ and C#", () => {
    expect(new Set(["C", "C++", "C#"].map((name) => slugOf(name))).size).toBe(3);
  });

  it.each(["a", "my-post", "node.js", "18", "日本", "a_b", "é", "e\u0301"])("may be %j", (slug) => {
    expect(isSlug(slug)).toBe(true);
  });

  it.each(["", "A", "a b", "a/b", "..", ".a", "-a", "a?", "a#", "a%20b", "a\n", "a\0", "🚀", "\ud800"])(
    "may not be %j",
    (slug) => {
      expect(isSlug(slug)).toBe(false);
    },
  );
});

describe("an anchor", () => {
  it.each([
    ["Don't guess", "dont-guess"],
    ["Don’t guess", "dont-guess"],
    ["What is node.js?", "what-is-nodejs"],
    ["A – B", "a-b"],
    ["日本語の見出し", "日本語の見出し"],
    ["🚀", "u1f680"],
    ["", "section"],
  ])("of %j is %j", (heading, anchor) => {
    expect(anchorOf(heading)).toBe(anchor);
  });

  it("is never empty and has no spaces, whatever the heading", () => {
    fc.assert(
      fc.property(text, (heading) => {
        expect(anchorOf(heading)).toMatch(/^[^\s"'<>#]+$/);
      }),
      { numRuns: 1000 },
    );
  });
});
