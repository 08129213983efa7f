/** Reads XML as its specification has it (https://www.w3.org/TR/xml/), and throws at what is not well-formed; feed readers forgive more. */

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const DECLARATION = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/;
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const NAME = "[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?";
const PIECE = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|[^<]+`, "y");
const ATTRIBUTE = new RegExp(`(${NAME})="([^"]*)"`, "g");
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-fA-F]+));|&/g;
const SIGNS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The document's root element. */
export function readXml(source: string): XmlElement {
  const forbidden = FORBIDDEN.exec(source);
  if (forbidden) throw new Error(`a character that XML forbids at offset ${forbidden.index}`);
  const text = source.replace(DECLARATION, "").replace(/\r\n?/g, "\n");
  const document: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [document];
  for (let end = 0; end < text.length; end = PIECE.lastIndex) {
    PIECE.lastIndex = end;
    const piece = PIECE.exec(text);
    if (!piece) throw new Error(`no markup: ${text.slice(end, end + 40)}`);
    readPiece(piece, open);
  }
  const [root, ...more] = document.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  if (open.length > 1 || typeof root !== "object" || more.length > 0) throw new Error("not one root element");
  return root;
}

/** An element's children of a name. */
export function childrenNamed({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => typeof child !== "string").filter((child) => child.name === name);
}

/** Text with a U+FFFD in place of each character that XML has no way to write. */
export function asXmlCanSay(text: string): string {
  return [...text.toWellFormed()].map((char) => (FORBIDDEN.test(char) ? "\uFFFD" : char)).join("");
}

function readPiece([whole, slash, name, attributes = "", empty]: RegExpExecArray, open: XmlElement[]): void {
  const parent = open.at(-1) as XmlElement;
  if (!name) {
    if (whole.includes("]]>")) throw new Error("]]> in text");
    parent.children.push(resolve(whole));
  } else if (slash) {
    if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
  } else {
    const element = { name, attributes: readAttributes(attributes), children: [] };
    parent.children.push(element);
    if (!empty) open.push(element);
  }
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name, value] as const);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`an attribute twice: ${source}`);
  return Object.fromEntries(pairs.map(([name, value]) => [name, resolve(value.replace(/[\t\n]/g, " "))]));
}

function resolve(text: string): string {
  return text.replace(REFERENCE, (reference, sign?: string, decimal?: string, hexadecimal?: string) => {
    if (sign) return SIGNS[sign] as string;
    const char = String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? "0", 16));
    if (reference === "&" || FORBIDDEN.test(char)) throw new Error(`a reference to nothing: ${reference}`);
    return char;
  });
}
