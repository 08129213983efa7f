/**
 * `--` and `---` as an en dash and an em dash, `...` as an ellipsis, where a site's settings ask for it. Two hyphens in front of a
 * word are a program's option, and stay.
 */
import type { StateCore } from "markdown-it";
import type { Extension } from "./extension.ts";
import { rewriteText } from "./tokens.ts";

/** The name of the rule. */
export const DASHES = "dashes";

const REPLACED: readonly [written: RegExp, dash: string][] = [
  [/(?<![-\s])---(?=[^-\s]|$)|(?<=^|\s)---(?=\s|$)/g, "—"],
  [/(?<![-\s]|^)--(?=[^-\s])|(?<=\s)--(?=\s)/g, "–"],
  [/(?<!\.)\.\.\.(?!\.)/g, "…"],
];

export const dashes: Extension = {
  // As quotation marks: what an author has escaped is no longer text of its own.
  parse: (md) => md.core.ruler.before("smartquotes", DASHES, replaceDashes),
};

function replaceDashes({ tokens }: StateCore): void {
  rewriteText(tokens, (text) => REPLACED.reduce((words, [written, dash]) => words.replace(written, dash), text));
}
