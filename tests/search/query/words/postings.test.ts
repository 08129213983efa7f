/** How much a page says of a word, as one of few levels. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { pagesAsText, pagesFrom } from "../../../../src/search/query/words/page-list.ts";
import { levelOf } from "../../../../src/search/query/words/postings.ts";

it("any frequency has a level that can be written, and more has no lower one", () => {
  const frequency = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(frequency, frequency, (one, other) => {
      const [less, more] = [one, other].sort((a, b) => a - b).map(levelOf);
      expect(less).toBeLessThanOrEqual(more ?? 0);
      expect(pagesFrom(pagesAsText([[3, less ?? 0]]), 10)).toEqual([[6, less]]);
    }),
  );
});
