/** Replaces tags by the site's rules, the table of known tags, or their arguments; others are left over. */

import type { ImportRules, TagRule, TagUse } from "../rules.ts";
import type { Left, SourcePlace } from "../source-site.ts";
import { builtInMeaning, picture } from "./built-in-tags.ts";
import { calloutOf, codeOf, linkOf, pictureAsHtml, pictureOf, quotationOf } from "./shapes.ts";

/** Replaces tags of one file, and notes those that come over changed or not at all. */
export interface TagReplacer {
  readonly rules: ImportRules;
  readonly left: Left[];
  /** The text of a file of the old site, for rules that say `{ is: "file" }`; undefined where it can't be read. */
  readonly readFile?: ((path: string) => string | undefined) | undefined;
  /** Tags of the engine itself, such as Jekyll's `post_url`, before all others. */
  readonly own?: ((use: TagUse) => string | undefined) | undefined;
}

/** The Markdown for a tag. A tag without a meaning is added to `left`, and its content stays. */
export function replaceTag(use: TagUse, place: SourcePlace, replacer: TagReplacer): string {
  const rule = replacer.rules.tags[use.name];
  if (rule !== undefined) return byRule(rule, use, replacer);
  const own = replacer.own?.(use);
  if (own !== undefined) return own;
  const meaning = builtInMeaning(use.name)?.(use) ?? pictureByArguments(use);
  const note = (construct: string, outcome: Left["outcome"], now: string) =>
    replacer.left.push({
      ...place,
      construct,
      outcome,
      was: oneLine(use.written),
      now: oneLine(now),
      tag: outcome === "left" ? use.name : undefined,
    });
  if (meaning !== undefined) {
    note(`tag ${use.name}`, "noted", meaning || "nothing");
    return meaning;
  }
  const inner = use.body?.trim() ?? "";
  note(`tag ${use.name}`, "left", inner ? "its content" : "nothing");
  return inner;
}

/** An unknown tag with the name of a picture among its arguments. */
function pictureByArguments(use: TagUse): string | undefined {
  if (use.body?.trim()) return undefined;
  const values = [...use.positional, ...Object.values(use.named)];
  return values.some((value) => /^[^\s{}]+\.(png|jpe?g|gif|webp|avif|svg)$/i.test(value)) ? picture(use) : undefined;
}

function byRule(rule: TagRule, use: TagUse, { readFile }: TagReplacer): string {
  if (typeof rule === "function") return String(rule(use));
  const fill = (template = "") => filled(template, use).trim();
  if (typeof rule === "string") return filled(rule, use);
  if (rule.is === "picture") {
    const shown = pictureOf(fill(rule.src), fill(rule.alt), fill(rule.caption));
    return fill(rule.link) ? `[${shown}](${fill(rule.link)})` : shown;
  }
  if (rule.is === "callout") return calloutOf(rule.kind, use.body ?? "", fill(rule.title));
  if (rule.is === "link") return linkOf(fill(rule.to), fill(rule.text) || use.body);
  if (rule.is === "code") return codeOf(rule.text ? fill(rule.text) : (use.body ?? ""), fill(rule.language));
  if (rule.is === "quotation") return quotationOf(use.body ?? "", fill(rule.by));
  if (rule.is === "file") return readFile?.(fill(rule.path)) ?? "";
  return rule.is === "text" ? (use.body ?? "").trim() : "";
}

function filled(template: string, { positional, named, body }: TagUse): string {
  return template.replace(/\{([\w.|-]+)\}/g, (_, names: string) => {
    const values = names
      .split("|")
      .map((name) => (name === "body" ? body?.trim() : (named[name] ?? positional[Number(name)])));
    return values.find((value) => value !== undefined && value !== "") ?? "";
  });
}

const EMBED = /^(\[[^\]\n]*\]\(https?:\S*\)|<https?:\S*>)$/;
const TAG = /^[ \t>]*(\{[{%]|<[A-Z])/;

/** `text` in the place of what stood from `start` to `end`, as a block of its own if it stood alone on its lines. */
export function placed(source: string, start: number, end: number, text: string): string {
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const before = source.slice(lineStart, start);
  const lineEnd = source.indexOf("\n", end);
  const after = source.slice(end, lineEnd === -1 ? undefined : lineEnd);
  const picture = pictureAsHtml(text);
  if (picture !== undefined && isInHtml(source, lineStart, start)) return picture;
  if (!/^[ \t>]*$/.test(before) || after.trim() !== "" || text.trim() === "") return text;
  const isBlock =
    text.includes("\n") || text.startsWith(">") || (EMBED.test(text) && isAmongTags(source, lineStart, lineEnd));
  const lines = isBlock ? ["", ...text.split("\n"), ""] : text.split("\n");
  return lines.join(`\n${before}`);
}

const HTML_BLOCK =
  /^ {0,3}<\/?(?:article|aside|blockquote|center|d[dlt]|details|div|figure|footer|header|li|main|ol|p|section|table|tbody|t[dhr]|ul)(?=[\s/>]|$)/i;
/** Lines of one block that are looked at. */
const FAR = 100;

/** True for a place in a block of HTML, which ends at the next empty line and in which Markdown means nothing. */
function isInHtml(source: string, lineStart: number, start: number): boolean {
  let first = lineStart;
  for (let lines = 0; first > 0 && lines < FAR; lines++) {
    const before = source.lastIndexOf("\n", first - 2) + 1;
    if (source.slice(before, first).trim() === "") break;
    first = before;
  }
  return HTML_BLOCK.test(source.slice(first, start));
}

/** True where another tag stands on the line before or behind, and no text: an embed is a paragraph of its own there, too. */
function isAmongTags(source: string, start: number, end: number): boolean {
  const before = start === 0 ? "" : source.slice(source.lastIndexOf("\n", start - 2) + 1, start - 1);
  const next = source.indexOf("\n", end + 1);
  const behind = end === -1 ? "" : source.slice(end + 1, next === -1 ? undefined : next);
  const near = [before, behind].filter((line) => line.trim() !== "");
  return near.length > 0 && near.every((line) => TAG.test(line));
}

export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
