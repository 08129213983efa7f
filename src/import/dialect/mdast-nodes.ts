/** Walks a Markdown tree, and asks its nodes for their types, places and words. */
import type { Definition, Image, ImageReference, Link, LinkReference, Node, Parent } from "mdast";

type Visitor = (node: Node, parent: Parent | undefined, isInLink: boolean) => "skip" | undefined;

export function visit(node: Node, visitor: Visitor, parent?: Parent, isInLink = false): void {
  if (visitor(node, parent, isInLink) === "skip" || !isParent(node)) return;
  const inLink = isInLink || node.type === "link" || node.type === "linkReference";
  for (const child of node.children) visit(child, visitor, node, inLink);
}

function isParent(node: Node): node is Parent {
  return "children" in node && Array.isArray(node.children);
}

interface Kinds {
  html: import("mdast").Html;
  code: import("mdast").Code;
  heading: import("mdast").Heading;
  image: Image;
  imageReference: ImageReference;
  link: Link;
  paragraph: import("mdast").Paragraph;
  linkReference: LinkReference;
  definition: Definition;
  footnoteDefinition: import("mdast").FootnoteDefinition;
  footnoteReference: import("mdast").FootnoteReference;
  text: import("mdast").Text;
}

export function isType<Kind extends keyof Kinds>(node: Node, type: Kind): node is Kinds[Kind] {
  return node.type === type;
}

export function rangeOf({ position }: Node): [start: number, end: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

export function lineOf({ position }: Node): number {
  return position?.start.line ?? 1;
}

export function wordsOf(node: Node): string {
  if (isType(node, "image") || isType(node, "imageReference")) return node.alt ?? "";
  if ("value" in node && typeof node.value === "string") return node.type === "html" ? "" : node.value;
  return isParent(node) ? node.children.map(wordsOf).join("") : "";
}

export function containsPicture(node: Node): boolean {
  return /^(image|imageReference|html)$/.test(node.type) || (isParent(node) && node.children.some(containsPicture));
}
