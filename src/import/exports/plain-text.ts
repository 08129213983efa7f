/** HTML as one line of plain text, for titles and descriptions. */

import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";

const HIDDEN = new Set(["script", "style", "template", "svg", "iframe", "object"]);
const INLINE = /^(a|abbr|b|bdi|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u|var|wbr|font|tt)$/;

export function plainTextOf(html: string): string {
  if (!/[<&]/.test(html)) return oneLine(html);
  return oneLine(textOf(fromHtml(html, { fragment: true })));
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && HIDDEN.has(node.tagName)) return "";
  if (!("children" in node)) return "";
  const text = node.children.map(textOf).join("");
  return node.type === "element" && !INLINE.test(node.tagName) ? ` ${text} ` : text;
}

export function oneLine(text: string): string {
  return text.replace(/[\s\u00A0]+/g, " ").trim();
}

const MOST = 320;

/** The text before the mark at which lists cut it, if it is short enough for a description. */
export function shortTextOf(html: string): string | undefined {
  const text = plainTextOf(html);
  return text !== "" && text.length <= MOST ? text : undefined;
}
