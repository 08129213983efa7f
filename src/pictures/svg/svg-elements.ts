/** Resolves the namespaces of elements, since any prefix can stand for any of them. */
import { localNameOf, type SvgPiece } from "../svg-reader.ts";

/** "other" covers namespaces of editors, which browsers ignore. */
export type Namespace = "svg" | "html" | "mathml" | "other";

export interface SvgElement {
  namespace: Namespace;
  /** Without its prefix. */
  name: string;
  attributes: SvgAttribute[];
  /** Its text without that of its children, references unresolved. */
  text: string;
}

export interface SvgAttribute {
  /** Without its prefix. */
  name: string;
  /** True for one of a namespace, such as `inkscape:label`. */
  isPrefixed: boolean;
  /** With references resolved. */
  value: string;
}

const NAMESPACES: Record<string, Namespace> = {
  "http://www.w3.org/2000/svg": "svg",
  "http://www.w3.org/1999/xhtml": "html",
  "http://www.w3.org/1998/Math/MathML": "mathml",
};

interface Open {
  element: SvgElement;
  /** Namespace URIs by prefix; the empty prefix is the default. */
  declared: ReadonlyMap<string, string>;
}

/** In document order; undefined for an undeclared prefix, at which browsers give up. */
export function elementsOf(pieces: SvgPiece[], resolved: (text: string) => string): SvgElement[] | undefined {
  const elements: SvgElement[] = [];
  const open: Open[] = [];
  let declared: ReadonlyMap<string, string> = new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]);
  for (const piece of pieces) {
    const parent = open.at(-1);
    if (typeof piece === "string") {
      if (parent) parent.element.text += piece;
      continue;
    }
    if (piece.kind === "close") {
      declared = open.pop()?.declared ?? declared;
      continue;
    }
    const attributes = [...piece.attributes].map(([key, value]) => [key, resolved(value)] as const);
    const before = declared;
    const own = attributes.flatMap(([key, value]) => {
      const prefix = /^xmlns(?::(.*))?$/.exec(key);
      return prefix ? [[prefix[1] ?? "", value] as const] : [];
    });
    if (own.length > 0) declared = new Map([...declared, ...own]);
    const names = [piece.name, ...attributes.map(([key]) => key).filter((key) => !/^xmlns(:|$)/.test(key))];
    if (!names.every((name) => !name.includes(":") || declared.has(prefixOf(name)))) return undefined;
    const uri = declared.get(prefixOf(piece.name)) ?? "";
    const element: SvgElement = {
      namespace: Object.hasOwn(NAMESPACES, uri) ? (NAMESPACES[uri] ?? "other") : "other",
      name: localNameOf(piece.name),
      attributes: attributes.map(([key, value]) => ({ name: localNameOf(key), isPrefixed: key.includes(":"), value })),
      text: "",
    };
    elements.push(element);
    if (piece.kind === "open") open.push({ element, declared: before });
    else declared = before;
  }
  return elements;
}

function prefixOf(name: string): string {
  return name.includes(":") ? name.slice(0, name.indexOf(":")) : "";
}
