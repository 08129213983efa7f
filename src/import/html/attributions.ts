/** Who said what is quoted: behind the words, with a dash before the name, as `— Ada` stands below a quotation in Markdown. */
import type { Element } from "hast";
import { elementsIn, isElement, text, textOf } from "./hast.ts";
import { BLOCKS } from "./names.ts";

const ENDED = /[.!?…"”’»]\s*$/;
const HAS_DASH = /^\s*[-–—―~]/;

export function markAttributions(root: Element): void {
  for (const quotation of elementsIn(root)) {
    if (!isElement(quotation, "blockquote")) continue;
    const last = quotation.children.findLast((child) => isElement(child) || textOf(child).trim() !== "");
    const before = quotation.children.slice(0, last === undefined ? 0 : quotation.children.indexOf(last));
    const quoted = before.findLast((child) => textOf(child).trim() !== "" || isElement(child, "br"));
    // A name within a sentence is the title of a work.
    const isWithin =
      isElement(last, "cite") && quoted && !isElement(quoted, "br", ...BLOCKS) && !ENDED.test(textOf(quoted));
    const isBehind = quoted !== undefined && !isWithin;
    const isName = isElement(last, "cite", "footer") || (isElement(last, "p") && isCiteAlone(last));
    if (last && isElement(last) && isBehind && isName && !HAS_DASH.test(textOf(last)))
      last.children.unshift(text("— "));
  }
}

function isCiteAlone(paragraph: Element): boolean {
  const said = paragraph.children.filter((child) => textOf(child).trim() !== "");
  return said.length === 1 && isElement(said[0], "cite");
}
