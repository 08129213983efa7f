/** The first letter of a sentence, by its language. */
import { expect, it } from "vitest";
import { capitalised } from "../../../src/content/text/capitalised.ts";

it.each([
  ["en", "istanbul", "Istanbul"],
  ["tr", "istanbul", "İstanbul"],
  ["az", "ıslak", "Islak"],
  ["nl", "ijs", "IJs"],
  ["nl", "íj́s", "ÍJ́s"],
  ["nl", "inkt", "Inkt"],
  ["de", "österreich", "Österreich"],
  ["de", "ßigma", "Ssigma"],
  ["el", "άλλα", "Άλλα"],
  ["hr", "ǆep", "ǅep"],
  ["en", "ﬁn", "Fin"],
  ["ka", "საქართველო", "საქართველო"],
  ["hy", "և", "Եւ"],
  ["ja", "日本語", "日本語"],
  ["en", "3 essays", "3 essays"],
  ["en", "", ""],
])("%s: %s", (language, text, wanted) => {
  expect(capitalised(text, language)).toBe(wanted);
});
