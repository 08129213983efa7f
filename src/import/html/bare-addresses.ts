/**
 * Addresses in a text, which the engine makes links of. As links they are written between `<` and `>`, so that no mark of
 * emphasis behind one is taken for a part of it.
 */
import type { Element } from "hast";
import { type Child, element, isElement, text } from "./hast.ts";

const ADDRESS = /\bhttps?:\/\/[^\s<>"'()[\]{}*~`|\\^$]+/gi;
const END = /[.,:;!?_\u2026…，。、！？；：]+$/u;

export function linkAddresses(parent: Element): void {
  parent.children = parent.children.flatMap((child): Child[] => {
    if (child.type === "text") return linked(child.value);
    if (isElement(child) && !isElement(child, "a", "code", "pre", "x-made", "x-figure")) linkAddresses(child);
    return [child];
  });
}

function linked(value: string): Child[] {
  const parts: Child[] = [];
  let end = 0;
  for (const { 0: match, index } of value.matchAll(ADDRESS)) {
    const address = match.replace(END, "");
    if (!URL.canParse(address)) continue;
    if (index > end) parts.push(text(value.slice(end, index)));
    parts.push(element("a", { href: address }, [text(address)]));
    end = index + address.length;
  }
  return end === 0 ? [text(value)] : [...parts, ...(end < value.length ? [text(value.slice(end))] : [])];
}
