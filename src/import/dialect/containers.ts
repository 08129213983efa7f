/**
 * Callouts of other Markdowns as ours: `:::note Title … :::` (Docusaurus, VitePress, Astro), `!!! note "Title"` with its text indented
 * (MkDocs), `> [!info]- Title` (Obsidian, Hugo), `> **Note**` and `{% note %}` are left to others. Tabs, groups of code and folds
 * are directives here as well; unknown `:::` are unwrapped.
 */
import type { Left, SourcePlace } from "../source-site.ts";
import { calloutKind } from "../tags/built-in-tags.ts";
import { calloutOf, colonsAround } from "../tags/shapes.ts";
import { oneLine } from "../tags/tags.ts";
import { type FencedLine, fencedLines } from "./fenced-lines.ts";

const OPEN = /^([ \t>]*)(:{3,})[ \t]*\{?\.?([\w-]+)\}?(.*)$/;
const CLOSE = /^[ \t>]*(:{3,})[ \t]*$/;
const ADMONITION = /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+(?:inline|end))*[ \t]*(?:"([^"]*)")?[ \t]*$/;
const MARKER = /^([ \t]*(?:>[ \t]?)+)\[!([\w-]+)(?:\|[^\]]*)?\]([-+]?)[ \t]*(.*)$/;

/** What stands deeper is left as it is. */
const DEEPEST = 20;

const OURS = /^(tabs|code-group|details)$/;

/** What a line of a gallery may be. */
const PICTURE_OR_NONE = /^[ \t>]*(?:!\[.*\)[ \t]*)?$/;

/** `line` of `place` is the first of the text. `keepsOurs` is false for a text in which directives would be words. */
export function withCallouts(text: string, place: SourcePlace, left: Left[], keepsOurs = true): string {
  if (!/:::|!!! |\?\?\?|\[!/.test(text)) return text;
  const note = (line: number, was: string, now: string, outcome: Left["outcome"] = "noted") =>
    left.push({ ...place, line: (place.line ?? 1) + line, construct: "callout", outcome, was: oneLine(was), now });
  return unwrapped(fencedLines(text), 0, note, keepsOurs ? "text" : undefined).join("\n");
}

/** Without the names of our directives, which no page shows. */
export function withoutOurNames(text: string): string {
  return text.replace(/^([ \t>]*:{3,})(?:tabs?|code-group|details|gallery)\b/gm, "$1");
}

type Note = (line: number, was: string, now: string, outcome?: Left["outcome"]) => void;

/** `within` is the container around the lines, undefined where directives are not kept. */
function unwrapped(
  lines: readonly FencedLine[],
  offset: number,
  note: Note,
  within: string | undefined,
  depth = 0,
): string[] {
  const out: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.isCode) {
      out.push(line?.text ?? "");
      continue;
    }
    const container = depth < DEEPEST ? containerAt(lines, index) : undefined;
    if (container) {
      const { name, title, prefix, end } = container;
      const start = index;
      const isGallery =
        name === "gallery" && lines.slice(index + 1, end).every(({ text }) => PICTURE_OR_NONE.test(text));
      const isOurs = within !== undefined && (OURS.test(name) || isGallery || (name === "tab" && within === "tabs"));
      const inside = isOurs ? name : within && "text";
      const inner = unwrapped(lines.slice(index + 1, end), offset + index + 1, note, inside, depth + 1);
      index = end;
      if (isOurs) {
        const colons = colonsAround(inner.join("\n"));
        const label = title || (name === "details" ? "…" : "");
        const open = `${colons}${name}${label && `[${label}]`}`;
        if (line.text.trim() !== open) note(offset + start, line.text, open);
        out.push("", prefix + open, ...inner, prefix + colons, "");
        continue;
      }
      const kind = calloutKind(name);
      const body = inner.map((one) => (one.startsWith(prefix) ? one.slice(prefix.length) : one)).join("\n");
      note(offset + start, line.text, kind ? `> [!${kind}]` : "its content", kind ? "noted" : "left");
      const shown = kind
        ? calloutOf(kind, body, title)
        : [title && `**${title}**`, body.trim()].filter(Boolean).join("\n\n");
      out.push(...["", ...shown.split("\n"), ""].map((one) => (prefix + one).trimEnd()));
      continue;
    }
    const admonition = admonitionAt(lines, index);
    if (admonition) {
      const { name, title, prefix, end } = admonition;
      const dedented = lines
        .slice(index + 1, end)
        .map((one) => ({ ...one, text: one.text.slice(prefix.length).replace(/^( {4}|\t)/, "") }));
      const kind = calloutKind(name) ?? "NOTE";
      note(offset + index, line.text, `> [!${kind}]`);
      const shown = calloutOf(kind, unwrapped(dedented, offset + index + 1, note, within && "text").join("\n"), title);
      out.push(...["", ...shown.split("\n"), ""].map((one) => (prefix + one).trimEnd()));
      index = end - 1;
      continue;
    }
    out.push(...markerLines(line.text, offset + index, note));
  }
  return out;
}

interface Container {
  name: string;
  title: string;
  prefix: string;
  /** The index of its last line, or behind it for an admonition. */
  end: number;
}

/** A container that is never closed ends with the text. */
function containerAt(lines: readonly FencedLine[], index: number): Container | undefined {
  const [, prefix = "", colons = "", name = "", rest = ""] = OPEN.exec(lines[index]?.text ?? "") ?? [];
  if (!name) return undefined;
  let depth = 0;
  let end = index + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line || line.isCode) continue;
    const close = CLOSE.exec(line.text)?.[1];
    if (close && depth === 0) break;
    if (close && close.length >= colons.length && colons.length > 3) break;
    if (close) depth--;
    else if (OPEN.test(line.text)) depth++;
  }
  return { name, title: titleIn(rest), prefix, end };
}

/** `[Title]`, `{title="Title"}` or `Title`, perhaps with colons behind it. */
function titleIn(text: string): string {
  let end = text.trimEnd().length;
  while (text[end - 1] === ":") end--;
  const plain = text.slice(0, end).trim();
  const [, inBrackets] = /^\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]$/.exec(plain) ?? [];
  const [, inBraces] = /^\{([^}]*)\}$/.exec(plain) ?? [];
  if (inBraces !== undefined) return /title="([^"]*)"/.exec(inBraces)?.[1]?.trim() ?? "";
  return (inBrackets ?? plain).trim();
}

function admonitionAt(lines: readonly FencedLine[], index: number): Container | undefined {
  const [, prefix = "", name = "", title = ""] = ADMONITION.exec(lines[index]?.text ?? "") ?? [];
  if (!name) return undefined;
  let end = index + 1;
  let last = index;
  for (; end < lines.length; end++) {
    const text = lines[end]?.text ?? "";
    if (text.trim() === "") continue;
    if (!new RegExp(`^${prefix}( {4}|\\t)`).test(text)) break;
    last = end;
  }
  return last === index ? undefined : { name, title, prefix, end: last + 1 };
}

/** `> [!info]- Title` as two lines. */
function markerLines(text: string, line: number, note: Note): string[] {
  const [, prefix = "", name = "", fold = "", title = ""] = MARKER.exec(text) ?? [];
  if (!name || /^[([]/.test(title)) return [text];
  const kind = calloutKind(name) ?? "NOTE";
  if (kind === name && !title && !fold) return [text];
  note(line, text, `> [!${kind}]`);
  return title ? [`${prefix}[!${kind}]`, `${prefix}**${title.trim()}**`, prefix.trimEnd()] : [`${prefix}[!${kind}]`];
}
