/** Splits text into words, the same way for the index and for queries. */
import { remembered } from "../remembered.ts";
import { folded } from "./folding.ts";
import { operatorsIn } from "./operators.ts";

/** Marks around words, as a class for patterns. */
const PUNCTUATION = "[\\p{Pd}\\p{Pe}\\p{Pf}\\p{Pi}\\p{Po}\\p{Ps}]";
const PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;
/** What separates words. Pagefind puts U+200B between the words of scripts without spaces. */
export const SPACES = /[\s\u200b]+/u;
const NOT_IN_NAMES = /[^\p{L}\p{M}\p{N}_]+/u;
const SUFFIXES = new Set(
  "|s|es|e|ed|d|ing|ings|er|ers|or|ors|al|ally|ly|y|ies|ied|ion|ions|ation|ations|ement|ements|ment|ments|ive|ives|able".split(
    "|",
  ),
);

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/** The words between white space, as written; punctuation alone is not a word, but an operator is. */
export function writtenWords(text: string): string[] {
  return text.split(SPACES).filter(isWord);
}

/** True if what is between white space counts as a word. */
export function isWord(written: string): boolean {
  return hasLetters(written) || operatorsIn(written).length > 0;
}

/** True for text with letters or digits. */
export function hasLetters(text: string): boolean {
  return LETTER_OR_NUMBER.test(text);
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A quick test that rules out most texts: these ranges hold all such scripts, and some others. */
const FAR_EAST = /[\u0e00-\u1fff\u2e80-\uffff]/;

/** True for text in a script that is written without spaces, such as Chinese, Japanese and Thai. */
export function isUnspaced(text: string): boolean {
  return FAR_EAST.test(text) && UNSPACED.test(text);
}

/** Undoes `segmented`. */
export function unsegmented(text: string): string {
  return text.replace(SEAMS, "");
}

/** Punctuation marks of Chinese and Japanese, as a class for patterns. */
export const MARK = "[、。，．：；！？・「」『』（）《》〈〉【】]";
/** Spaces between two words of such a script, and beside its punctuation marks. */
const SEAMS = new RegExp(`(?<=${UNSPACED.source}) (?=${UNSPACED.source})|(?<=${MARK}) | (?=${MARK})`, "gu");

/** Marks that are left out of a word's form: `auto-install` is `autoinstall`, and `Don’t` is `dont`. */
const JOINTS = /[\p{Pd}'’]/gu;
const BEFORE = new RegExp(`^${PUNCTUATION}+`, "u");
/** A mark that begins a name: `.config`, `#define`, `@media`, but not the last full stop of `...and`. */
const BEGINS_NAME = /[#@./\\]/u;
/** Articles and the like that lose their vowel before a word: French and Catalan `l’index`, Italian `dell’indice`. */
const ELIDED =
  /^(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr|un|quest|quell|(?:de|ne|a|su|da|co)ll|gl|dov|com|senz|anch)['’](?=\p{L}{2})/u;
/** The Arabic article, with what may be joined to it: and, with, as, so, for. */
const ARABIC_ARTICLE = /^(?:[وبكف]?ال|لل)(?=\p{L}{3})/u;
/** Marks after a word, except for the `#` of `C#`. */
const AFTER = new RegExp(`(?:(?!(?<=\\p{L})#)${PUNCTUATION})+$`, "u");

/** Most words, and most of the names in code, have nothing to leave out. */
const PLAIN = /^[A-Za-z\d]+$/;

/**
 * A word without its accents and the marks around it: `Größe:` → `grosse`, `(crates.io)` → `crates.io`, `“C++,”` → `c++`,
 * `d’index` → `index`. Signs within a word stay, so that `1.62` is not `162`, and so do operators.
 */
export function indexedForm(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  if (!hasLetters(word)) return operatorsIn(word)[0] ?? "";
  const bare = folded(word)
    .replace(AFTER, "")
    .replace(BEFORE, (marks) => {
      const last = marks.slice(-1);
      return BEGINS_NAME.test(last) && marks.at(-2) !== last ? last : "";
    });
  return bare.replace(ELIDED, "").replace(JOINTS, "").replace(ARABIC_ARTICLE, "");
}

/** A word's parts at punctuation and where its case changes: `std::makeFoo_bar` → `std`, `make`, `foo`, `bar`. */
export function partsOf(word: string): string[] {
  return (word.normalize("NFC").match(PARTS) ?? []).map(indexedForm).filter(Boolean);
}

/** The forms by which a word is found. */
export interface Forms {
  whole: string;
  /** The words and names in it: `thread` and `yield_now` of `thread::yield_now();`, `<b>` of `<b>bold</b>`. */
  pieces: string[];
  /** Parts of names and numbers, which count only if no page has them as words: `yield` of `yield_now`. */
  parts: string[];
}

const SHORTEST_PIECE = 2;
const NUMBER = /^\p{N}+$/u;
/** Marks around names that have signs of their own, as in `swap(&mut x)`, and between them, as in `C++/C#`. */
const AROUND = /[\p{Pe}\p{Pf}\p{Pi}\p{Ps}\s"'`,;]+/u;
const BETWEEN = /[\p{Pd}:!?|\\/]+/u;
const TAG = /<\/?\p{L}[\p{L}\p{N}-]*\/?>/gu;
const VERSION = /\p{N}+(?:\.\p{N}+)+/gu;

/** Each form once. */
export const formsOf: (word: string) => Forms = remembered(makeForms);

function makeForms(word: string): Forms {
  const whole = indexedForm(word);
  const cut = word.normalize("NFC");
  const names = cut.split(NOT_IN_NAMES).map(indexedForm);
  const versions = cut.match(VERSION) ?? [];
  const inner = cut.replace(TAG, " ").split(AROUND);
  const signed = [...inner, ...inner.flatMap((name) => name.split(BETWEEN)), ...(cut.match(TAG) ?? []), ...versions]
    .map(indexedForm)
    .filter((piece) => !isPlain(piece));
  const [pieces, numbers] = [new Set<string>(), new Set<string>()];
  for (const name of [...names, ...signed, ...operatorsIn(cut)]) {
    if (name.length < SHORTEST_PIECE || name === whole) continue;
    const isOfVersion = NUMBER.test(name) && versions.some((version) => version.split(".").includes(name));
    (isOfVersion ? numbers : pieces).add(name);
  }
  const parts = partsOf(cut).filter((part) => part.length >= SHORTEST_PIECE && part !== whole && !pieces.has(part));
  return { whole, pieces: [...pieces], parts: [...new Set([...numbers, ...parts])] };
}

/** True for words without signs. */
function isPlain(form: string): boolean {
  return !NOT_IN_NAMES.test(form);
}

/** So many letters forms of a word have in common at least; two more if each has an ending of its own. */
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
