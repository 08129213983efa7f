/** Text in another language than the site's says so, and which way it runs. */
import { describe, expect, it } from "vitest";
import { directionOf } from "../../src/content/text/direction.ts";
import { inLanguage } from "../../src/theme/language.ts";

describe("a language's direction", () => {
  it.each([
    ["en", "ltr"],
    ["ar", "rtl"],
    ["he-IL", "rtl"],
    ["fa", "rtl"],
    ["ur", "rtl"],
    ["az-Arab", "rtl"],
    ["ar-Latn", "ltr"],
    ["ja", "ltr"],
  ])("%s runs %s", (lang, direction) => {
    expect(directionOf(lang)).toBe(direction);
  });
});

describe("text in a language", () => {
  it("is marked where the language is not the site's", () => {
    expect(inLanguage("ar", "en")).toEqual({ lang: "ar", dir: "rtl" });
    expect(inLanguage("de", "en")).toEqual({ lang: "de", dir: "ltr" });
  });

  it("is left alone where it is", () => {
    expect(inLanguage("en", "en")).toEqual({});
  });
});
