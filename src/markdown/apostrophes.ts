/** Apostrophes at the beginning of a word, which look like quotation marks that open: ’90s, rock ’n’ roll, ’t kofschip. */

/** Words that begin with an apostrophe, by language: those that are never quoted, and those where no quotation mark closes later. */
const ELISIONS: Record<string, { always: string; alone: string }> = {
  en: { always: "tis twas twere twill", alone: "em til cause bout neath gainst cos round n" },
  nl: { always: "s t n k r m ns", alone: "" },
  af: { always: "n", alone: "" },
  de: { always: "", alone: "s ne nen nem ner n" },
};
/** Before `'n'`: then it is the letter that is spoken of. */
const NAMES_A_LETTER =
  /(?:^|\s)(?:letters?|characters?|variables?|names?|named|called|the|an?|of|by|is|as|if|where|for|to|in|with)\s$/i;

/** Places of straight marks in a paragraph's text that are apostrophes, whatever stands before them. */
export function apostrophesIn(text: string, lang: string): number[] {
  const [language = ""] = lang.split("-");
  const found = new Set<number>();
  for (const { index } of text.matchAll(/'(?<![\p{L}\p{N}]')/gu)) {
    const rest = text.slice(index + 1);
    if (isYear(rest, () => closesLater(rest)) || isElision(rest, language)) found.add(index);
    else if (language === "en" && /^n'(?=\s|$)/i.test(rest) && !NAMES_A_LETTER.test(text.slice(0, index))) {
      found.add(index).add(index + 2);
    }
  }
  return [...found];
}

/** A decade, `'90s`, or a year of two figures, `'69`. */
function isYear(rest: string, closes: () => boolean): boolean {
  if (/^\d0(?:s|er|ern)?\b(?!')/.test(rest)) return true;
  return /^\d\d(?![\p{L}\p{N}'])/u.test(rest) && !closes();
}

function isElision(rest: string, language: string): boolean {
  const { always = "", alone = "" } = ELISIONS[language] ?? {};
  const [word = ""] = /^\p{L}+/u.exec(rest) ?? [];
  if (!word || rest[word.length] === "'") return false;
  const isOneOf = (words: string) => words.split(" ").includes(word.toLowerCase());
  return isOneOf(always) || (isOneOf(alone) && !closesLater(rest));
}

/** True where a later mark can close a quotation: behind a word or a full stop, and before none. */
function closesLater(rest: string): boolean {
  return /[\p{L}\p{N}\p{P}]'(?![\p{L}\p{N}])/u.test(rest);
}
