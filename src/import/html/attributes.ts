/** Attributes: ids are kept for those who link to them; what sets the looks of a page goes, and is counted. */
import type { Element } from "hast";
import { anchorOf } from "../../content/text/slug.ts";
import { FOOTNOTE_ID } from "../../markdown/ids.ts";
import { schemeOf } from "./addresses.ts";
import { attribute, type Child, elementsIn, isElement, isHollow, lineOf, made, replaceIn } from "./hast.ts";
import type { HtmlNotes } from "./notes.ts";

const LOOKS =
  /^(style|align|border|bgColor|background|color|face|size|cellPadding|cellSpacing|valign|vAlign|hSpace|vSpace|clear|noShade|frameBorder|scrolling|allowTransparency)$/;

export function countAttributes(root: Element, notes: HtmlNotes): void {
  for (const one of elementsIn(root)) {
    for (const name of Object.keys(one.properties)) {
      const value = attribute(one, name) ?? "";
      if (/^on[a-z]/i.test(name))
        notes.left(`${name.toLowerCase()} attribute`, one, `${name.toLowerCase()}="${value}"`, "nothing");
      else if (LOOKS.test(name))
        notes.counted(`${name.toLowerCase()} attribute`, one, `${name.toLowerCase()}="${value}"`, "nothing");
    }
  }
}

/** Elements within which an anchor may stand at the start. */
const HOLDERS = new Set(
  "p li td th dt dd div blockquote section figcaption span sup em strong b i x-callout".split(" "),
);

/**
 * Puts `<a id>` where an element has an id, and a heading's id on the heading where it is not the one that it gets anyway.
 * Links to what is not there become text.
 */
export function readIds(root: Element, notes: HtmlNotes): void {
  const ids = new Set<string>();
  const automatic = new Set<string>();
  replaceIn(root, (one) => {
    if (isElement(one, "x-made", "x-note", "x-break")) return undefined;
    const name = attribute(one, "id") ?? (isElement(one, "a") ? attribute(one, "name") : undefined);
    delete one.properties["id"];
    delete one.properties["name"];
    if (isHeading(one)) return headingOf(one, name, ids, automatic, notes);
    const id = name === undefined ? undefined : usableId(name, one, ids, notes);
    if (id === undefined) return undefined;
    const anchor = made({ type: "html", value: `<a id="${escaped(id)}"></a>`, data: { id } }, one);
    // An empty element becomes its id alone.
    if (isElement(one, "a", "span") && isHollow(one)) return [anchor];
    if (!HOLDERS.has(one.tagName)) return [anchor, one];
    one.children = [anchor, ...one.children];
    return undefined;
  });
  replaceIn(root, (one) => linkOf(one, ids, automatic, notes));
}

declare module "mdast" {
  interface HtmlData {
    /** Of an anchor: its id. */
    id?: string;
  }
}

export function isHeading(one: Element): boolean {
  return /^h[1-6]$/.test(one.tagName);
}

function headingOf(
  heading: Element,
  own: string | undefined,
  ids: Set<string>,
  automatic: Set<string>,
  notes: HtmlNotes,
): undefined {
  // Anchors within it, which tables of contents link to, become the heading's own.
  let inner: string | undefined;
  replaceIn(heading, (one) => {
    const node = one.made;
    if (node?.type !== "html" || node.data?.id === undefined) return undefined;
    inner ??= node.data.id;
    if (inner !== node.data.id || own !== undefined) return undefined;
    ids.delete(inner);
    return [];
  });
  const wanted = own ?? inner;
  const words = anchorOf(lineOf(heading));
  const isTaken = automatic.has(words);
  automatic.add(words);
  const id = wanted === undefined ? undefined : usableId(wanted, heading, ids, notes);
  if (id !== undefined && (id !== words || isTaken) && /^[^\s{}]+$/.test(id)) heading.properties["dataId"] = id;
  return undefined;
}

/** Undefined for one that the engine does not take. */
function usableId(id: string, at: Element, ids: Set<string>, notes: HtmlNotes): string | undefined {
  if (id === "" || /\s/.test(id) || id.startsWith("page.") || FOOTNOTE_ID.test(id)) {
    notes.noted("id", at, `id="${id}"`, "nothing");
    return undefined;
  }
  if (ids.has(id)) {
    notes.noted("id that is used twice", at, `id="${id}"`, "the first one");
    return undefined;
  }
  ids.add(id);
  return id;
}

function linkOf(one: Element, ids: Set<string>, automatic: Set<string>, notes: HtmlNotes): Child[] | undefined {
  if (!isElement(one, "a")) return undefined;
  const href = attribute(one, "href")?.trim();
  if (href === undefined) return one.children;
  const anchor = /^#(.*)$/s.exec(href)?.[1];
  if (anchor !== undefined) {
    const id = decoded(anchor);
    if (ids.has(id) || automatic.has(id)) return undefined;
    notes.noted("link to no anchor", one, `href="${href}"`, "its text");
    return one.children;
  }
  if (href === "" || /^(about:|void|undefined$|null$)/i.test(href)) {
    notes.noted("empty link", one, `<a href="${href}">${lineOf(one)}</a>`, "its text");
    return one.children;
  }
  const scheme = schemeOf(href);
  if (scheme !== undefined && !/^(https?|mailto|tel)$/.test(scheme)) {
    notes.left(`${scheme}: link`, one, `href="${href}"`, "its text");
    return one.children;
  }
  if (isHollow(one)) {
    notes.noted("link without a text", one, `<a href="${href}"></a>`, "nothing");
    return [];
  }
  return undefined;
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

export function escaped(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
