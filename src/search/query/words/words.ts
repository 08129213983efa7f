/** Splits text into words, the same way for the index and for queries. */
import { remembered } from "../remembered.ts";

/** What Pagefind leaves out of words, in its index and in queries. */
const PUNCTUATION = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;
const PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;
/** Between words; Pagefind writes U+200B where it has cut a text that has no spaces. */
export const SPACES = /[\s\u200b]+/u;
/** Accents and the like, but not the marks by which kana are other syllables. */
const MARKS = /(?![\u3099\u309a])\p{M}/gu;
const NOT_IN_NAMES = /[^\p{L}\p{M}\p{N}_]+/u;
const SUFFIXES = new Set(
  "|s|es|e|ed|d|ing|ings|er|ers|or|ors|al|ally|ly|y|ies|ied|ion|ions|ation|ations|ement|ements|ment|ments|ive|ives|able".split(
    "|",
  ),
);

/** The words between white space, as written; punctuation alone is not a word. */
export function writtenWords(text: string): string[] {
  return text.split(SPACES).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** True for text in a script that is written without spaces, such as Chinese, Japanese and Thai. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** Text that `segmented` cut into words, as it is read. */
export function unsegmented(text: string): string {
  return text.replace(SEAMS, "");
}

/** Punctuation marks of Chinese and Japanese, as a class for patterns. */
export const MARK = "[、。，．：；！？・「」『』（）《》〈〉【】]";
/** Between two words of such a script, and beside its punctuation marks, which Pagefind may set apart as well. */
const SEAMS = new RegExp(`(?<=${UNSPACED.source}) (?=${UNSPACED.source})|(?<=${MARK}) | (?=${MARK})`, "gu");

/** `Don’t` → `dont`, `Größe:` → `große`, `crates.io` → `cratesio`. */
export function indexedForm(word: string): string {
  return word.normalize("NFD").replace(MARKS, "").normalize("NFC").replace(PUNCTUATION, "").toLowerCase();
}

/** A word's pieces at punctuation and where its case changes: `std::makeFoo_bar` → `std`, `make`, `foo`, `bar`. */
export function partsOf(word: string): string[] {
  return (word.normalize("NFC").match(PARTS) ?? []).map(indexedForm).filter(Boolean);
}

/** By what a word is found. */
export interface Forms {
  whole: string;
  parts: string[];
}

const SHORTEST_PART = 2;

/** Whole, and its parts at punctuation and where its case changes. */
export const formsOf: (word: string) => Forms = remembered(makeForms);

function makeForms(word: string): Forms {
  const whole = indexedForm(word);
  const names = word.split(NOT_IN_NAMES).map(indexedForm);
  const parts = [...names, ...partsOf(word)].filter((part) => part.length >= SHORTEST_PART && part !== whole);
  return { whole, parts: [...new Set(parts)] };
}

/** How many letters the forms of a word have in common; two more where each has an ending of its own. */
export const LEAST_IN_COMMON = 3;

/** True for forms of one word, such as `stabilise` and `stabilising`, as far as endings tell. */
export function sameStem(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [first, second] = [a.slice(same), b.slice(same)];
  return (
    same >= (first && second ? LEAST_IN_COMMON + 2 : LEAST_IN_COMMON) && SUFFIXES.has(first) && SUFFIXES.has(second)
  );
}
