/** What is looked for in a page, its tags and its letters, is all there, and shows which styles the page needs. */
import { describe, expect, it } from "vitest";
import { FURTHER } from "../../src/theme/alphabets.ts";
import { SHEETS } from "../../src/theme/style-sheets.ts";
import { tagsOfPage } from "../../src/theme/tags-of-page.ts";

describe("the tags of a page", () => {
  it("are there once each, in their order, without the text between them", () => {
    const html = '<html lang="en"><body class="essay"><p>One</p><p>Two &lt;b></p><a href="/x/?a>b">x</a></body></html>';
    expect(tagsOfPage(html)).toBe('<html lang="en"><body class="essay"><p><a href="/x/?a>b">');
  });

  it("stand behind its letters, each once, but for those of Latin-1", () => {
    expect(tagsOfPage('<html><p title="Ł">“Łódź”, “ź”</p>')).toBe('Ł“ź”<html><p title="Ł">');
  });
});

describe("the sheet of an alphabet", () => {
  const fontsFor = (html: string) =>
    SHEETS.filter(([name, needed]) => name.startsWith("fonts-") && needed.test(tagsOfPage(html))).map(([name]) => name);

  it.each<[name: string, letter: string]>([
    ...FURTHER.map(({ name, letters }) => [name, [...letters].at(0) ?? ""] satisfies [string, string]),
    ["hebrew", "א"],
    ["arabic", "ع"],
  ])("is on a page with a letter of it, in its text or in a tag: %s", (name, letter) => {
    expect(fontsFor(`<html><body><p>“So” – ${letter}</p>`)).toContain(`fonts-${name}`);
    expect(fontsFor(`<html><body><img alt="${letter}">`)).toContain(`fonts-${name}`);
  });

  it("is not on a page whose letters are all western", () => {
    expect(fontsFor("<html><body><p>“Größe” – œuvre, 5 €, ↩</p>")).toEqual([]);
  });
});
