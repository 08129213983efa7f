/** A page as a list of all that it says, so that two pages can be compared element by element. */
import { attributeOf, type Element, elementsIn, parsePage } from "./html.ts";

/** For each element its name, its attributes and its own text; JSON-LD as the data that it is. */
export function linesOf(html: string): string[] {
  return elementsIn(parsePage(html)).map(lineOf);
}

function lineOf(element: Element): string {
  const attributes = element.attrs.map(({ name, value }) => `${name}=${value}`);
  return [element.tagName, ...attributes, ...ownText(element)].join("¦");
}

function ownText(element: Element): string[] {
  const texts = element.childNodes.flatMap((child) => ("value" in child ? child.value : []));
  if (attributeOf(element, "type") !== "application/ld+json") return texts;
  return leavesOf(JSON.parse(texts.join("")), "");
}

function leavesOf(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [`${path}: ${value}`];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
}
