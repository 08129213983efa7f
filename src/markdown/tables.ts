/** Tables that scroll by themselves where the screen is narrower; alignment as a class, since a style would need a laxer security policy. */
import type { Token } from "markdown-it";
import type { Extension, RendererRules } from "./extension.ts";
import { tokenAt } from "./tokens.ts";

export const tables: Extension = {
  page: {
    table_open: () => '<div class="table" tabindex="0" role="group" aria-label="Table">\n<table>\n',
    table_close: () => "</table>\n</div>\n",
    ...cells((alignment) => ` class="${alignment}"`, ' scope="col"'),
  },
  feed: {
    table_open: () => "<table>\n",
    table_close: () => "</table>\n",
    ...cells(() => "", ""),
  },
};

function cells(attribute: (alignment: string) => string, scope: string): RendererRules {
  const open = (tokens: Token[], index: number) => {
    const { tag, attrs } = tokenAt(tokens, index);
    const alignment = attrs?.map(([, value]) => /^text-align:(center|right)$/.exec(String(value))?.[1]).find(Boolean);
    const name = nameOf(tag, tokens[index + 1]);
    return `<${name}${name === "th" ? scope : ""}${alignment ? attribute(alignment) : ""}>`;
  };
  return { th_open: open, td_open: open, th_close: (tokens, index) => `</${nameOf("th", tokens[index - 1])}>\n` };
}

/** A head that says nothing, such as the one above the rows' own names, heads nothing. */
function nameOf(tag: string, inline: Token | undefined): string {
  return inline?.content.trim() ? tag : "td";
}
