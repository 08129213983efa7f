/** Texts of other sites as plain words: no markup, no characters that are not seen, and not without end. */

import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { beginningOf } from "../content/text/beginning.ts";

type Node = DefaultTreeAdapterMap["node"];

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/gu;
/** Emoji are joined, and their form chosen, by characters that are not seen themselves. */
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/u;
const BLOCKS = new Set(["p", "div", "blockquote", "li", "pre", "h1", "h2", "h3"]);
const SILENT = new Set(["script", "style", "template", "iframe", "object", "noscript"]);

/** One line of at most so many characters; undefined for what says nothing, or is no text. */
export function plainLine(value: unknown, most = 300): string | undefined {
  if (typeof value !== "string") return undefined;
  return shortened(seen(value.slice(0, most * 8).replace(/\s+/g, " ")), most) || undefined;
}

/** Paragraphs with an empty line between two. */
export function plainText(value: unknown, most = 2000): string | undefined {
  if (typeof value !== "string") return undefined;
  const lines = value
    .slice(0, most * 8)
    .split(/\r\n?|\n/)
    .map((line) => seen(line.replace(/\s+/g, " ")));
  return (
    shortened(
      lines
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim(),
      most,
    ) || undefined
  );
}

/** The words of HTML. Parts of addresses that Mastodon hides, and invisible text, are left out. */
export function wordsOfHtml(value: unknown, most = 2000): string | undefined {
  if (typeof value !== "string") return undefined;
  return plainText(wordsOf(parseFragment(value.slice(0, most * 16))), most);
}

function wordsOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value.replace(/\s+/g, " ");
  if ("tagName" in node) {
    if (SILENT.has(node.tagName)) return "";
    if (node.tagName === "br") return "\n";
    const classes = node.attrs.find(({ name }) => name === "class")?.value.split(/\s+/) ?? [];
    if (classes.includes("invisible")) return "";
    const words = inside(node);
    if (classes.includes("ellipsis")) return `${words}…`;
    return BLOCKS.has(node.tagName) ? `${words}\n\n` : words;
  }
  return inside(node);
}

function inside(node: Node): string {
  return "childNodes" in node ? node.childNodes.map(wordsOf).join("") : "";
}

function seen(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSEEN, (character) => (JOINERS.test(character) ? character : ""))
    .trim();
}

function shortened(text: string, most: number): string {
  return beginningOf(text, (beginning) => [...beginning].length <= most);
}
