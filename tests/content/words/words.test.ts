/** Phrases of the interface: in the language asked for, in the site's own words, or else in English. */
import { describe, expect, it } from "vitest";
import { de } from "../../../src/content/words/de.ts";
import { en } from "../../../src/content/words/en.ts";
import { OwnWords, type Phrase, say } from "../../../src/content/words/words.ts";

describe("a phrase", () => {
  it.each([
    ["en", "words", { count: 1 }, "1 word"],
    ["en-GB", "words", { count: 1234 }, "1,234 words"],
    ["de", "words", { count: 1234 }, "1.234 Wörter"],
    ["de-CH", "skip", {}, "Zum Text"],
    ["en", "partOf", { part: 2, count: 3 }, "Part 2 of 3 in"],
  ] as const)("in %s: %s", (language, key, values, text) => {
    expect(say(language, key, values)).toEqual({ text });
  });

  it("is English, and says so, where the language is not known", () => {
    expect(say("fr", "words", { count: 1234 })).toEqual({ text: "1,234 words", lang: "en" });
  });

  it("is the site's own where it has one, with that language's plurals", () => {
    const own = { words: { one: "{count} slovo", few: "{count} slova", other: "{count} slov" } };
    const texts = [1, 2, 5].map((count) => say("cs", "words", { count }, own));
    expect(texts).toEqual([{ text: "1 slovo" }, { text: "2 slova" }, { text: "5 slov" }]);
    expect(say("cs", "skip", {}, own)).toEqual({ text: "Skip to the text", lang: "en" });
  });
});

describe("a language", () => {
  const valuesIn = (phrase: Phrase) =>
    new Set((typeof phrase === "string" ? phrase : phrase.other).match(/\{\w+\}/g) ?? []);

  it.each(Object.entries({ de }))("%s uses no value that English does not have", (_, words) => {
    const keys = Object.keys(en) as (keyof typeof en)[];
    const strange = keys.filter((key) => [...valuesIn(words[key])].some((value) => !valuesIn(en[key]).has(value)));
    expect(strange).toEqual([]);
  });
});

describe("a site's own words", () => {
  it("may be for phrases that there are, and nothing else", () => {
    expect(OwnWords.safeParse({ search: "Hledat" }).success).toBe(true);
    expect(OwnWords.safeParse({ serach: "Hledat" }).success).toBe(false);
    expect(OwnWords.safeParse({ words: { one: "a" } }).success).toBe(false);
    expect(OwnWords.safeParse({ search: "" }).success).toBe(false);
  });
});
