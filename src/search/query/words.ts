/** Words as the index knows them, for what is indexed and for what is typed. */

/** What Pagefind leaves out of words, in its index and in queries. */
const PUNCTUATION = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;
const PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;
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

/** True for forms of one word, such as `stabilise` and `stabilising`, as far as endings tell. */
export function sameStem(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 3 && SUFFIXES.has(a.slice(same)) && SUFFIXES.has(b.slice(same));
}
