/** XML of exports, element by element with its line. Malformed XML is read as far as possible, and reported. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** With its prefix, as these exports always write it: `wp:post_id`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, sections of CDATA joined. */
  readonly text: string;
  /** The line of its tag, and of where its text begins, counted from 1. */
  readonly line: number;
  readonly textLine: number;
}

export interface XmlFault {
  readonly line: number;
  readonly message: string;
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string[];
  line: number;
  textLine: number | undefined;
}

/**
 * Calls `each` for every element named in `wanted` when it ends, and keeps nothing of it afterwards; an element within one that
 * is wanted is its child.
 */
export function readXml(
  source: string,
  wanted: ReadonlySet<string>,
  each: (element: XmlElement, path: readonly string[]) => void,
): XmlFault[] {
  const faults: XmlFault[] = [];
  const open: OpenElement[] = [];
  const parser = new SaxesParser(OPTIONS);
  const end = (): void => {
    const element = open.pop();
    if (!element) return;
    const { name, attributes, children, line } = element;
    const done = { name, attributes, children, text: element.text.join(""), line, textLine: element.textLine ?? line };
    const isWithin = open.some((one) => wanted.has(one.name));
    if (isWithin) open.at(-1)?.children.push(done);
    else if (wanted.has(name))
      each(
        done,
        open.map((one) => one.name),
      );
  };
  const addText = (text: string, line: number): void => {
    const element = open.at(-1);
    if (!element || !open.some((one) => wanted.has(one.name))) return;
    if (element.text.length === 0 || element.text.every((part) => part.trim() === "")) element.textLine = line;
    element.text.push(text);
  };
  parser.on("opentag", ({ name, attributes }) => {
    open.push({ name, attributes: { ...attributes }, children: [], text: [], line: parser.line, textLine: undefined });
  });
  // Without a tag of its own, the parser closes what is open.
  parser.on("closetag", end);
  parser.on("text", (text) => addText(text, parser.line - linesIn(text)));
  parser.on("cdata", (text) => addText(text, parser.line - linesIn(text)));
  parser.on("error", ({ message }) => {
    if (faults.length < MOST_FAULTS) faults.push({ line: parser.line, message: message.replace(/^\d+:\d+: /, "") });
  });
  for (let at = 0; at < source.length; at += CHUNK) parser.write(source.slice(at, at + CHUNK));
  parser.close();
  while (open.length > 0) end();
  return faults;
}

const OPTIONS = { xmlns: false, position: true } as const;
const CHUNK = 1 << 20;
const MOST_FAULTS = 100;

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of a child, without blanks around it; empty where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childOf(element, name)?.text.trim() ?? "";
}

/**
 * Old exports have a `]]>` of the text within a section of CDATA, which ends there: it is divided, as newer ones do. `names` are
 * the elements that hold such text.
 */
export function withDividedSections(source: string, names: readonly string[]): string {
  const pattern = new RegExp(`(<(${names.join("|")})>\\s*<!\\[CDATA\\[)([\\s\\S]*?)(\\]\\]>\\s*</\\2>)`, "g");
  return source.replace(pattern, (whole: string, start: string, _name: string, text: string, end: string) => {
    const bare = text.replaceAll("]]]]><![CDATA[>", "");
    return bare.includes("]]>")
      ? start + text.replace(/\]\]>(?!<!\[CDATA\[)|\]\]>(?=<!\[CDATA\[(?!>))/g, "]]]]><![CDATA[>") + end
      : whole;
  });
}
