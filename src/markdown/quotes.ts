/** Typographic quotation marks and apostrophes, as the page's language has them; code stays as it is. */
import type { StateCore } from "markdown-it";
import { type QuotationMarks, quotationMarksOf } from "../content/text/quotation-marks.ts";
import { apostrophesIn } from "./apostrophes.ts";
import { type Extension, envOf } from "./extension.ts";
import { InlineText } from "./inline-text.ts";

export const quotes: Extension = {
  parse: (md) => {
    md.set({ typographer: true });
    md.disable("replacements");
    md.core.ruler.before("smartquotes", "quotes", (state) => {
      const { lang } = envOf(state.env).context;
      const marks = quotationMarksOf(lang);
      md.set({ quotes: marks });
      setByHand(state, lang, marks);
    });
  },
};

/** What the rule of markdown-it, which goes by blanks and punctuation, would get wrong. */
function setByHand({ tokens }: StateCore, lang: string, marks: QuotationMarks): void {
  for (const { children } of tokens) {
    if (!children?.some(({ type, content }) => type === "text" && /["']/.test(content))) continue;
    const inline = new InlineText(children);
    for (const at of apostrophesIn(inline.text, lang)) inline.replace(at, "’");
    const places = [...pairsIn(inline.text, '"', marks[0], marks[1]), ...pairsIn(inline.text, "'", marks[2], marks[3])];
    // From the last on, since a mark may be longer than what it stands for.
    for (const [at, mark] of places.sort(([a], [b]) => b - a)) inline.replace(at, mark);
  }
}

/** Scripts whose words stand without blanks, or (Korean) take their endings behind a closing mark. */
const CLOSE_SET =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF01-\uFF60]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** The marks of a paragraph by turns, where one stands between two letters without a blank: `他说"可以"就走了`. */
function pairsIn(text: string, quote: string, open: string, close: string): [at: number, mark: string][] {
  if (!text.includes(quote) || !CLOSE_SET.test(text)) return [];
  const places = [...text.matchAll(new RegExp(quote, "g"))]
    .map(({ index }) => index)
    .filter((at) => !isWithinWord(text, at));
  const isClose = (at: number) =>
    CLOSE_SET.test(characterBefore(text, at)) || CLOSE_SET.test(text.slice(at + 1, at + 3));
  const isUnclear = (at: number) =>
    isClose(at) && LETTER.test(characterBefore(text, at)) && LETTER.test(characterAfter(text, at));
  if (places.length % 2 === 1 || !places.some(isUnclear)) return [];
  return places.map((at, index) => [at, index % 2 === 0 ? open : close]);
}

/** An apostrophe, or the Hebrew mark of an abbreviation. */
function isWithinWord(text: string, at: number): boolean {
  const [before, after] = [characterBefore(text, at), characterAfter(text, at)];
  return LETTER.test(before) && LETTER.test(after) && !CLOSE_SET.test(before) && !CLOSE_SET.test(after);
}

function characterBefore(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
}

function characterAfter(text: string, at: number): string {
  return [...text.slice(at + 1, at + 3)][0] ?? "";
}
