/** How long a text takes to read. */
import { describe, expect, it } from "vitest";
import { readingMinutes } from "../../../src/content/text/reading-time.ts";

describe("reading time", () => {
  it.each([
    [0, 1],
    [1, 1],
    [230, 1],
    [460, 2],
    [2300, 10],
  ])("of %i words is %i minutes", (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });

  it("is shorter for the characters of Chinese and Japanese, of which a word has several", () => {
    expect([readingMinutes(2310, 2310), readingMinutes(2310 + 2300, 2310)]).toEqual([5, 15]);
  });

  it("is longer in languages whose words say more", () => {
    expect(["en", "de", "tr", "sw"].map((language) => readingMinutes(2300, 0, language))).toEqual([10, 13, 14, 10]);
  });

  it("never gets shorter as a text gets longer", () => {
    const minutes = Array.from({ length: 3000 }, (_, words) => readingMinutes(words));
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  });
});
