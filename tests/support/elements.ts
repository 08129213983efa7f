/** A piece of HTML as a browser's parser sees it: its elements, in order, with their attributes by name. */
import { elementsIn, parsePiece } from "./html.ts";

export interface FoundElement {
  name: string;
  attributes: Record<string, string>;
}

export function elementsOf(html: string): FoundElement[] {
  return elementsIn(parsePiece(html)).map(({ tagName, attrs }) => ({
    name: tagName,
    attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
  }));
}
