/**
 * Words of one letter, at which Polish, Czech and Slovak end no line: the space behind them becomes one at which none ends
 * (PWN, Zasady pisowni; ČSN 01 6910; STN 01 6910).
 */
import type { StateCore } from "markdown-it";
import { type Extension, envOf } from "./extension.ts";
import { InlineText } from "./inline-text.ts";

const NO_BREAK = "\u00a0";
/** The space behind such a word, by language. */
const BEHIND: Readonly<Record<string, RegExp>> = {
  pl: spaceBehind("aiouwz"),
  cs: spaceBehind("aikosuvz"),
  sk: spaceBehind("aikosuvz"),
};

export const boundWords: Extension = {
  parse: (md) => {
    md.core.ruler.after("smartquotes", "bound_words", ({ tokens, env }: StateCore) => {
      const space = BEHIND[envOf(env).context.lang.split("-", 1)[0] ?? ""];
      if (!space) return;
      for (const { children } of tokens) {
        if (!children?.some(({ type, content }) => type === "text" && content.includes(" "))) continue;
        const inline = new InlineText(children);
        for (const { index } of inline.text.matchAll(space)) inline.replace(index, NO_BREAK);
      }
    });
  },
};

function spaceBehind(letters: string): RegExp {
  return new RegExp(`(?<=(?<![\\p{L}\\p{N}’'.-])[${letters}]) (?=\\S)`, "giu");
}
