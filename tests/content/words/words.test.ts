/** Phrases of the interface: in the language asked for, in the site's own words, or else in English. */
import { describe, expect, it } from "vitest";
import { namesOf } from "../../../src/content/names-of.ts";
import { en } from "../../../src/content/words/en.ts";
import type { Phrase } from "../../../src/content/words/message.ts";
import { UNTRANSLATED } from "../../../src/content/words/plurals.ts";
import {
  ENGLISH,
  LANGUAGES,
  localeOf,
  OwnWords,
  type Speech,
  say,
  speechOf,
} from "../../../src/content/words/words.ts";

const inLanguage = (language: string): Speech => ({ language, own: {} });
/** One that we have no words of. */
const UNKNOWN = "eo";

describe("a phrase", () => {
  it.each([
    ["en", "words", { count: 1 }, "1 word"],
    ["en-GB", "words", { count: 1234 }, "1,234 words"],
    ["de", "words", { count: 1234 }, "1.234 Wörter"],
    ["de-CH", "skip", undefined, "Zum Text"],
    ["en", "partOf", { part: 2, count: 3 }, "Part 2 of 3 in"],
  ] as const)("in %s: %s", (language, key, values, text) => {
    // A table has phrases with values and without.
    const said = (say as (...of: unknown[]) => unknown)(inLanguage(language), key, values);
    expect(said).toEqual({ text });
  });

  it("is English, and says so, where the language is not known", () => {
    expect(say(inLanguage(UNKNOWN), "words", { count: 1234 })).toEqual({ text: "1,234 words", lang: "en" });
  });

  it("is the site's own where it has one, with that language's plurals", () => {
    const words = { words: { one: "{count} slovo", few: "{count} slova", other: "{count} slov" } };
    const speech = speechOf({ language: "sk", words }, "sk");
    const texts = [1, 2, 5].map((count) => say(speech, "words", { count }));
    expect(texts).toEqual([{ text: "1 slovo" }, { text: "2 slova" }, { text: "5 slov" }]);
    expect(say(speech, "skip")).toEqual({ text: "Skip to the text", lang: "en" });
  });

  it("is in the words for its variety first, then in those of the language", () => {
    const dictionaries = { de: { skip: "Weiter", close: "Zu" }, "de-CH": { skip: "Zum Texte" } };
    const site = { language: "en", words: { search: "Find" }, dictionaries };
    const ofSwiss = ["skip", "close", "search"] as const;
    expect(ofSwiss.map((key) => say(speechOf(site, "de-CH"), key).text)).toEqual(["Zum Texte", "Zu", "Suche"]);
    expect(say(speechOf(site, "de-AT"), "skip").text).toBe("Weiter");
    expect(say(speechOf(site, "en-GB"), "search").text).toBe("Find");
  });
});

describe("the digits and the calendar of a site", () => {
  const site = { language: "fa", calendar: "persian", numbers: "latn" };

  it("are those of its language, in any variety, and of no other", () => {
    expect(localeOf(site, "fa")).toBe("fa-u-ca-persian-nu-latn");
    expect(localeOf(site, "fa-AF")).toBe("fa-AF-u-ca-persian-nu-latn");
    expect(localeOf(site, "en")).toBe("en");
    expect(localeOf({ language: "ar", numbers: "arab" }, "ar")).toBe("ar-u-nu-arab");
    expect(localeOf({ language: "ar" }, "ar")).toBe("ar");
  });

  it("are in what is said", () => {
    expect(say(speechOf(site, "fa"), "words", { count: 1234 }).text).toContain("1,234");
    expect(say(speechOf({ language: "fa" }, "fa"), "words", { count: 1234 }).text).toContain("۱٬۲۳۴");
    expect(say(speechOf({ language: "hi", numbers: "deva" }, "hi"), "words", { count: 1234 }).text).toContain("१,२३४");
  });
});

const languages = Object.entries(LANGUAGES);
const partsOf = (phrase: string) => new Set(phrase.match(/\{\w+\}|<\/?\w+>/g) ?? []);
const formsOf = (phrase: Phrase) =>
  typeof phrase === "string" ? [phrase] : Object.values(phrase).flatMap((form) => form ?? []);

describe.each(languages)("%s", (language, words) => {
  it("has the parts of the English phrases, and no others; a form by number may leave the number out", () => {
    const strange = namesOf(en).flatMap((key) => {
      const wanted = new Set(formsOf(en[key]).flatMap((form) => [...partsOf(form)]));
      return formsOf(words[key]).flatMap((form) =>
        [...partsOf(form)].filter((part) => !wanted.has(part)).map((part) => `${key}: ${part}`),
      );
    });
    expect(strange).toEqual([]);
  });

  it("calls the switch of the theme by the word that is seen on it, as WCAG 2.5.3 says", () => {
    expect(words.dayTheme.toLowerCase()).toContain(words.day.toLowerCase());
    expect(words.nightTheme.toLowerCase()).toContain(words.night.toLowerCase());
  });

  it("has a form for every number below a million", () => {
    const rules = new Intl.PluralRules(language);
    const needed = new Set(
      [...Array(1000).keys(), ...Array.from({ length: 99 }, (_, n) => n * 10_000 + 7)].map((n) => rules.select(n)),
    );
    const lacking = namesOf(en).flatMap((key) => {
      const phrase = words[key];
      return typeof phrase === "string"
        ? []
        : [...needed].filter((form) => !(form in phrase)).map((form) => `${key}: ${form}`);
    });
    expect(lacking).toEqual([]);
  });
});

it("no phrase is left untranslated", () => {
  expect(UNTRANSLATED).toEqual([]);
});

it("English is said without a mark", () => {
  expect(say(ENGLISH, "skip")).toEqual({ text: "Skip to the text" });
});

describe("a site's own words", () => {
  it("may be for phrases that there are, and nothing else", () => {
    expect(OwnWords.safeParse({ search: "Hledat" }).success).toBe(true);
    expect(OwnWords.safeParse({ serach: "Hledat" }).success).toBe(false);
    expect(OwnWords.safeParse({ words: { one: "a" } }).success).toBe(false);
    expect(OwnWords.safeParse({ search: "" }).success).toBe(false);
  });
});
