/** Small questions about a tree of HTML, and changes of it. */
import type { Element, ElementContent, Nodes, Root, Text } from "hast";
import type { Nodes as MarkdownNode } from "mdast";

declare module "hast" {
  interface Element {
    /** Of an element that stands for Markdown which is made already; see `made`. */
    made?: MarkdownNode;
  }
}

export type Child = ElementContent;

/** Of a parsed tree: names are in lower case. So an element that has another name is still known to be an element. */
export type NamedElement = Element & { tagName: Lowercase<string> };

/** True for an element, of one of some names if any are given. */
export function isElement(node: Nodes | undefined): node is Element;
export function isElement(node: Nodes | undefined, ...names: string[]): node is NamedElement;
export function isElement(node: Nodes | undefined, ...names: string[]): boolean {
  return node?.type === "element" && (names.length === 0 || names.includes(node.tagName));
}

export function text(value: string): Text {
  return { type: "text", value };
}

export function element(
  tagName: string,
  properties: Element["properties"] = {},
  children: Child[] = [],
  at?: Nodes,
): Element {
  return { type: "element", tagName, properties, children, ...(at?.position && { position: at.position }) };
}

/** Nodes that elements may contain. */
export function contentIn({ children }: Root): Child[] {
  return children.filter((child) => child.type === "element" || child.type === "text" || child.type === "comment");
}

/** Markdown that stands in the place of an element. */
export function made(node: MarkdownNode, at?: Nodes): Element {
  return { ...element("x-made", {}, [], at), made: node };
}

/** An attribute as one text, whatever its kind; undefined where it is missing. */
export function attribute(node: Element, name: string): string | undefined {
  const value = node.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(" ") : String(value === true ? "" : value);
}

export function classesOf(node: Element): string[] {
  return (attribute(node, "className") ?? "").split(/\s+/).filter(Boolean);
}

export function hasClass(node: Nodes | undefined, pattern: RegExp): boolean {
  return isElement(node) && classesOf(node).some((name) => pattern.test(name));
}

/** All text below a node, as it was written. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** The text as one line. */
export function lineOf(node: Nodes): string {
  return textOf(node).replace(/\s+/g, " ").trim();
}

/** Below a node, not itself, in document order. */
export function* elementsIn(node: Element): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    yield child;
    yield* elementsIn(child);
  }
}

export function find(node: Element, isWanted: (element: Element) => boolean): Element | undefined {
  for (const one of elementsIn(node)) if (isWanted(one)) return one;
  return undefined;
}

/** Children that are more than blanks. */
export function contentOf(node: Element): Child[] {
  return node.children.filter((child) => child.type !== "comment" && !isBlank(child));
}

export function isBlank(node: Nodes): boolean {
  return node.type === "text" && node.value.trim() === "";
}

/** True for an element in which nothing is shown. */
export function isHollow(node: Nodes): boolean {
  if (node.type === "text") return node.value.trim() === "";
  if (node.type !== "element") return true;
  return !/^(img|br|hr|input|video|audio|iframe|x-.*|wbr)$/.test(node.tagName) && node.children.every(isHollow);
}

/**
 * Changes a tree from the innermost elements out: `change` gives what stands in an element's place, or undefined where it
 * stays.
 */
export function replaceIn(parent: Element, change: (element: Element, parent: Element) => Child[] | undefined): void {
  parent.children = parent.children.flatMap((child): Child[] => {
    if (child.type !== "element") return [child];
    replaceIn(child, change);
    return change(child, parent) ?? [child];
  });
}

/** The same from the outermost in: what is given back is not looked into. */
export function replaceFrom(parent: Element, change: (element: Element, parent: Element) => Child[] | undefined): void {
  parent.children = parent.children.flatMap((child): Child[] => {
    if (child.type !== "element") return [child];
    const changed = change(child, parent);
    if (!changed) replaceFrom(child, change);
    return changed ?? [child];
  });
}
