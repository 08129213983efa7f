/** An image alone in its paragraph is a figure; its title is the caption. */
import type { StateCore } from "markdown-it";
import type { Extension } from "./extension.ts";

export const figures: Extension = {
  parse: (md) => md.core.ruler.before("smartquotes", "figures", markFigures),
  page: {
    figure_open: () => "<figure>",
    figure_close: () => "</figure>\n",
    caption_open: () => "\n<figcaption>",
    caption_close: () => "</figcaption>",
  },
};

function markFigures({ tokens, Token }: StateCore): void {
  tokens.forEach((open, index) => {
    const inline = tokens[index + 1];
    const close = tokens[index + 2];
    const [image, ...others] = inline?.children ?? [];
    if (open.type !== "paragraph_open" || close?.type !== "paragraph_close" || open.hidden) return;
    if (image?.type !== "image" || others.length > 0) return;
    open.type = "figure_open";
    close.type = "figure_close";
    const title = image.attrGet("title");
    if (!title) return;
    image.meta = { ...image.meta, isCaptioned: true };
    const text = new Token("text", "", 0);
    text.content = String(title);
    inline?.children?.push(new Token("caption_open", "", 1), text, new Token("caption_close", "", -1));
  });
}
