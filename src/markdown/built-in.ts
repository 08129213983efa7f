/** The tokens that markdown-it makes and renders by itself. */
import type { Token } from "markdown-it";
import type { Extension, TextRules } from "./extension.ts";
import { plainText, SILENT } from "./words-of-tokens.ts";

const CONTAINERS =
  "paragraph heading blockquote bullet_list ordered_list list_item table thead tbody tr th td em strong s link".split(
    " ",
  );

const content = (token: Token) => token.content;
const space = () => " ";

export const builtIn: Extension = {
  text: {
    inline: ({ children }, env) => plainText(children ?? [], env).trim(),
    text: content,
    softbreak: space,
    hardbreak: space,
    hr: SILENT,
    ...silentContainers(),
  },
};

function silentContainers(): TextRules {
  return Object.fromEntries(
    CONTAINERS.flatMap((name) => [`${name}_open`, `${name}_close`]).map((type) => [type, SILENT]),
  );
}
