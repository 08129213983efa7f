/** Long words of titles may be broken at syllables, and nothing else is touched. */
import { describe, expect, it } from "vitest";
import { brokenTitle } from "../../src/theme/title-hyphens.ts";

const shown = (title: string, lang: string) => brokenTitle(title, lang).replaceAll("\u00ad", "|");

describe("a title", () => {
  it.each([
    ["de", "Die Warteschlangenverwaltung"],
    ["de-AT", "Donaudampfschifffahrtsgesellschaft"],
    ["fi", "Tietokantayhteydenhallinta"],
    ["en", "On internationalization"],
    ["nb", "Menneskerettighetsorganisasjon"],
  ])("in %s: %s", (lang, title) => {
    const broken = shown(title, lang);
    expect(broken.replaceAll("|", "")).toBe(title);
    expect(broken).toContain("|");
    const word = broken.split(" ").at(-1)?.split("|") ?? [];
    for (const end of [word[0], word.at(-1)]) expect(end?.length).toBeGreaterThanOrEqual(6);
  });

  it.each([
    ["de", "Datenbanken und Sperren"],
    ["ja", "データベーストランザクションサーバーメモリ"],
    ["xx", "Donaudampfschifffahrtsgesellschaft"],
    ["de", "SELECT_FOR_UPDATE_SKIP_LOCKED"],
  ])("in %s stays as it is: %s", (lang, title) => {
    expect(brokenTitle(title, lang)).toBe(title);
  });
});
