/** Words are counted as they are split elsewhere, and no text leaves anything behind for the next. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { writtenWords } from "../../src/search/query/words/words.ts";
import { countWords } from "../../src/search/word-counts.ts";

const word = fc.constantFrom(
  "row",
  "Row",
  "rows,",
  "—",
  "yield_now();",
  "Größe",
  "l’index",
  "数据",
  "a-very-long-name.of/something",
);
const space = fc.constantFrom(
  " ",
  "\n",
  "\t",
  "\v",
  "\u00a0",
  "\u1680",
  "\u2003",
  "\u2028",
  "\u202f",
  "\u3000",
  "\ufeff",
  "\u200b",
);
const text = fc.array(fc.oneof(word, space, fc.string()), { maxLength: 30 }).map((parts) => parts.join(""));

it("counts what is between white space of any kind", () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const counted = countWords([
        [first, 3],
        [second, 1],
      ]);
      expect(counted.length).toBe(writtenWords(first).length + writtenWords(second).length);
      expect(countWords([[second, 1]])).toEqual(countWords([[second, 1]]));
    }),
  );
});

it("adds up the weights of a word in all of its spellings", () => {
  const { words, parts } = countWords([
    ["Lock the Row.", 5],
    ["row, rows and row_lock", 1],
  ]);
  expect([words.get("row"), words.get("rows"), words.get("lock"), words.get("row_lock")]).toEqual([6, 1, 5, 1]);
  expect([...parts]).toEqual([
    ["row", 1],
    ["lock", 1],
  ]);
});
