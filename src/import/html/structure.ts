/**
 * Brings a tree to the structure that Markdown has: blocks hold blocks or one run of text, and text is in paragraphs. HTML may
 * have a `<b>` round three paragraphs, two `<br>` for a new one, text beside blocks, and lists in lists.
 */
import type { Element } from "hast";
import { isHeading } from "./attributes.ts";
import { attribute, type Child, contentOf, element, isBlank, isElement, isHollow, lineOf, text } from "./hast.ts";
import { BLOCKS, KEPT_INLINE } from "./names.ts";
import type { HtmlNotes } from "./notes.ts";

/** Elements of a line with a meaning; all others are taken off what they stand round. */
const INLINE = new Set([
  ...KEPT_INLINE,
  "a",
  "b",
  "strong",
  "i",
  "em",
  "del",
  "s",
  "code",
  "img",
  "br",
  "wbr",
  "input",
  "x-made",
]);
/** Blocks that are written as they are. */
const WHOLE = new Set(["pre", "hr", "x-figure", "x-gallery", "table", "video", "audio"]);
/** Blocks that mean something to those who read. */
const KEPT = new Set(
  "blockquote ul ol li dl dt dd details summary aside x-callout x-note p h1 h2 h3 h4 h5 h6".split(" "),
);
/** Blocks of text alone. */
const OF_TEXT = new Set("p h1 h2 h3 h4 h5 h6 dt summary".split(" "));

export function settle(root: Element, notes: HtmlNotes): void {
  root.children = flow(root, notes);
}

export function isBlock(node: Child): boolean {
  return isElement(node) && BLOCKS.has(node.tagName);
}

/** The content of a block as blocks. */
function flow(parent: Element, notes: HtmlNotes): Child[] {
  return paragraphs(parts(parent, notes));
}

/** Children with what they stand round brought to an order of text and blocks. */
function parts(parent: Element, notes: HtmlNotes): Child[] {
  return brokenAt(parent.children).flatMap((child): Child[] => {
    if (child.type === "comment") return [];
    if (child.type !== "element") return [child];
    if (child.tagName === "x-made" || child.tagName === "x-break" || WHOLE.has(child.tagName))
      return [isElement(child, "x-gallery") ? galleryOf(child, notes) : tableOf(child, notes)];
    if (BLOCKS.has(child.tagName)) return block(child, notes);
    return inline(child, notes);
  });
}

/** A gallery's caption is one line. */
function galleryOf(node: Element, notes: HtmlNotes): Element {
  for (const child of node.children)
    if (isElement(child, "figcaption")) child.children = withoutBreaks(asOneRun(flow(child, notes)));
  return node;
}

/** Tables are settled cell by cell. */
function tableOf(node: Element, notes: HtmlNotes): Element {
  if (node.tagName !== "table") return node;
  const visit = (parent: Element): void => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      if (isElement(child, "td", "th", "caption")) child.children = simplified(flow(child, notes));
      else visit(child);
    }
  };
  visit(node);
  return node;
}

/** One paragraph alone is its text. */
function simplified(children: Child[]): Child[] {
  const [first, ...others] = children;
  return isElement(first, "p") && others.length === 0 ? first.children : children;
}

function block(node: Element, notes: HtmlNotes): Child[] {
  if (isElement(node, "ul", "ol")) return listOf(node, notes);
  if (isElement(node, "dl")) return definitionsOf(node, notes);
  if (OF_TEXT.has(node.tagName)) return textBlock(node, notes);
  const children = flow(node, notes);
  if (isElement(node, "form")) notes.left("<form>", node, lineOf(node), "what stood in it");
  const isLanguage =
    isElement(node, "div", "section", "article") && (attribute(node, "lang") || attribute(node, "dir"));
  if (isLanguage) return [{ ...node, tagName: "div", children }];
  // Content of a list outside of its items, by itself.
  if (isElement(node, "li")) return [element("ul", {}, [{ ...node, children }], node)];
  if (!KEPT.has(node.tagName) || isElement(node, "dd")) return children;
  if (children.length === 0) return [];
  return [{ ...node, children }];
}

/** A paragraph, a heading, a term. Blocks within it come behind it, or take its place. */
function textBlock(node: Element, notes: HtmlNotes): Child[] {
  const within = parts(node, notes);
  const made: Child[] = [];
  for (const run of runs(within)) {
    const [first] = run;
    if (first && isBlock(first)) {
      // A heading round a paragraph is the heading.
      const isText = isElement(first, "p", "div") && node.tagName !== "p";
      if (isText && !isHollow(first)) made.push({ ...node, children: isElement(first) ? first.children : [] });
      else if (!isElement(first, "x-break")) made.push(first);
      continue;
    }
    const trimmed = trimmedRun(run);
    if (trimmed.length === 0) continue;
    const children = trimmed;
    made.push({ ...node, children });
  }
  if (!isHeading(node)) return made;
  // Without words it is no heading.
  return made.map((one) => (isElement(one) && isHeading(one) && lineOf(one) === "" ? { ...one, tagName: "p" } : one));
}

