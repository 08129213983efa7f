/** The letters that a page of HTML shows, without the blanks between them: what an import must bring over. */
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

/** Not shown as text, or told by a line of the report. */
const UNSHOWN = new Set("script style svg canvas template iframe object head title".split(" "));

/** Quotation marks count as straight ones, since the engine sets them by the language. */
export function lettersOf(html: string): string {
  return shown(parseFragment(html))
    .replace(/[\s\u00A0]+/gu, "")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'");
}

function shown(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (UNSHOWN.has(node.nodeName) || !("childNodes" in node)) return "";
  return node.childNodes.map(shown).join("");
}
