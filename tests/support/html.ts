/** HTML as a browser understands it, by parse5: elements, their attributes, their text. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from "parse5";

export type Node = DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** A whole page; without scripts, so that what stands in `noscript` is read too. */
export function parsePage(html: string): Node {
  return parse(html, { scriptingEnabled: false });
}

/** A piece of a page, such as a feed's content. */
export function parsePiece(html: string): Node {
  return parseFragment(html, { scriptingEnabled: false });
}

/** In document order; `elementsIn(page, "main", "h3", "a")` are the links in third-level headings in the main part. */
export function elementsIn(root: Node, ...names: string[]): Element[] {
  const [name, ...inner] = names;
  const found = descendants(root).filter(({ tagName }) => name === undefined || tagName === name);
  return inner.length === 0 ? found : [...new Set(found.flatMap((element) => elementsIn(element, ...inner)))];
}

/** The elements of a name whose attribute has a word, as `class` and `rel` have several. */
export function elementsWith(root: Node, name: string, attribute: string, word: string): Element[] {
  return elementsIn(root, name).filter((element) => attributeOf(element, attribute)?.split(/\s+/).includes(word));
}

export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((attribute) => attribute.name === name)?.value;
}

export function textOf(node: Node | undefined): string {
  return (node?.childNodes ?? [])
    .map((child) => {
      if (defaultTreeAdapter.isTextNode(child)) return child.value;
      return defaultTreeAdapter.isElementNode(child) ? textOf(child) : "";
    })
    .join("");
}

function descendants(node: Node): Element[] {
  return node.childNodes.filter(defaultTreeAdapter.isElementNode).flatMap((child) => [child, ...descendants(child)]);
}
