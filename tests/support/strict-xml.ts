/** XML as libxml2 reads it, which throws at whatever is not well-formed; feed readers forgive more. */
import { XmlElement as Parsed, XmlDocument, type XmlTreeNode } from "libxml2-wasm";

export interface XmlElement {
  /** With its prefix: `dc:creator`. */
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Its own text and its children's. */
  text: string;
}

/** The document's root element. */
export function readXml(source: string): XmlElement {
  const document = XmlDocument.fromString(source);
  try {
    return elementOf(document.root);
  } finally {
    document.dispose();
  }
}

export function childrenNamed({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** Text with a U+FFFD in place of each character that XML has no way to write (XML 1.0, section 2.2). */
export function asXmlCanSay(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}

function elementOf(element: Parsed): XmlElement {
  const attributes = element.attrs.map((attribute) => [nameOf(attribute), attribute.value]);
  const children = childrenOf(element).filter((child) => child instanceof Parsed);
  return {
    name: nameOf(element),
    attributes: Object.fromEntries(attributes),
    children: children.map(elementOf),
    text: element.content,
  };
}

function childrenOf(element: Parsed): XmlTreeNode[] {
  const children: XmlTreeNode[] = [];
  for (let child = element.firstChild; child; child = child.next) children.push(child);
  return children;
}

function nameOf({ prefix, name }: { prefix: string; name: string }): string {
  return prefix ? `${prefix}:${name}` : name;
}
