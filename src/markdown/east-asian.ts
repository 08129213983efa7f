/**
 * Chinese, Japanese and Korean, whose words have no spaces around them. Emphasis may begin and end beside their punctuation
 * (`他说**“可以”**就走了。`), as https://github.com/tats-u/markdown-cjk-friendly amends CommonMark, and a line that ends
 * between two of their characters ends without a blank (CSS Text 3, section 4.1.3).
 */
import type { StateCore } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { type Extension, envOf } from "./extension.ts";
import { InlineText } from "./inline-text.ts";

export const eastAsian: Extension = {
  parse: (md) => {
    md.use(cjkFriendly);
    md.core.ruler.after("inline", "east_asian_line_ends", joinLines);
  },
};

/** Characters, and punctuation of their width; Korean has blanks between its words. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303F\u30FB\u30FC\uFF01-\uFF60\uFFE0-\uFFE6]/u;
/** As wide as a character in Chinese and Japanese, and nowhere else. */
const WIDE_THERE = /[“”‘’…—·]/;

function joinLines({ src, tokens, env }: StateCore): void {
  if (!WIDE.test(src)) return;
  const isThere = /^(zh|ja|yue|wuu|ii)\b/.test(envOf(env).context.lang);
  const isWide = (character: string) => WIDE.test(character) || (isThere && WIDE_THERE.test(character));
  for (const { children } of tokens) {
    if (!children?.some(({ type }) => type === "softbreak")) continue;
    const inline = new InlineText(children);
    for (const { token, at } of inline.lineEnds()) {
      const before = [...inline.text.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
      const after = [...inline.text.slice(at + 1, at + 3)][0] ?? "";
      const isJoined = isWide(before) && isWide(after) && (WIDE.test(before) || WIDE.test(after));
      if (isJoined) becomeNothing(token);
    }
  }
}

function becomeNothing(token: { type: string; content: string }): void {
  token.type = "text";
  token.content = "";
}
