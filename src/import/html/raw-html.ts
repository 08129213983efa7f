/** A part of a tree as HTML that a page may contain, in one block of Markdown: no empty line, and no mark that could be read. */
import type { Element } from "hast";
import { attribute, type Child, element, isElement, textOf } from "./hast.ts";

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "title", "hrefLang"],
  abbr: ["title"],
  audio: ["src", "controls", "loop", "preload"],
  bdo: ["dir"],
  dfn: ["title"],
  img: ["src", "alt", "width", "height"],
  meter: ["value", "min", "max", "low", "high", "optimum"],
  ol: ["start"],
  progress: ["value", "max"],
  source: ["src", "type"],
  td: ["colSpan", "rowSpan"],
  th: ["colSpan", "rowSpan", "scope"],
  track: ["src", "kind", "label", "srcLang"],
  video: ["src", "controls", "poster", "loop", "muted", "preload", "width", "height"],
};
const EVERYWHERE = ["lang", "dir", "id"];
const VOID = new Set(["br", "hr", "img", "wbr", "source", "track"]);
const KEPT = new Set(
  (
    "a abbr audio b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i " +
    "img ins kbd li mark meter ol p pre progress q rp rt ruby s samp small source span strong sub summary sup table tbody td " +
    "tfoot th thead tr track u ul var video wbr"
  ).split(" "),
);
/** Each on a line of its own. */
const LINES = new Set(
  "table thead tbody tfoot tr dl dt dd ul ol li figure figcaption source track p blockquote caption".split(" "),
);

export function rawHtml(node: Child): string {
  return written(node, false)
    .replace(/\n{2,}/g, "\n")
    .trim();
}

function written(node: Child, isCode: boolean): string {
  if (node.type === "text") return isCode ? codeText(node.value) : proseText(node.value);
  if (!isElement(node)) return "";
  const made = node.made;
  if (made)
    return made.type === "html"
      ? made.data?.isFormula
        ? `<code>${codeText(made.value)}</code>`
        : made.value
      : textOf(node);
  const isCodeNow = isCode || isElement(node, "pre", "code", "samp", "kbd");
  const [only, ...others] = node.children;
  // One paragraph alone is the text of what it stands in.
  const inner =
    isElement(only, "p") && others.length === 0 && !isElement(node, "blockquote") ? only.children : node.children;
  const children = inner.map((child) => written(child, isCodeNow)).join("");
  if (isElement(node, "x-figure", "x-gallery")) return written(figureOf(node), isCode);
  if (isElement(node, "h1")) return written({ ...node, tagName: "h2" }, isCode);
  if (isElement(node, "pre")) return `<pre><code>${codeText(textOf(node))}</code></pre>`;
  if (!KEPT.has(node.tagName) || (isElement(node, "span") && Object.keys(attributesOf(node)).length === 0))
    return children;
  const isLine = LINES.has(node.tagName) && !isCode;
  const tag = openTag(node);
  const end = VOID.has(node.tagName) ? "" : `</${node.tagName}>`;
  return isLine ? `\n${tag}${children}${end}\n` : `${tag}${children}${end}`;
}

/** As HTML has it; the caption of a picture that is one in Markdown is kept as its title until then. */
function figureOf(node: Element): Element {
  const caption = attribute(node, "dataCaption");
  const said: Child[] = caption === undefined ? [] : [{ type: "text", value: caption }];
  const children = said.length > 0 ? [...node.children, element("figcaption", {}, said)] : node.children;
  return element("figure", {}, children);
}

export function openTag(node: Element): string {
  const attributes = Object.entries(attributesOf(node)).map(([name, value]) =>
    value === "" && name !== "alt" && name !== "src" ? ` ${name}` : ` ${name}="${inAttribute(value)}"`,
  );
  return `<${node.tagName}${attributes.join("")}>`;
}

function attributesOf(node: Element): Record<string, string> {
  const names = [...(ATTRIBUTES[node.tagName] ?? []), ...EVERYWHERE];
  const all = names.map((name) => [name.toLowerCase(), attribute(node, name)] as const);
  return Object.fromEntries(all.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

function inAttribute(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/\s+/g, " ");
}

function codeText(value: string): string {
  const escaped = value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return escaped.replace(/\n(?=\s*\n)/g, "&#10;").replace(/\n$/, "&#10;");
}

/** Where Markdown's marks stand in a block of HTML, their author may have meant them: written so, they were not. */
function proseText(value: string): string {
  const escaped = value.replace(/\s+/g, " ").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return escaped
    .replaceAll("`", "&#96;")
    .replace(/\*(?=\*)/g, "&#42;")
    .replace(/\[(?=[^[\]\n]*\](?:\(|$))/g, "&#91;")
    .replace(/~(?=~~)/g, "&#126;");
}
