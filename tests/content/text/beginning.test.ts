/** Texts that are cut: at the end of a word, as the script has words, and never within a character. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginningOf } from "../../../src/content/text/beginning.ts";

const within = (most: number) => (text: string) => [...text].length <= most;

describe("the beginning of a text", () => {
  it.each([
    ["Two sessions and one row", 24, "en", "Two sessions and one row"],
    ["Two sessions and one row", 15, "en", "Two sessions…"],
    ["Two sessions, and one row", 14, "en", "Two sessions…"],
    ["Donaudampfschifffahrt", 8, "de", "Donauda…"],
    ["データベースの索引について", 10, "ja", "データベースの索引…"],
    ["ภาษาไทยง่ายนิดเดียว", 9, "th", "ภาษาไทย…"],
    ["👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀", 6, "en", "👩🏽‍🚀…"],
    ["शक्ति", 3, "hi", "श…"],
  ])("%s in %i characters (%s): %s", (text, most, language, cut) => {
    expect(beginningOf(text, within(most), language)).toBe(cut);
  });

  it("fits, and is whole characters of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const cut = beginningOf(text, within(most));
        expect(within(most)(cut)).toBe(true);
        if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });
});
