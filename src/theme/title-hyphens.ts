/**
 * Where long words of titles may be broken. Browsers break them by themselves only where they have the dictionary of the language:
 * Chromium on Windows and Linux loads its dictionaries later or never, and breaks a word at any letter meanwhile.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A word that fills a line of the narrowest screen, and how much of it stays on either side of a break, as in page.css. */
const LONG_WORD = /\p{L}{16,}/gu;
const LEAST_BESIDE = 6;
const SOFT_HYPHEN = "\u00ad";

/** The package's names for languages whose patterns have others than their tags. */
const NAMES: Readonly<Record<string, string>> = { no: "nb", el: "el-monoton", sr: "sr-cyrl" };

type Hyphenate = (text: string) => string;

const byLanguage = new Map<string, Hyphenate>();

/** The title with soft hyphens within its longest words; as it is in a language without patterns. `lang` is BCP 47. */
export function brokenTitle(title: string, lang: string): string {
  return title.replace(LONG_WORD, (word) => {
    let [broken, before] = ["", 0];
    for (const syllable of hyphenateFor(lang)(word).split(SOFT_HYPHEN)) {
      const isPlace = before >= LEAST_BESIDE && word.length - before >= LEAST_BESIDE;
      broken += isPlace ? SOFT_HYPHEN + syllable : syllable;
      before += syllable.length;
    }
    return broken;
  });
}

function hyphenateFor(lang: string): Hyphenate {
  const { language } = new Intl.Locale(lang);
  const name = NAMES[language] ?? language;
  const hyphenate = byLanguage.get(name) ?? load(name);
  byLanguage.set(name, hyphenate);
  return hyphenate;
}

/** Patterns are large, and few titles need them. */
function load(name: string): Hyphenate {
  try {
    const { hyphenateSync }: { hyphenateSync: Hyphenate } = require(`hyphen/${name}`);
    return hyphenateSync;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") return (text) => text;
    throw error;
  }
}
