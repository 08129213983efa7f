/** Words as the index knows them, for what is indexed and for what is typed. */

/** What Pagefind leaves out of words, in its index and in queries. */
const PUNCTUATION = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;
const PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;
const NOT_IN_NAMES = /[^\p{L}\p{M}\p{N}_]+/u;
const SUFFIXES = new Set(
  "|s|es|e|ed|d|ing|ings|er|ers|or|ors|al|ally|ly|y|ies|ied|ion|ions|ation|ations|ement|ements|ment|ments|ive|ives|able".split(
    "|",
  ),
);

/** What stands between white space, as it was written. */
export function writtenWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => indexedForm(word) !== "");
}

/** `Don’t` → `dont`, `Größe:` → `große`, `crates.io` → `cratesio`. */
export function indexedForm(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").replace(PUNCTUATION, "").toLowerCase();
}

/** A word's pieces at punctuation and where its case changes: `std::makeFoo_bar` → `std`, `make`, `foo`, `bar`. */
export function partsOf(word: string): string[] {
  return word.match(PARTS)?.map(indexedForm) ?? [];
}

/** By what a word is found. */
export interface Forms {
  whole: string;
  parts: string[];
}

const SHORTEST_PART = 2;

const MOST_KNOWN = 20_000;
const known = new Map<string, Forms>();

/** Whole, and its parts at punctuation and where its case changes. Texts use the same words again and again. */
export function formsOf(word: string): Forms {
  const forms = known.get(word) ?? makeForms(word);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(word, forms);
  return forms;
}

function makeForms(word: string): Forms {
  const whole = indexedForm(word);
  const names = word.split(NOT_IN_NAMES).map(indexedForm);
  const parts = [...names, ...partsOf(word)].filter((part) => part.length >= SHORTEST_PART && part !== whole);
  return { whole, parts: [...new Set(parts)] };
}

/** True for forms of one word, such as `stabilise` and `stabilising`, as far as endings tell. */
export function sameStem(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 3 && SUFFIXES.has(a.slice(same)) && SUFFIXES.has(b.slice(same));
}
