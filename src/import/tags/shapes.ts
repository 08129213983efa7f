/** Markdown of the things that tags stand for. Blocks have no blank lines round them; who puts them in place adds those. */
import { escapeMarkup } from "../../content/text/escape.ts";
import type { CalloutKind } from "../rules.ts";

/** A picture, alone or within a line. A description that is missing is a blank, which says that it is decoration. */
export function pictureOf(src: string, alt = "", caption?: string): string {
  const title = caption?.trim() ? ` "${oneLine(caption).replaceAll('"', "'")}"` : "";
  return `![${escapeBrackets(oneLine(alt)) || " "}](${destination(src)}${title})`;
}

const PICTURE =
  /^(\[)?!\[((?:\\.|[^\\\]])*)\]\((?:<([^<>]*)>|([^\s()<>]+(?:\([^\s()<>]*\))?[^\s()<>]*))(?: "([^"]*)")?\)(?:\]\((?:<([^<>]*)>|([^\s<>]+))\))?$/;

/** What `pictureOf` makes, and that in a link, for a place where Markdown means nothing; undefined for what is anything else. */
export function pictureAsHtml(markdown: string): string | undefined {
  const [whole, link, alt = "", quoted, plain, caption, ...to] = PICTURE.exec(markdown.trim()) ?? [];
  const href = to.find((one) => one !== undefined);
  if (whole === undefined || (link === undefined) !== (href === undefined)) return undefined;
  const words = alt.replace(/\\([[\]\\])/g, "$1").trim();
  const picture = `<img src="${escapeMarkup(quoted ?? plain ?? "")}" alt="${escapeMarkup(words)}">`;
  const shown = href === undefined ? picture : `<a href="${escapeMarkup(href)}">${picture}</a>`;
  return caption === undefined ? shown : `${shown} ${escapeMarkup(caption)}`;
}

export function linkOf(to: string, text?: string): string {
  const shown = oneLine(text ?? "");
  if (!shown || shown === to)
    return /^https?:\/\/[^\s<>]+$/.test(to) ? `<${to}>` : `[${escapeBrackets(to)}](${destination(to)})`;
  return `[${escapeBrackets(shown)}](${destination(to)})`;
}

/** Its title is a bold line, since a callout has no title of its own. */
export function calloutOf(kind: CalloutKind, body: string, title?: string): string {
  const inner = [title?.trim() ? `**${oneLine(title)}**` : "", body.trim()].filter(Boolean).join("\n\n");
  return quoted(`[!${kind}]\n${inner || " "}`);
}

export function quotationOf(body: string, by?: string): string {
  return quoted([body.trim(), by?.trim() ? `— ${oneLine(by)}` : ""].filter(Boolean).join("\n\n"));
}

/** A block of code; its fence is longer than any in it. */
export function codeOf(text: string, info = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/^\s*(`{3,})/gm)].map(([, ticks = ""]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${info.replace(/[`\n]/g, " ").trim()}\n${text.replace(/^(?:[ \t]*\n)+/, "").replace(/\s+$/, "")}\n${fence}`;
}

/** A gallery's lines, each picture on its own; `label` is Markdown. */
export function galleryLines(pictures: readonly string[], label: string, colons = ":::"): string[] {
  return [`${colons}gallery${label && `[${label}]`}`, ...pictures, colons];
}

/** For a directive around a text: more colons than any in it has. */
export function colonsAround(text: string): string {
  return ":".repeat(
    Math.max(2, ...[...text.matchAll(/^[ \t>]*(:{3,})/gm)].map(([, colons = ""]) => colons.length)) + 1,
  );
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.trim() ? `> ${line}` : ">"))
    .join("\n");
}

export function destination(address: string): string {
  const clean = address.trim();
  if (clean === "" || /[\s<>]/.test(clean) || !isBalanced(clean)) {
    return `<${clean.replace(/\n/g, " ").replaceAll("<", "%3C").replaceAll(">", "%3E")}>`;
  }
  return clean;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function escapeBrackets(text: string): string {
  return text.replace(/(?<!\\)[[\]]/g, "\\$&");
}
