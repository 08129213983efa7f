/** Typographic quotation marks and apostrophes, as the page's language has them; code stays as it is. */
import type { Extension } from "./extension.ts";
import { envOf } from "./extension.ts";

/** Outer and inner pairs by language; others get the English ones. */
const MARKS: Record<string, string[]> = {
  de: ["„", "“", "‚", "‘"],
  fr: ["«\u202F", "\u202F»", "“", "”"],
  es: ["«", "»", "“", "”"],
  it: ["«", "»", "“", "”"],
  pt: ["“", "”", "‘", "’"],
  pl: ["„", "”", "«", "»"],
  ru: ["«", "»", "„", "“"],
  sv: ["”", "”", "’", "’"],
  nl: ["‘", "’", "“", "”"],
};
const ENGLISH = ["“", "”", "‘", "’"];

export const quotes: Extension = {
  parse: (md) => {
    md.set({ typographer: true });
    md.disable("replacements");
    md.core.ruler.before("smartquotes", "quotes", ({ env }) => {
      const [language = ""] = envOf(env).context.lang.split("-");
      md.set({ quotes: MARKS[language] ?? ENGLISH });
    });
  },
};
