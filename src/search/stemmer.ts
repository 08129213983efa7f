/** Stems of words, by the rules of their language. Only the build needs rules: the index has the stems of every word. */
import { folded } from "./query/words/folding.ts";

type Rules = (word: string) => string;

const STEMMERS: Record<string, () => Promise<{ stemmer: Rules }>> = {
  ar: async () => ({ stemmer: arabic }),
  bg: () => import("@orama/stemmers/bulgarian"),
  da: () => import("@orama/stemmers/danish"),
  de: () => import("@orama/stemmers/german"),
  el: () => import("@orama/stemmers/greek"),
  en: () => import("@orama/stemmers/english"),
  es: () => import("@orama/stemmers/spanish"),
  fi: () => import("@orama/stemmers/finnish"),
  fr: () => import("@orama/stemmers/french"),
  ga: () => import("@orama/stemmers/irish"),
  he: async () => ({ stemmer: hebrew }),
  hi: () => import("@orama/stemmers/indian"),
  hu: () => import("@orama/stemmers/hungarian"),
  hy: () => import("@orama/stemmers/armenian"),
  id: () => import("@orama/stemmers/indonesian"),
  it: () => import("@orama/stemmers/italian"),
  ja: async () => ({ stemmer: japanese }),
  ko: async () => ({ stemmer: korean }),
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
/** The rules of languages in these scripts need accents; those of others need words without points. */
const ACCENTED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{M}]+$/u;

/**
 * Returns the stem of a word. Words with digits or signs are their own stems, and so are all words of a language without rules.
 * `form` is the word as it is indexed; `written` has its accents, by which French tells `isolé` from `isole`.
 */
export type Stem = (form: string, written?: string) => string;

/**
 * Stemmers for languages (BCP 47). Stems name their language, except for those of the site's own: `isolation` and `isolamento` are
 * both `isol`.
 */
export async function stemmersFor(languages: Iterable<string>, own: string): Promise<(language: string) => Stem> {
  const stems = new Map<string, Stem>();
  for (const language of new Set(languages)) {
    const stem = await stemmerFor(language);
    const { language: base } = new Intl.Locale(language);
    const isOwn = stem === itself || base === new Intl.Locale(own).language;
    stems.set(language, isOwn ? stem : (form, written) => `${stem(form, written)}:${base}`);
  }
  return (language) => stems.get(language) ?? itself;
}

export function itself(form: string): string {
  return form;
}

/** @param language BCP 47. */
async function stemmerFor(language: string): Promise<Stem> {
  const base = new Intl.Locale(language).language;
  const load = STEMMERS[base === "nb" || base === "nn" ? "no" : base];
  if (!load) return itself;
  const { stemmer } = await load();
  // By written word, from which the form follows.
  const stems = new Map<string, string>();
  return (form, written = form) => {
    const known = stems.get(written);
    if (known !== undefined) return known;
    const word = ACCENTED.test(written) ? written.toLocaleLowerCase(language) : form;
    const stem = (LETTERS.test(word) && folded(stemmer(word))) || form;
    stems.set(written, stem);
    return stem;
  };
}

const WITH_COMPOUNDS = new Set(["da", "de", "fi", "fo", "hu", "is", "nb", "nl", "nn", "no", "sv"]);

/** True for a language (BCP 47) with compounds such as `Datenbankverbindung`. */
export function hasCompounds(language: string): boolean {
  return WITH_COMPOUNDS.has(new Intl.Locale(language).language);
}

/** Endings of number, gender and possession, after Larkey, Ballesteros and Connell, Light Stemming for Arabic (2007): light10. */
function arabic(word: string): string {
  return word.replace(/^و(?=\p{L}{3})/u, "").replace(/(?<=\p{L}{2})(?:ها|ان|ات|ون|ين|يه|ه|ي)$/u, "");
}

/** Drops one prefix (and, the, in, as, to, from, that) and plural endings, if enough of the word is left. */
function hebrew(word: string): string {
  return word.replace(/^[והבכלמש](?=[א-ת]{4})/, "").replace(/(?<=[א-ת]{3})(?:ים|ות|ה|ת)$/, "");
}

/** Drops the long vowel at the end of a loan word, which about half of all texts leave out: サーバー, サーバ. */
function japanese(word: string): string {
  return word.replace(/(?<=^[\u30a1-\u30fa\u30fc]{3,})\u30fc$/, "");
}

const PARTICLES =
  /(?<=[가-힣]{2})(?:에서는|으로는|에게서|까지는|부터는|이라는|라는|에서|에게|으로|부터|까지|처럼|보다|이나|이란|하고|만큼|마다|조차|밖에|은|는|이|가|을|를|에|의|와|과|도|로|만|나|란)$/;

/** Drops the particles that follow a noun. */
function korean(word: string): string {
  return word.replace(PARTICLES, "");
}
