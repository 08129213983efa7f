/**
 * Pictures side by side: galleries of WordPress, Ghost and Substack, and any figure that holds several pictures and nothing else. One is
 * an `x-gallery` of `img` and `x-figure`, with a `figcaption` behind them if it has a caption.
 */
import type { Element } from "hast";
import { attribute, type Child, element, elementsIn, find, hasClass, isElement, isHollow, lineOf } from "./hast.ts";

const GALLERY = /^(wp-block-gallery|blocks-gallery-grid|tiled-gallery|wp-block-jetpack-tiled-gallery)$/;

/** A longer caption is no label of a directive. In characters. */
const LONGEST_CAPTION = 1000;

/** True for an element that a gallery's figure holds, or that older versions wrote in its place. */
export function isGallery(one: Element): boolean {
  return isElement(one, "ul", "div") && hasClass(one, GALLERY);
}

/** Undefined for one picture alone, and for what a gallery can't have: a picture that leads elsewhere, or marks in its caption. */
export function galleryOf(content: readonly Child[], caption: Element | undefined, at: Element): Element | undefined {
  const pictures = picturesIn(content);
  if (pictures === undefined || pictures.length < 2) return undefined;
  if (!caption || isHollow(caption)) return element("x-gallery", {}, pictures, at);
  if (lineOf(caption).length > LONGEST_CAPTION || find(caption, (one) => isElement(one, "img"))) return undefined;
  return element("x-gallery", {}, [...pictures, element("figcaption", {}, caption.children)], at);
}

/** Paragraphs that stand for the ids of pictures: in a gallery there is no place for them. */
export function anchorsIn(figure: Element): Element[] {
  return [...elementsIn(figure)].filter((one) => isElement(one, "p") && attribute(one, "id") && isHollow(one));
}

/** Undefined where anything else stands between them. */
function picturesIn(nodes: readonly Child[]): Element[] | undefined {
  const pictures: Element[] = [];
  for (const node of nodes) {
    const isCaptioned = isElement(node, "x-figure") && attribute(node, "dataCaption") !== undefined;
    if (isElement(node, "img") || isCaptioned) pictures.push(node);
    else if (isElement(node, "p", "div", "ul", "li", "span", "figure", "x-gallery")) {
      const within = picturesIn(node.children);
      if (!within) return undefined;
      pictures.push(...within);
    } else if (!isHollow(node)) return undefined;
  }
  return pictures;
}
