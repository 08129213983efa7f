/**
 * Spaces that French sets before its high marks, in guillemets and within numbers: those that the author typed become
 * ones at which no line ends (Imprimerie nationale, Lexique des règles typographiques). None is added, and none taken away.
 */
import type { StateCore } from "markdown-it";
import { type Extension, envOf } from "./extension.ts";
import { InlineText } from "./inline-text.ts";

const NARROW = "\u202f";
const NO_BREAK = "\u00a0";
/** Before high marks and within guillemets; a colon has a whole space. */
const AT_MARK = /(?<=\S) (?=[;!?]+(?:[\s»”’")\]]|$))|(?<=«) |(?<=\S) (?=»)/gu;
const BEFORE_COLON = /(?<=\S) (?=:(?:\s|$))/gu;
const IN_NUMBER = /(?<=(?<!\d)\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/gu;
const BEFORE_UNIT = /(?<=\d) (?=[%‰€$£°])/gu;

export const frenchSpaces: Extension = {
  parse: (md) => {
    md.core.ruler.after("smartquotes", "french_spaces", ({ tokens, env }: StateCore) => {
      if (!/^fr\b/.test(envOf(env).context.lang)) return;
      for (const { children } of tokens) {
        if (!children?.some(({ type, content }) => type === "text" && content.includes(" "))) continue;
        const inline = new InlineText(children);
        for (const [pattern, space] of [
          [AT_MARK, NARROW],
          [IN_NUMBER, NARROW],
          [BEFORE_COLON, NO_BREAK],
          [BEFORE_UNIT, NO_BREAK],
        ] as const) {
          for (const { index } of inline.text.matchAll(pattern)) inline.replace(index, space);
        }
      }
    });
  },
};
