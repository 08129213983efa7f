/** Short names of emoji, as GitHub has them: `:tada:`, where a site's settings ask for it. A name that nobody knows stays. */
import type { StateCore } from "markdown-it";
import names from "markdown-it-emoji/lib/data/full.mjs";
import type { Extension } from "./extension.ts";
import { rewriteText } from "./tokens.ts";

/** The name of the rule. */
export const EMOJI = "emoji";

/** The same that `dialects/syntaxes.ts` names where the setting is off; a time such as `12:30:45` has none. */
const NAME = /(?<![\p{L}\p{N}_:/.]):([a-z\d+-][a-z\d_+-]{0,40}):(?![\p{L}\p{N}_:/])/gu;

const EMOJI_BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(names));

export const emoji: Extension = {
  // As dashes: what an author has escaped is no longer text of its own.
  parse: (md) => md.core.ruler.before("smartquotes", EMOJI, replaceNames),
};

function replaceNames({ tokens }: StateCore): void {
  const emojiOf = (written: string, name: string) => EMOJI_BY_NAME.get(name) ?? written;
  rewriteText(tokens, (text) => text.replace(NAME, emojiOf));
}
