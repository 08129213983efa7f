/** Inline code. Short code such as `FOR UPDATE` does not wrap. */
import { escapeMarkup } from "../content/text/escape.ts";
import type { Extension } from "./extension.ts";
import { tokenAt } from "./tokens.ts";

/** Fits a line of the narrowest screen with text at twice its size. */
const SHORT = 17;

export const inlineCode: Extension = {
  page: {
    code_inline: (tokens, index, _options, _env, { renderAttrs }) => {
      const token = tokenAt(tokens, index);
      if (token.content.length > SHORT) token.attrJoin("class", "long");
      return `<code${renderAttrs(token)}>${escapeMarkup(token.content)}</code>`;
    },
  },
  text: { code_inline: ({ content }) => content },
};
