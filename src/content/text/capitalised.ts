/** Text as at a sentence's start, by its language. */

/** Letters that have a form of their own at the start of a word, unlike in capitals alone. */
const TITLE_LETTERS: Readonly<Record<string, string>> = { ǆ: "ǅ", ǉ: "ǈ", ǌ: "ǋ", ǳ: "ǲ" };
/** Small letters of scripts that begin no word with a large one. */
const UNCHANGED = /^\p{Script=Georgian}/u;

/**
 * `istanbul` → `İstanbul` in Turkish, `ijs` → `IJs` in Dutch, `ﬁn` → `Fin`; Greek keeps the accent that it has not in capitals.
 *
 * @param language BCP 47.
 */
export function capitalised(text: string, language: string): string {
  const [first = ""] = text;
  if (UNCHANGED.test(first)) return text;
  const base = new Intl.Locale(language).language;
  const [digraph] = (base === "nl" && /^(?:i\u0301?|í)j/.exec(text)) || [];
  if (digraph) return digraph.toUpperCase() + text.slice(digraph.length);
  // In Greek capitals have no accents, and those of a word's first letter have.
  const capital = TITLE_LETTERS[first] ?? (base === "el" ? first.toUpperCase() : first.toLocaleUpperCase(language));
  const [one = "", ...others] = capital;
  // Where one letter becomes two, such as ß or ﬁ, only the first of them is large.
  return one + others.join("").toLocaleLowerCase(language) + text.slice(first.length);
}
