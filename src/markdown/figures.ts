/** An image alone in its paragraph is a figure; its title is the caption. */
import type { StateCore, Token } from "markdown-it";
import type { Extension } from "./extension.ts";
import { labelKey } from "./references/label.ts";
import { tokenKey } from "./token-key.ts";
import { tokenAt } from "./tokens.ts";
import { SILENT } from "./words-of-tokens.ts";

/** On an image whose title stands below it. */
export const captionedKey = tokenKey<true>("captioned");

export const figures: Extension = {
  parse: (md) => md.core.ruler.before("smartquotes", "figures", markFigures),
  page: {
    figure_open: (tokens, index, _options, _env, renderer) => `<figure${renderer.renderAttrs(tokenAt(tokens, index))}>`,
    figure_close: () => "</figure>\n",
    caption_open: () => "\n<figcaption>",
    caption_close: () => "</figcaption>",
  },
  text: { figure_open: SILENT, figure_close: SILENT, caption_open: () => " ", caption_close: SILENT },
};

/** What stands behind a picture that has a title; none behind one that has not. */
export function captionOf(image: Token, make: StateCore["Token"]): Token[] {
  const title = image.attrGet("title");
  if (!title) return [];
  captionedKey.set(image, true);
  const text = new make("text", "", 0);
  text.content = String(title);
  return [new make("caption_open", "", 1), text, new make("caption_close", "", -1)];
}

function markFigures({ tokens, Token }: StateCore): void {
  tokens.forEach((open, index) => {
    const inline = tokens[index + 1];
    const close = tokens[index + 2];
    const [image, ...others] = inline?.children ?? [];
    if (open.type !== "paragraph_open" || close?.type !== "paragraph_close" || open.hidden) return;
    if (image?.type !== "image" || others.length > 0) return;
    const id = labelKey.get(image);
    if (id !== undefined) {
      open.attrSet("id", id);
      labelKey.set(open, id);
    }
    const classes = image.attrGet("class");
    if (classes) open.attrJoin("class", String(classes));
    open.type = "figure_open";
    close.type = "figure_close";
    inline?.children?.push(...captionOf(image, Token));
  });
}
