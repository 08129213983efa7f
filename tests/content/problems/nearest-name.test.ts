/** The name that was meant. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didYouMean, nearestName } from "../../../src/content/problems/nearest-name.ts";

describe("a guess at what was meant", () => {
  const KEYS = ["title", "date", "tags", "description", "draft"];

  it.each([
    ["tag", "tags"],
    ["Draft", "draft"],
    ["DATE", "date"],
    ["tilte", "title"],
    ["descripton", "description"],
    ["discribtion", "description"],
  ])("of %s is %s", (word, key) => {
    expect(nearestName(word, KEYS)).toBe(key);
  });

  it.each(["", "permalink", "category", "publish_date"])("is not made of %j", (word) => {
    expect(nearestName(word, KEYS)).toBeUndefined();
  });

  it("is not made where there is nothing to choose from", () => {
    expect(nearestName("tag", [])).toBeUndefined();
  });

  it("is one of the candidates, or none, whatever the word", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, candidates) => {
        expect([undefined, ...candidates]).toContain(nearestName(word, candidates));
      }),
    );
  });

  it("is the word itself where that is one of them", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.uniqueArray(fc.string(), { selector: (text) => text.toLowerCase() }),
        (word, others) => {
          const candidates = [...others.filter((other) => other.toLowerCase() !== word.toLowerCase()), word];
          expect(nearestName(word, candidates)).toBe(word);
        },
      ),
    );
  });

  it("is the first of those that are equally near, and no farther than asked", () => {
    expect(nearestName("cat", ["bat", "hat"])).toBe("bat");
    expect(nearestName("tietl", KEYS, 1)).toBeUndefined();
    expect(nearestName("tilte", KEYS, 1)).toBe("title");
    expect(nearestName("tite", KEYS, 1)).toBe("title");
  });

  it("is a hint where it is asked as one", () => {
    expect(didYouMean("tag", KEYS)).toBe('did you mean "tags"?');
    expect(didYouMean("permalink", KEYS)).toBeUndefined();
  });
});
