/** Counts how often an SVG draws its own parts, since a few nested references can exhaust any machine. */
import type { SvgPiece, SvgTag } from "../svg-reader.ts";

/** Elements that draw the target of their href. */
const DRAWS = new Set(["use", "feImage"]);
/** Elements whose contents are drawn wherever they are referenced. */
const DRAWN = new Set(["pattern", "mask", "clipPath", "marker", "filter"]);
const REFERENCE = /url\(\s*["']?#([^"')]*)/g;

interface Element {
  tag: SvgTag;
  /** Its children, and what it refers to, by their places among all elements. */
  draws: number[];
}

/** The number of elements drawn beyond those in the file, following references; infinite for a cycle. */
export function copiesIn(pieces: SvgPiece[], resolved: (text: string) => string): number {
  const elements = elementsOf(pieces);
  const byId = new Map<string, number>();
  for (const [index, { tag }] of elements.entries()) {
    const id = resolved(tag.attributes.get("id") ?? "");
    if (id && !byId.has(id)) byId.set(id, index);
  }
  for (const { tag, draws } of elements) {
    const values = [...tag.attributes].map(([key, value]) => [key.replace(/^xlink:/, ""), resolved(value)] as const);
    const isDrawn = (index: number) => DRAWN.has(localName(elements[index]?.tag));
    const named = values.flatMap(([, value]) => [...value.matchAll(REFERENCE)].map(([, id = ""]) => id));
    const used = values.filter(([key]) => key === "href" && DRAWS.has(localName(tag))).map(([, value]) => value.trim());
    const find = (id: string) => byId.get(id) ?? byId.get(decoded(id)) ?? -1;
    draws.push(...named.map(find).filter(isDrawn), ...used.map((href) => find(href.slice(1))).filter((at) => at >= 0));
  }
  return sizeOf(elements) - elements.length;
}

function elementsOf(pieces: SvgPiece[]): Element[] {
  const elements: Element[] = [];
  const open: number[] = [];
  for (const tag of pieces) {
    if (typeof tag === "string") continue;
    if (tag.kind === "close") {
      open.pop();
      continue;
    }
    const parent = elements[open.at(-1) ?? -1];
    parent?.draws.push(elements.length);
    if (tag.kind === "open") open.push(elements.length);
    elements.push({ tag, draws: [] });
  }
  return elements;
}

/** The size of the first element with all that it draws. Each element is computed once, with a stack in place of recursion. */
function sizeOf(elements: Element[]): number {
  const sizes = new Map<number, number>();
  const entered = new Set<number>();
  const waiting = [0];
  for (let at = waiting.at(-1); at !== undefined; at = waiting.at(-1)) {
    const draws = elements[at]?.draws ?? [];
    if (sizes.has(at)) waiting.pop();
    else if (entered.has(at))
      sizes.set(
        at,
        draws.reduce((sum, part) => sum + (sizes.get(part) ?? 0), 1),
      );
    else {
      entered.add(at);
      // An element that was entered and has no size yet is drawing this one: a cycle.
      if (draws.some((part) => entered.has(part) && !sizes.has(part))) return Number.POSITIVE_INFINITY;
      for (const part of draws) waiting.push(part);
    }
  }
  return sizes.get(0) ?? 0;
}

function localName(tag: SvgTag | undefined): string {
  return tag?.name.replace(/^.*:/, "") ?? "";
}

/** Browsers read the part of an address after its `#` with its percent signs resolved. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
