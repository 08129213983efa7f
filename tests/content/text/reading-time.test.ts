/** How long a text takes to read. */
import { describe, expect, it } from "vitest";
import { type Length, readingMinutes } from "../../../src/content/text/reading-time.ts";

const minutesOf = (length: Partial<Length>, language?: string) =>
  readingMinutes({ words: 0, characters: 0, codeWords: 0, ...length }, language);

describe("reading time", () => {
  it.each([
    [0, 1],
    [1, 1],
    [230, 1],
    [460, 2],
    [2300, 10],
  ])("of %i words is %i minutes", (words, minutes) => {
    expect(minutesOf({ words })).toBe(minutes);
  });

  it("is shorter for the characters of Chinese and Japanese, of which a word has several", () => {
    expect([minutesOf({ words: 2310, characters: 2310 }), minutesOf({ words: 2310 + 2300, characters: 2310 })]).toEqual(
      [5, 15],
    );
  });

  it("is longer in languages whose words say more", () => {
    expect(["en", "de", "tr", "sw"].map((language) => minutesOf({ words: 2300 }, language))).toEqual([10, 13, 14, 10]);
  });

  it("counts the words of code, in every language alike", () => {
    expect(["en", "tr"].map((language) => minutesOf({ words: 0, codeWords: 2300 }, language))).toEqual([10, 10]);
  });

  it("never gets shorter as a text gets longer", () => {
    const minutes = Array.from({ length: 3000 }, (_, words) => minutesOf({ words }));
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  });
});
