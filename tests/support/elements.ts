/** A piece of HTML as a browser's parser sees it: its elements, in order. */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

export interface FoundElement {
  name: string;
  attributes: Record<string, string>;
}

export function elementsOf(html: string): FoundElement[] {
  return elementsIn(parseFragment(html));
}

function elementsIn(node: DefaultTreeAdapterTypes.ParentNode): FoundElement[] {
  return node.childNodes.flatMap((child) => {
    if (!("tagName" in child)) return [];
    const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
    return [{ name: child.tagName, attributes }, ...elementsIn(child)];
  });
}
