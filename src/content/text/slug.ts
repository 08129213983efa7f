/** Slugs, the names in addresses: lower case, words joined by hyphens, in any script or in Latin letters. */
import { inLatinLetters, type Spelling } from "./latin-letters.ts";

const SLUG = /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}._-]*$/u;
const SLUG_WORD = /[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_]+/gu;
/** What a slug may hold and not begin with. */
const NO_START = /^[^\p{Ll}\p{Lo}\p{N}]+/u;
type NamedCharacters = Readonly<Record<string, string>>;
const NAMED_CHARACTERS: NamedCharacters = { "+": "plus", "#": "sharp", "&": "and", "@": "at", "%": "percent" };
/** As other languages say them, by their first part; `C++` and `C#` are called the same in all. */
const NAMED_ELSEWHERE: Readonly<Record<string, NamedCharacters>> = {
  cs: { "&": "a", "%": "procent" },
  da: { "&": "og", "%": "procent" },
  de: { "&": "und", "%": "prozent" },
  es: { "&": "y", "%": "por ciento" },
  fr: { "&": "et", "%": "pour cent" },
  id: { "&": "dan", "%": "persen" },
  it: { "&": "e", "%": "per cento" },
  nb: { "&": "og", "%": "prosent" },
  nl: { "&": "en", "%": "procent" },
  pl: { "&": "i", "%": "procent" },
  pt: { "&": "e", "%": "por cento" },
  sv: { "&": "och", "%": "procent" },
  tr: { "&": "ve", "%": "yüzde" },
};

/** True for text that may be one part of an address as it is. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/**
 * A slug for any text: `Row-level security` → `row-level-security`, `C++` → `c-plus-plus`, an emoji → its code point. In its
 * own letters, unless there is a spelling in Latin ones. Signs are named in the language, if it is said, else in English.
 */
export function slugOf(text: string, spelling?: Spelling, language = spelling?.language): string {
  const named = (sign: string) => ` ${inLetters(nameOf(sign, language), spelling)} `;
  const spelt = inLetters(text, spelling).replace(/[+#&@%]/g, named);
  return hyphenate(spelt, SLUG_WORD).replace(NO_START, "") || codePoints(text);
}

function nameOf(sign: string, language: string | undefined): string {
  const own = language === undefined ? undefined : NAMED_ELSEWHERE[new Intl.Locale(language).language];
  return own?.[sign] ?? NAMED_CHARACTERS[sign] ?? "";
}

/** The anchor of a heading, as GitHub makes them: punctuation goes, spaces become hyphens. */
export function anchorOf(text: string, spelling?: Spelling): string {
  return hyphenate(inLetters(text, spelling).replace(/['’"“”.,:;!?()[\]{}<>`*/\\|+#&@%=~^$]/g, "")) || codePoints(text);
}

function inLetters(text: string, spelling: Spelling | undefined): string {
  return spelling ? inLatinLetters(text, spelling) : text;
}

function hyphenate(text: string, word = /[\p{L}\p{M}\p{N}_]+/gu): string {
  const words = text.normalize("NFC").toLowerCase().match(word);
  return words?.join("-") ?? "";
}

function codePoints(text: string): string {
  const points = [...text.trim()].map((char) => char.codePointAt(0)?.toString(16));
  return points.length > 0 ? `u${points.join("-")}` : "section";
}
