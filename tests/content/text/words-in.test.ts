import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords } from "../../../src/content/text/words.ts";
import { wordsIn } from "../../../src/content/text/words-in.ts";

const WESTERN = Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)).concat([..."‘’“”–—…"]);
const texts = fc.array(fc.constantFrom(...WESTERN, "'", "’", ".", "-", "a", "Z", "7"), { maxLength: 60 });

describe("wordsIn", () => {
  const pattern = /[\p{L}][\p{L}\p{N}'’.+#-]*[\p{L}\p{N}+#]/gu;
  const find = wordsIn(pattern);

  it("finds in a western text what the pattern for all scripts finds", () => {
    for (const letter of WESTERN)
      expect([letter, find(`${letter}${letter}`)]).toEqual([letter, `${letter}${letter}`.match(pattern) ?? []]);
    fc.assert(
      fc.property(texts, (characters) => {
        const text = characters.join("");
        expect(find(text)).toEqual(text.match(pattern) ?? []);
      }),
    );
  });

  it.each(["Łódź und Kraków", "Ελληνικά και Latin", "café 漢字 x1", "mañana…"])("finds words in %s", (text) => {
    expect(find(text)).toEqual(text.match(pattern));
  });
});

describe("countWords", () => {
  it("counts the words of a western text the same where other scripts stand beside them", () => {
    fc.assert(
      fc.property(texts, (characters) => {
        const text = characters.join("");
        expect(countWords(`${text} Ж`).words).toBe(countWords(text).words + 1);
      }),
    );
  });
});
