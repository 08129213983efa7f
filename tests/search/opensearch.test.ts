/** The name under which browsers list the site's search: 16 characters at most. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortName } from "../../src/search/opensearch.ts";

describe("the short name", () => {
  it.each([
    ["Wellformed", "Wellformed"],
    ["Correct, Then Fast", "Correct, Then"],
    ["Notes & queries of a harbour", "Notes & queries"],
    ["Sixteen is enough", "Sixteen is"],
    ["Sixteen is right", "Sixteen is right"],
    ["Donaudampfschifffahrt", "Donaudampfschiff"],
    ["軟體工程師的筆記本以及其他各種想法", "軟體工程師的筆記本以及其他各種想"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"],
  ])("of %s is %s", (title, name) => {
    expect(shortName(title)).toBe(name);
  });

  it("is never longer, and the beginning of the title", () => {
    const title = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => text.trim().replace(/\s+/g, " "));
    fc.assert(
      fc.property(title, (text) => {
        const name = shortName(text);
        expect([...name].length).toBeLessThanOrEqual(16);
        expect(text.startsWith(name)).toBe(true);
      }),
    );
  });
});
