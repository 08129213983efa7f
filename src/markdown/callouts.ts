/** Callouts as GitHub writes them: a quotation whose first line is `[!NOTE]`, `[!TIP]` and so on. */
import type { Env, StateCore, Token } from "markdown-it";
import { didYouMean } from "../content/problems/problem.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import type { PlainKey } from "../content/words/plurals.ts";
import { type Said, say } from "../content/words/words.ts";
import { type Extension, noteProblem, speechIn } from "./extension.ts";
import { closingIndex, tokenAt } from "./tokens.ts";
import { SILENT } from "./words-of-tokens.ts";

const LABELS: Record<string, PlainKey> = {
  NOTE: "note",
  TIP: "tip",
  IMPORTANT: "important",
  WARNING: "warning",
  CAUTION: "caution",
};
const MARKER = /^\[!([A-Za-z]+)\](?![([])[ \t]*(.*)$/;

export const callouts: Extension = {
  parse: (md) => md.core.ruler.push("callouts", markCallouts),
  page: {
    callout_open: (tokens, index, _options, env) => {
      const { info } = tokenAt(tokens, index);
      const { text, lang } = labelOf(info, env);
      const language = lang ? ` lang="${lang}"` : "";
      return `<div class="callout ${info.toLowerCase()}" role="note" aria-label="${text}">\n<p class="label"${language}>${text}</p>\n`;
    },
    callout_close: () => "</div>\n",
  },
  feed: {
    callout_open: (tokens, index, _options, env) =>
      `<blockquote>\n<p><strong>${labelOf(tokenAt(tokens, index).info, env).text}</strong></p>\n`,
    callout_close: () => "</blockquote>\n",
  },
  text: { callout_open: SILENT, callout_close: SILENT },
};

/** In the language of the text that it stands in. */
function labelOf(name: string, env: Env | undefined): Said {
  const { text, ...language } = say(speechIn(env), LABELS[name] ?? "note");
  return { text: escapeMarkup(text), ...language };
}

function markCallouts({ tokens, env }: StateCore): void {
  tokens.forEach((token, index) => {
    if (token.type !== "blockquote_open" || tokens[index + 1]?.type !== "paragraph_open") return;
    const inline = tokenAt(tokens, index + 2);
    const [, name, rest] = MARKER.exec(firstLine(inline)) ?? [];
    if (!name) return;
    if (rest) {
      const message = `"${rest.trim()}" stands on the line of [!${name}], and would make it a plain quotation`;
      noteProblem(env, "callout-text", token.map?.[0], message, "write it on a line of its own", rest.trim());
      return;
    }
    if (!Object.hasOwn(LABELS, name)) {
      const marker = `[!${name}]`;
      noteProblem(
        env,
        "callout",
        token.map?.[0],
        `"${marker}" is not a callout`,
        didYouMean(name, Object.keys(LABELS)),
        marker,
      );
      return;
    }
    const close = tokenAt(tokens, closingIndex(tokens, index));
    token.type = "callout_open";
    close.type = "callout_close";
    token.info = name;
    dropFirstLine(inline);
    if (inline.children?.length === 0) hideParagraph(tokens, index + 1);
  });
}

function firstLine({ content }: Token): string {
  return content.split("\n", 1)[0] ?? "";
}

function dropFirstLine(inline: Token): void {
  const children = inline.children ?? [];
  const end = children.findIndex(({ type }) => type === "softbreak" || type === "hardbreak");
  inline.children = end === -1 ? [] : children.slice(end + 1);
  inline.content = inline.content.split("\n").slice(1).join("\n");
}

function hideParagraph(tokens: Token[], open: number): void {
  for (const token of [tokens[open], tokens[open + 2]]) {
    if (token) token.hidden = true;
  }
}
