/** The one name that a word can be a misspelling of. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onlyMeant } from "../../../src/content/problems/only-meant.ts";

describe("what was certainly meant", () => {
  it.each([
    { word: "Title", names: ["title", "date"], meant: "title" },
    { word: "open-source", names: ["open source", "case study"], meant: "open source" },
    { word: "descripton", names: ["description", "title"], meant: "description" },
    { word: "tilte", names: ["title", "date"], meant: "title" },
    { word: "warnning", names: ["warning", "note"], meant: "warning" },
  ])("$word is $meant", ({ word, names, meant }) => {
    expect(onlyMeant(word, names)).toBe(meant);
  });

  it.each([
    { name: "a word of few letters", word: "tga", names: ["tag"] },
    { name: "another number", word: "part-1", names: ["part-2"] },
    { name: "another first letter", word: "clocks", names: ["locks"] },
    { name: "two that are near", word: "figuer", names: ["figure", "figures"] },
    { name: "two that differ in case alone", word: "TITLE", names: ["title", "Title"] },
    { name: "two wrong letters", word: "descriptn", names: ["description"] },
    { name: "nothing near", word: "subtitle", names: ["date"] },
  ])("$name is none", ({ word, names }) => {
    expect(onlyMeant(word, names)).toBeUndefined();
  });

  it("is one of the candidates, and never the word itself", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (text, names) => {
        const meant = onlyMeant(text, names);
        if (meant !== undefined) expect(names.filter((name) => name !== text)).toContain(meant);
      }),
    );
  });
});
