/** An inline block as its author wrote it, as far as it was taken for text: where the marks of other Markdowns are looked for. */
import type { Token } from "markdown-it";

/** Stands for what was understood: code, formulas, pictures, raw HTML, addresses. */
export const UNDERSTOOD = "\uFFFC";

/** Marks that leave nothing. */
const SILENT = new Set(["strong", "s", "link"].flatMap((name) => [`${name}_open`, `${name}_close`]));

/**
 * Characters that were escaped keep their backslash, and a line's end is a line's end. Marks of emphasis are left out, but
 * for underscores, which formulas have.
 */
export function inlineSource(tokens: Token[]): string {
  let source = "";
  let inAddress = false;
  for (const { type, markup, info, content } of tokens) {
    const isAddress = markup === "autolink" || markup === "linkify";
    if (type === "link_open" && isAddress) {
      inAddress = true;
      source += UNDERSTOOD;
    } else if (type === "link_close" && isAddress) inAddress = false;
    else if (inAddress) continue;
    else if (type === "text") source += content;
    else if (type === "text_special") source += info === "escape" ? markup : UNDERSTOOD;
    else if (type === "softbreak" || type === "hardbreak") source += "\n";
    else if (type === "em_open" || type === "em_close") source += markup === "_" ? "_" : "";
    else if (!SILENT.has(type)) source += UNDERSTOOD;
  }
  return source;
}
