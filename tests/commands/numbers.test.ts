/** Numbers in what commands print are those of English, as `Intl` writes them. */
import { expect, it } from "vitest";
import { count, withCommas } from "../../src/commands/report/numbers.ts";

it.each([0, 1, 999, 1000, 12_403, 999_999, 1_000_000, 1_234_567_890])("sets the thousands of %d apart", (number) => {
  expect(withCommas(number)).toBe(new Intl.NumberFormat("en").format(number));
});

it.each([
  [count(1, "page"), "1 page"],
  [count(0, "page"), "0 pages"],
  [count(2400, "entry", "entries"), "2,400 entries"],
])("counts: %s", (said, expected) => {
  expect(said).toBe(expected);
});
