/** Stems of words, by the rules of the site's language. Only the build needs them: the index says what the stem of a word is. */
const STEMMERS: Record<string, () => Promise<{ stemmer: (word: string) => string }>> = {
  ar: () => import("@orama/stemmers/arabic"),
  bg: () => import("@orama/stemmers/bulgarian"),
  da: () => import("@orama/stemmers/danish"),
  de: () => import("@orama/stemmers/german"),
  el: () => import("@orama/stemmers/greek"),
  en: () => import("@orama/stemmers/english"),
  es: () => import("@orama/stemmers/spanish"),
  fi: () => import("@orama/stemmers/finnish"),
  fr: () => import("@orama/stemmers/french"),
  ga: () => import("@orama/stemmers/irish"),
  hi: () => import("@orama/stemmers/indian"),
  hu: () => import("@orama/stemmers/hungarian"),
  hy: () => import("@orama/stemmers/armenian"),
  id: () => import("@orama/stemmers/indonesian"),
  it: () => import("@orama/stemmers/italian"),
  lt: () => import("@orama/stemmers/lithuanian"),
  ne: () => import("@orama/stemmers/nepali"),
  nl: () => import("@orama/stemmers/dutch"),
  no: () => import("@orama/stemmers/norwegian"),
  pt: () => import("@orama/stemmers/portuguese"),
  ro: () => import("@orama/stemmers/romanian"),
  ru: () => import("@orama/stemmers/russian"),
  sr: () => import("@orama/stemmers/serbian"),
  sv: () => import("@orama/stemmers/swedish"),
  ta: () => import("@orama/stemmers/tamil"),
  tr: () => import("@orama/stemmers/turkish"),
  uk: () => import("@orama/stemmers/ukrainian"),
};

const LETTERS = /^[\p{L}\p{M}]+$/u;

export type Stem = (word: string) => string;

/**
 * What the forms of a word have in common; a word with digits or signs is its own stem, and so is every word of a language
 * whose rules are not known.
 *
 * @param language BCP 47.
 */
export async function stemmerFor(language: string): Promise<Stem> {
  const base = new Intl.Locale(language).language;
  const load = STEMMERS[base === "nb" || base === "nn" ? "no" : base];
  if (!load) return (word) => word;
  const { stemmer } = await load();
  const stems = new Map<string, string>();
  return (word) => {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = (LETTERS.test(word) && stemmer(word)) || word;
      stems.set(word, stem);
    }
    return stem;
  };
}
