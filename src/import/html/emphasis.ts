/**
 * Emphasis as Markdown can have it: without blanks at its ends, one in itself, or two side by side. Where its marks could not
 * be read, since a letter stands before them and a sign behind, the element is written instead.
 */
import type { Element } from "hast";
import { type Child, isElement, isHollow, replaceIn, text, textOf } from "./hast.ts";

const KINDS: Readonly<Record<string, string>> = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  del: "del",
  s: "del",
};
/** Chinese, Japanese and Korean, beside which marks are always read: see east-asian.ts. */
export const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Yi}\u3000-\u303F\u30FB\u30FC\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

export function tidyEmphasis(root: Element): void {
  replaceIn(root, (one) => {
    const kind = KINDS[one.tagName];
    if (kind === undefined) return undefined;
    one.tagName = kind;
    return withBlanksOutside({ ...one, properties: {}, children: flattened(one.children, kind) });
  });
  joinAlike(root);
  nameWherePlain(root, []);
}

/** The same emphasis within itself is removed. */
function flattened(children: readonly Child[], kind: string): Child[] {
  return children.flatMap((child): Child[] => {
    if (!isElement(child)) return [child];
    if (child.tagName === kind) return flattened(child.children, kind);
    return [{ ...child, children: flattened(child.children, kind) }];
  });
}

function withBlanksOutside(one: Element): Child[] {
  const children = [...one.children];
  const before: Child[] = [];
  const after: Child[] = [];
  for (let first = children[0]; first && isEdge(first); first = children[0]) before.push(...children.splice(0, 1));
  for (let last = children.at(-1); last && isEdge(last); last = children.at(-1)) after.unshift(...children.splice(-1));
  if (children.length === 0 || children.every(isHollow)) return [...before, ...children, ...after];
  const [first] = children;
  if (first?.type === "text") {
    const [blanks = ""] = /^\s+/.exec(first.value) ?? [];
    if (blanks) before.push(text(" "));
    children[0] = text(first.value.slice(blanks.length));
  }
  const last = children.at(-1);
  if (last?.type === "text") {
    const [blanks = ""] = /\s+$/.exec(last.value) ?? [];
    if (blanks) after.unshift(text(" "));
    children[children.length - 1] = text(last.value.slice(0, last.value.length - blanks.length));
  }
  return [...before, { ...one, children }, ...after];
}

function isEdge(child: Child): boolean {
  return isElement(child, "br") || (child.type === "text" && child.value.trim() === "") || isAnchor(child);
}

function isAnchor(child: Child): boolean {
  const node = isElement(child) ? child.made : undefined;
  return node?.type === "html" && node.data?.id !== undefined;
}

/** `<b>a</b><b>b</b>` is one, and so is code, whose marks side by side would be longer ones. */
function joinAlike(parent: Element): void {
  const children: Child[] = [];
  for (const child of parent.children) {
    const last = children.at(-1);
    if (
      isElement(child) &&
      isElement(last) &&
      child.tagName === last.tagName &&
      isElement(child, "strong", "em", "del", "code")
    ) {
      children[children.length - 1] = { ...last, children: [...last.children, ...child.children] };
    } else children.push(child);
  }
  parent.children = children;
  for (const child of children) if (isElement(child)) joinAlike(child);
}

/** Marks of emphasis that would not be read as such become elements, which are. `around` is what stands beside the parent. */
function nameWherePlain(parent: Element, around: readonly string[]): void {
  parent.children.forEach((child, index) => {
    if (!isElement(child)) return;
    const isMark = isElement(child, "strong", "em", "del");
    const before = edge(parent.children[index - 1], "end") ?? around[0] ?? " ";
    const after = edge(parent.children[index + 1], "start") ?? around[1] ?? " ";
    if (isMark) {
      const first = edge(child.children[0], "start") ?? " ";
      const last = edge(child.children.at(-1), "end") ?? " ";
      const isRead = opens(before, first) && opens(after, last) && ![before, after].includes("*");
      if (!isRead) child.properties["dataNamed"] = "";
    }
    nameWherePlain(child, isMark ? [before, after] : []);
  });
}

/** True where marks between two characters can begin emphasis; mirrored, where they can end it. */
function opens(outside: string, inside: string): boolean {
  if (/\s/.test(inside)) return false;
  if (!PUNCTUATION.test(inside)) return true;
  return /\s/.test(outside) || PUNCTUATION.test(outside) || EAST_ASIAN.test(outside) || EAST_ASIAN.test(inside);
}

/** The character with which a node begins or ends in Markdown; undefined where there is no node. */
function edge(child: Child | undefined, side: "start" | "end"): string | undefined {
  if (child === undefined) return undefined;
  if (child.type === "text") {
    const characters = [...(side === "start" ? child.value.slice(0, 4) : child.value.slice(-4))];
    return (side === "start" ? characters[0] : characters.at(-1)) ?? " ";
  }
  if (!isElement(child)) return " ";
  if (isElement(child, "strong", "em", "del")) return child.properties["dataNamed"] === "" ? "<" : "*";
  if (isElement(child, "br")) return " ";
  if (isElement(child, "x-made")) return child.made?.type === "html" ? "<" : "[";
  if (isElement(child, "code")) return "`";
  if (isElement(child, "a")) return side === "start" ? "[" : ")";
  if (isElement(child, "img")) return side === "start" ? "!" : ")";
  return textOf(child) === "" ? " " : "<";
}

/** True for emphasis that is written as an element. */
export function isNamed(one: Element): boolean {
  return one.properties["dataNamed"] === "";
}
