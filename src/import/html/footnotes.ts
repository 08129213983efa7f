/**
 * Footnotes, however they were made: a link to a note that links back. Classes don't matter, since every plugin has its
 * own; the two links are enough.
 */
import type { Element } from "hast";
import {
  attribute,
  type Child,
  element,
  elementsIn,
  hasClass,
  isElement,
  isHollow,
  lineOf,
  made,
  replaceFrom,
  text,
  textOf,
} from "./hast.ts";

/** The text of references and links back. */
const MARK = /^[\s([{]*(?:\d{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,3}|note\s*\d+|fn\d+|ref)[\s)\]}.:]*$/i;
const BACK =
  /^[\s([]*(?:[↩↵⏎^↑⬆←⇧🔙]\uFE0E?\uFE0F?\d*|back|return|zurück|retour|\d{1,4}|[*†‡§]|jump up|#)[\s)\].]*(?:to (?:text|content|article))?$/iu;
const TITLE = /^(foot|end)?notes?:?$|^(fußnoten|anmerkungen|notes de bas de page|notas|脚注|注释|footnote)$/i;

/** Puts references and notes of Markdown in the place of those in the tree; gives the ids that stand for notes now. */
export function readFootnotes(root: Element): void {
  const parents = parentsIn(root);
  const order = new Map([...elementsIn(root)].map((one, index) => [one, index]));
  const isBefore = (one: Element, other: Element) => (order.get(one) ?? 0) < (order.get(other) ?? 0);
  const byId = new Map<string, Element>();
  for (const one of elementsIn(root)) {
    for (const name of [attribute(one, "id"), isElement(one, "a") ? attribute(one, "name") : undefined]) {
      if (name && !byId.has(name)) byId.set(name, one);
    }
  }
  const notes = new Map<Element, { label: string; backs: Set<Element> }>();
  const references = new Map<Element, string>();
  for (const link of elementsIn(root)) {
    if (!isElement(link, "a")) continue;
    const note = noteOf(link, byId, parents, references);
    // A note comes after its reference; otherwise the link back would be taken for one.
    if (!note || !isBefore(link, note.holder)) continue;
    const known = notes.get(note.holder) ?? { label: String(notes.size + 1), backs: new Set() };
    for (const back of note.backs) known.backs.add(back);
    notes.set(note.holder, known);
    references.set(note.reference, known.label);
  }
  if (notes.size === 0) return;
  const containers = new Set<Element>();
  const written: Element[] = [];
  for (const [holder, { label, backs }] of notes) {
    const above = parents.get(holder);
    if (above) containers.add(above);
    written.push(element("x-note", { dataLabel: label }, noteContent(holder, backs), holder));
  }
  replaceFrom(root, (one) => {
    const label = references.get(one);
    if (label !== undefined) return [made({ type: "footnoteReference", identifier: label, label }, one)];
    return notes.has(one) ? [] : undefined;
  });
  for (const container of containers) dropEmptied(container, parents);
  root.children = [...root.children, ...written];
}

interface Note {
  /** The link, or the `<sup>` around it. */
  reference: Element;
  /** The element with the note's text. */
  holder: Element;
  backs: Element[];
}

function noteOf(
  link: Element,
  byId: Map<string, Element>,
  parents: Map<Element, Element>,
  references: Map<Element, string>,
): Note | undefined {
  const target = byId.get(anchorOf(link) ?? "");
  if (!target || !MARK.test(lineOf(link)) || isWithin(link, target, parents)) return undefined;
  const reference = referenceOf(link, parents);
  if ([...references.keys()].some((one) => one === reference)) return undefined;
  const names = new Set(
    [link, reference, ...elementsIn(reference)].flatMap((one) => [attribute(one, "id"), attribute(one, "name")]),
  );
  const before = previousElement(reference, parents);
  if (before && isHollow(before)) for (const name of ["id", "name"]) names.add(attribute(before, name));
  const holder = holderOf(target, parents);
  if (!holder || isWithin(reference, holder, parents)) return undefined;
  const backs = [holder, ...elementsIn(holder)].filter((one) => {
    const to = isElement(one, "a") ? anchorOf(one) : undefined;
    return to !== undefined && (names.has(to) || /^fnref/i.test(to)) && (BACK.test(lineOf(one)) || one === target);
  });
  const isMarked =
    hasClass(holder, /footnote/i) ||
    [reference, link].some((one) => hasClass(one, /footnote/i) || attribute(one, "dataFn"));
  return backs.length > 0 || isMarked ? { reference, holder, backs } : undefined;
}

/** `#x` of a link within the page. */
function anchorOf(link: Element): string | undefined {
  const [, anchor] = /^(?:https?:\/\/[^#]*)?#(.+)$/.exec(attribute(link, "href") ?? "") ?? [];
  if (anchor === undefined) return undefined;
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** The outermost element that holds a link and nothing else: `<sup>[<a>1</a>]</sup>`. */
function referenceOf(link: Element, parents: Map<Element, Element>): Element {
  const above = parents.get(link);
  if (!isElement(above, "sup", "span", "small") || !MARK.test(lineOf(above))) return link;
  return referenceOf(above, parents);
}

/** The item, paragraph or part that a note stands in. */
function holderOf(target: Element, parents: Map<Element, Element>): Element | undefined {
  for (let at: Element | undefined = target; isElement(at); at = parents.get(at)) {
    if (isElement(at, "li", "aside", "dd") || (isElement(at, "div") && hasClass(at, /footnote|note/i))) return at;
    if (isElement(at, "p", "div")) {
      const above = parents.get(at);
      return isElement(above, "li") ? above : at;
    }
  }
  return undefined;
}

function noteContent(holder: Element, backs: Set<Element>): Child[] {
  const copy = { ...holder, children: [...holder.children] };
  replaceFrom(copy, (one) =>
    backs.has(one) || (isElement(one, "sup") && isHollowWithout(one, backs)) ? [] : undefined,
  );
  dropMark(copy);
  return copy.children;
}

function isHollowWithout(one: Element, backs: Set<Element>): boolean {
  return [...elementsIn(one)].some((inner) => backs.has(inner)) && MARK.test(lineOf(one));
}

/** The number at the start of a note, and what was before and behind a link back. */
function dropMark(note: Element): void {
  const first = note.children.find((child) => textOf(child).trim() !== "");
  if (isElement(first, "p", "div", "span")) dropMark(first);
  if (isElement(first, "sup") && MARK.test(lineOf(first))) first.children = [];
  if (first?.type === "text") {
    const position = note.children.indexOf(first);
    note.children = note.children.toSpliced(position, 1, text(first.value.replace(/^\s*[.:)\]]+\s+/, "")));
  }
}

/** A list of notes, its title and its rule go when nothing is left in it. */
function dropEmptied(container: Element, parents: Map<Element, Element>): void {
  if (!isElement(container)) return;
  const rest = container.children.filter((child) => !isHollow(child) && !isElement(child, "hr", "br"));
  if (!rest.every((child) => TITLE.test(lineOf(child)))) return;
  const above = parents.get(container);
  if (!above) return;
  const index = above.children.indexOf(container);
  const before = above.children.slice(0, index).findLast((child) => textOf(child).trim() !== "" || isElement(child));
  const isRule = isElement(before, "hr");
  above.children = above.children.filter((child) => child !== container && !(isRule && child === before));
  if (hasClass(container, /footnote/i) || isElement(above, "section", "div")) dropEmptied(above, parents);
}

function isWithin(node: Element, above: Element, parents: Map<Element, Element>): boolean {
  for (let at: Element | undefined = node; isElement(at); at = parents.get(at)) if (at === above) return true;
  return false;
}

function previousElement(node: Element, parents: Map<Element, Element>): Element | undefined {
  const siblings = parents.get(node)?.children ?? [];
  const before = siblings[siblings.indexOf(node) - 1];
  return isElement(before) ? before : undefined;
}

function parentsIn(root: Element): Map<Element, Element> {
  const parents = new Map<Element, Element>();
  const visit = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type !== "element") continue;
      parents.set(child, parent);
      visit(child);
    }
  };
  visit(root);
  return parents;
}
