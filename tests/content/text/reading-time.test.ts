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

  it("never gets shorter as a text gets longer", () => {
    const minutes = Array.from({ length: 3000 }, (_, words) => readingMinutes(words));
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  });
});