function listOf(list: Element, notes: HtmlNotes): Child[] {
  const items: Element[] = [];
  for (const child of list.children) {
    if (isBlank(child) || child.type === "comment") continue;
    const last = items.at(-1);
    if (isElement(child, "li")) {
      items.push({ ...child, children: flow(child, notes) });
      continue;
    }
    // A list right below a list belongs to the item before it.
    const content = flow(element("div", {}, [child]), notes);
    if (content.length === 0) continue;
    if (last && (isElement(child, "ul", "ol") || !isElement(child))) last.children = joined(last.children, content);
    else items.push(element("li", {}, content, child));
  }
  const start = attribute(list, "start") ?? attribute(items[0] ?? list, "value");
  if (items.length === 0) return [];
  const properties = isElement(list, "ol") && start && /^\d{1,9}$/.test(start) ? { start: Number(start) } : {};
  for (const name of ["reversed", "type"]) {
    if (attribute(list, name) !== undefined)
      notes.counted(`${name} attribute`, list, `${name}="${attribute(list, name)}"`, "nothing");
  }
  return [{ ...list, properties, children: items }];
}

/** Two lists of one kind behind each other in an item are one. */
function joined(children: readonly Child[], more: readonly Child[]): Child[] {
  const last = children.at(-1);
  const [first, ...others] = more;
  if (!isElement(last, "ul", "ol") || !isElement(first, last.tagName)) return [...children, ...more];
  return [...children.slice(0, -1), { ...last, children: [...last.children, ...first.children] }, ...others];
}

function definitionsOf(list: Element, notes: HtmlNotes): Child[] {
  const items = list.children.flatMap((child): Child[] => {
    if (isElement(child, "div"))
      return definitionsOf(child, notes).flatMap((one) => (isElement(one) ? one.children : []));
    // Anything but a term belongs to a definition.
    if (isElement(child, "dt")) {
      return textBlock(child, notes).map((one) => (isElement(one, "dt") ? one : element("dd", {}, [one])));
    }
    if (isElement(child, "dd")) return [{ ...child, children: flow(child, notes) }];
    return isHollow(child) ? [] : [element("dd", {}, flow(element("div", {}, [child]), notes))];
  });
  return items.length === 0 ? [] : [element("dl", {}, items, list)];
}

/** An inline element. It is removed if it means nothing; if it contains blocks, it moves around their text. */
function inline(node: Element, notes: HtmlNotes): Child[] {
  const isLanguage = isElement(node, "span") && (attribute(node, "lang") || attribute(node, "dir"));
  const isKept = INLINE.has(node.tagName) || isLanguage;
  if (isElement(node, "br", "img", "wbr", "input", "x-made")) return [node];
  const within = parts(node, notes);
  if (!isKept) {
    if (isElement(node, "button")) notes.counted("<button>", node, lineOf(node), "its text");
    return within;
  }
  return runs(within).flatMap((run): Child[] => {
    const [first] = run;
    if (isElement(first) && isBlock(first)) return [pushedInto(first, node)];
    const children = run;
    return run.every(isBlank) ? run : [{ ...node, children }];
  });
}

function pushedInto(node: Element, round: Element): Element {
  if (WHOLE.has(node.tagName) || node.tagName === "x-break") return node;
  // A heading is bold without being told.
  if (isHeading(node) && isElement(round, "b", "strong")) return node;
  const children = runs(node.children).flatMap((run): Child[] => {
    const [first] = run;
    if (isElement(first) && isBlock(first)) return [pushedInto(first, round)];
    return run.every(isHollow) ? run : [{ ...round, children: run }];
  });
  return { ...node, children };
}

/** Each block alone, and what stands between two of them together. */
function runs(children: readonly Child[]): Child[][] {
  const all: Child[][] = [];
  let open: Child[] | undefined;
  for (const child of children) {
    if (isBlock(child)) {
      all.push([child]);
      open = undefined;
    } else if (open) open.push(child);
    else {
      open = [child];
      all.push(open);
    }
  }
  return all;
}

function paragraphs(children: readonly Child[]): Child[] {
  return runs(children).flatMap((run): Child[] => {
    const [first] = run;
    if (first && isBlock(first)) return isElement(first, "x-break") ? [] : [first];
    const trimmed = trimmedRun(run);
    return trimmed.length === 0 ? [] : [element("p", {}, trimmed, trimmed[0])];
  });
}

/** Without blanks and line ends around it. */
function trimmedRun(run: readonly Child[]): Child[] {
  const isEdge = (child: Child | undefined) => child !== undefined && (isBlank(child) || isElement(child, "br"));
  let start = 0;
  let end = run.length;
  while (start < end && isEdge(run[start])) start++;
  while (end > start && isEdge(run[end - 1])) end--;
  return run.slice(start, end);
}

/** Two line ends, or more, are the end of a paragraph. */
function brokenAt(children: readonly Child[]): Child[] {
  const result: Child[] = [];
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (!child) continue;
    if (!isElement(child, "br")) {
      result.push(child);
      continue;
    }
    let last = at;
    for (let next = at + 1; next < children.length; next++) {
      const one = children[next];
      if (isElement(one, "br")) last = next;
      else if (!one || (!isBlank(one) && one.type !== "comment")) break;
    }
    result.push(last > at ? element("x-break", {}, [], child) : child);
    at = last;
  }
  return result;
}

/** The content of a block as one run of text, with a line end between what were paragraphs. */
export function asOneRun(children: readonly Child[]): Child[] {
  return runs(children).flatMap((run, index): Child[] => {
    const [first] = run;
    const within = isElement(first) && isBlock(first) ? asOneRun(contentOf(first)) : run;
    return index === 0 || within.length === 0 ? within : [element("br"), ...within];
  });
}

/** For what may stand in one line only. */
export function withoutBreaks(children: readonly Child[]): Child[] {
  return children.map((child): Child => {
    if (isElement(child, "br")) return text(" ");
    if (!isElement(child)) return child;
    return { ...child, children: withoutBreaks(child.children) };
  });
}
