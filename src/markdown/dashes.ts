/**
 * `--` and `---` as an en dash and an em dash, `...` as an ellipsis, where a site's settings ask for it. Two hyphens in front of a
 * word are a program's option, and stay.
 */
import type { StateCore } from "markdown-it";
import type { Extension } from "./extension.ts";

/** The name of the rule. */
export const DASHES = "dashes";

const REPLACED: readonly [written: RegExp, typographic: string][] = [
  [/(?<![-\s])---(?=[^-\s]|$)|(?<=^|\s)---(?=\s|$)/g, "—"],
  [/(?<![-\s]|^)--(?=[^-\s])|(?<=\s)--(?=\s)/g, "–"],
  [/(?<!\.)\.\.\.(?!\.)/g, "…"],
];

export const dashes: Extension = {
  // As quotation marks: what an author has escaped is no longer text of its own.
  parse: (md) => md.core.ruler.before("smartquotes", DASHES, replaceDashes),
};

function replaceDashes({ tokens }: StateCore): void {
  for (const { children } of tokens) {
    let inAddress = 0;
    for (const token of children ?? []) {
      // An address that is its own text.
      if (token.type === "link_open" && token.info === "auto") inAddress++;
      if (token.type === "link_close" && token.info === "auto") inAddress--;
      if (token.type !== "text" || inAddress > 0) continue;
      for (const [written, typographic] of REPLACED) token.content = token.content.replace(written, typographic);
    }
  }
}
