/**
 * Markdown of another engine, its tags replaced already, as Markdown of ours: parsed once, and changed in place where it has to be, so that
 * the rest stays as it was written.
 */

import type { Definition, Image, ImageReference, Link, LinkReference, Node, Parent, Root } from "mdast";
import type { Left, MarkdownDialect, SourcePlace } from "../source-site.ts";
import { destination, linkOf, pictureOf } from "../tags/shapes.ts";
import { oneLine } from "../tags/tags.ts";
import { withCallouts } from "./containers.ts";
import { ownFenceInfo } from "./fence-words.ts";
import { oldIds, ownIds } from "./heading-ids.ts";
import { withoutKramdown } from "./kramdown.ts";
import { containsPicture, isType, lineOf, rangeOf, visit, wordsOf } from "./mdast-nodes.ts";
import { HtmlCleaner, type HtmlContext } from "./raw-html.ts";

/** What a link or a picture of the old text is now. */
export interface Addresses {
  /** True for an address of the old site itself. */
  isOwn(address: string): boolean;
  /** The address to write; undefined for one that leads nowhere any more. What has changed is noted by it. */
  link(href: string, line: number): string | undefined;
  media(src: string, line: number): string | undefined;
}

export interface Rewriting {
  readonly dialect: MarkdownDialect;
  readonly place: SourcePlace;
  readonly title: string;
  readonly addresses: Addresses;
  readonly left: Left[];
  readonly parse: (text: string) => Root;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

const MORE =
  /^[ \t]*(?:<!--\s*(?:more|excerpt|truncate|end ?excerpt|read ?more|summary)\s*-->|\{\/\*\s*truncate\s*\*\/\})[ \t]*$/gim;

export function rewriteMarkdown(given: string, rewriting: Rewriting): string {
  const { place, left } = rewriting;
  const marked = given.replace(/\r\n?/g, "\n").replace(MORE, "");
  const text = withoutKramdown(withCallouts(marked, place, left), place, left);
  return applied(text, editsOf(text, rewriting.parse(text), rewriting));
}

function editsOf(text: string, root: Root, { dialect, place, title, addresses, left }: Rewriting): Edit[] {
  const edits: Edit[] = [];
  const fileLine = (line: number) => (place.line ?? 1) + line - 1;
  const note = (construct: string, outcome: Left["outcome"], was: string, now: string, line: number) =>
    left.push({ ...place, line: fileLine(line), construct, outcome, was: oneLine(was), now: oneLine(now) });
  const context: HtmlContext = { link: addresses.link, media: addresses.media, note };
  const cleaner = new HtmlCleaner(context);
  const definitions = new Map<string, Definition>();
  const footnotes = new Set<string>();
  const headings: { node: Node; text: string }[] = [];
  visit(root, (node) => {
    if (isType(node, "definition") && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (isType(node, "footnoteReference")) footnotes.add(node.identifier);
  });
  const resolved = new Map<string, string | undefined>();
  const usedDefinitions = new Set<string>();
  const definedLink = (identifier: string): string | undefined => {
    const definition = definitions.get(identifier);
    if (!definition) return undefined;
    if (!resolved.has(identifier)) resolved.set(identifier, addresses.link(definition.url, lineOf(definition)));
    return resolved.get(identifier);
  };

  let droppedFrom: number | undefined;
  let droppedText = "";
  const edit = (start: number, end: number, replacement: string) => {
    if (text.slice(start, end) !== replacement) edits.push({ start, end, text: replacement });
  };

  visit(root, (node, parent, isInLink) => {
    const [start, end] = rangeOf(node);
    const line = lineOf(node);
    if (isType(node, "html")) {
      const wasDropping = cleaner.isDropping;
      const cleaned = withLinkAlone(cleaner.clean(node.value, line), parent);
      if (wasDropping && droppedFrom !== undefined) {
        // All that stood between the tags goes with them.
        if (cleaner.isDropping) return "skip";
        const from = droppedFrom;
        edits.splice(0, edits.length, ...edits.filter((one) => one.start < from));
        edits.push({ start: droppedFrom, end, text: droppedText + cleaned });
        droppedFrom = undefined;
        return "skip";
      }
      if (cleaner.isDropping) {
        droppedFrom = start;
        droppedText = cleaned;
        return "skip";
      }
      edit(start, end, cleaned);
      return "skip";
    }
    if (cleaner.isDropping) return "skip";
    if (isType(node, "code")) {
      if (node.lang === null && node.meta === null) return "skip";
      const first = text.slice(
        start,
        text.indexOf("\n", start) === -1 ? end : Math.min(end, text.indexOf("\n", start)),
      );
      const [, mark = "", info = ""] = /^(`{3,}|~{3,})[ \t]*(.*?)[ \t]*$/.exec(first) ?? [];
      if (!mark) return "skip";
      const own = ownFenceInfo(info, node.value.split("\n").length);
      if (own.dropped.length > 0)
        note("words behind a code block's language", "noted", info, own.info || "nothing", line);
      if (own.info !== info) edit(start, start + first.length, mark + own.info);
      return "skip";
    }
    if (isType(node, "heading")) {
      headings.push({ node, text: wordsOf(node) });
      return undefined;
    }
    if (isType(node, "image")) {
      edit(start, end, pictureText(node, node.url, node.title ?? undefined, addresses, note, line));
      return "skip";
    }
    if (isType(node, "imageReference")) {
      const definition = definitions.get(node.identifier);
      if (definition)
        edit(start, end, pictureText(node, definition.url, definition.title ?? undefined, addresses, note, line));
      return "skip";
    }
    if (isType(node, "link")) return editLink(node, addresses.link(node.url, line), isInLink, text, edit, note);
    if (isType(node, "linkReference")) {
      const to = definedLink(node.identifier);
      if (to !== undefined && !isInLink) usedDefinitions.add(node.identifier);
      else unwrap(node, text, edit);
      return undefined;
    }
    if (isType(node, "definition")) {
      return "skip";
    }
    if (isType(node, "footnoteDefinition")) {
      if (footnotes.has(node.identifier)) return undefined;
      note("footnote without a reference", "left", text.slice(start, end), "nothing: it was never shown", line);
      edit(start, end, "");
      return "skip";
    }
    if (isType(node, "text"))
      editText(text, start, end, parent, dialect, edit, isInLink ? undefined : withOwnAddresses(addresses, line));
    return undefined;
  });
  if (droppedFrom !== undefined) edits.push({ start: droppedFrom, end: text.length, text: droppedText });

  for (const [identifier, definition] of definitions) {
    const [start, end] = rangeOf(definition);
    const to = resolved.get(identifier);
    if (!usedDefinitions.has(identifier) || to === undefined) {
      edit(start, end, "");
      continue;
    }
    const label = /^\[(?:\\[\s\S]|[^\]\\])*\]:/.exec(text.slice(start, end))?.[0] ?? `[${definition.label}]:`;
    const titleText = definition.title ? ` "${definition.title.replace(/\s+/g, " ").replaceAll('"', "'")}"` : "";
    edit(start, end, `${label} ${destination(to)}${titleText}`);
  }
  visit(root, (node) => {
    if (isType(node, "definition") && definitions.get(node.identifier) !== node) edit(...rangeOf(node), "");
    return undefined;
  });
  edits.push(...headingEdits(text, headings, title, dialect, note));
  return edits;
}

/** An embed that became a link, and stands alone, gets a line of its own. */
function withLinkAlone(html: string, parent: Parent | undefined): string {
  return parent?.type === "root" && /^\s*<a [^>]*>[^<]*<\/a>\s*$/.test(html) ? `<p>${html.trim()}</p>\n` : html;
}

function pictureText(
  node: Image | ImageReference,
  url: string,
  title: string | undefined,
  addresses: Addresses,
  note: HtmlContext["note"],
  line: number,
): string {
  const alt = node.alt ?? "";
  const src = addresses.media(url, line);
  // What stood below it is text as well.
  if (src === undefined) return [alt.trim(), title?.trim()].flatMap((one) => (one ? [escaped(one)] : [])).join(" · ");
  if (!alt.trim()) note("picture without a description", "noted", url, "![ ](…)", line);
  return pictureOf(src, alt.replace(/[\\`*_<&]/g, "\\$&"), title?.trim() ? title : undefined);
}

function editLink(
  node: Link,
  to: string | undefined,
  isInLink: boolean,
  text: string,
  edit: (start: number, end: number, replacement: string) => void,
  note: HtmlContext["note"],
): "skip" | undefined {
  const [start, end] = rangeOf(node);
  const source = text.slice(start, end);
  const isAuto = !source.startsWith("[");
  const shown = wordsOf(node).trim();
  const hasContent = shown !== "" || containsPicture(node);
  if (isAuto) {
    if (to === node.url) return "skip";
    edit(start, end, to === undefined ? `\`${shown}\`` : linkOf(to, shown));
    return "skip";
  }
  if (!hasContent) {
    note("link without text", "noted", source, to ? "its address" : "nothing", lineOf(node));
    edit(start, end, to && !isInLink ? linkOf(to) : "");
    return "skip";
  }
  if (to === undefined && /^https?:\/\//.test(shown)) {
    // It would be a link again by itself.
    edit(start, end, `\`${shown.replaceAll("`", "")}\``);
    return "skip";
  }
  if (to === undefined || isInLink) {
    unwrap(node, text, edit);
    return undefined;
  }
  const last = node.children.at(-1);
  const [, lastEnd] = last ? rangeOf(last) : [0, 0];
  const title = node.title?.trim() ? ` "${node.title.replace(/\s+/g, " ").replaceAll('"', "'")}"` : "";
  if (to !== node.url || title.length !== (node.title ? node.title.length + 3 : 0))
    edit(lastEnd, end, `](${destination(to)}${title})`);
  return undefined;
}

/** What stands in a link stays. */
function unwrap(
  node: Link | LinkReference,
  text: string,
  edit: (start: number, end: number, replacement: string) => void,
): void {
  const [start, end] = rangeOf(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) {
    edit(start, end, "");
    return;
  }
  const [innerStart] = rangeOf(first);
  const [, innerEnd] = rangeOf(last);
  // An inner part that is edited too must not be cut again: only the marks go.
  if (text.slice(start, innerStart) !== "") edit(start, innerStart, "");
  edit(innerEnd, end, "");
}

const BARE = /\bhttps?:\/\/[^\s<>"'`\])}|*]+(?<![.,;:!?_~])/g;

/** A bare address of the old site is a link in ours: it leads to what is there now, or is shown as code. */
function withOwnAddresses(addresses: Addresses, line: number): (text: string) => string {
  return (text) =>
    text.replace(BARE, (written) => {
      if (!addresses.isOwn(written)) return written;
      const to = addresses.link(written, line);
      return to === undefined ? `\`${written}\`` : linkOf(to, written);
    });
}

/** Dollars, marks and line ends of running text. */
function editText(
  text: string,
  start: number,
  end: number,
  parent: Parent | undefined,
  dialect: MarkdownDialect,
  edit: (start: number, end: number, replacement: string) => void,
  own: ((text: string) => string) | undefined,
): void {
  let written = text.slice(start, end);
  if (!dialect.math) written = written.replace(/(?<!\\)\$/g, "\\$");
  else if (dialect.anchors === "kramdown")
    written = written.replace(/(?<![\\$])\$\$(?!\n)([^$\n]+)\$\$(?!\$)/g, (_, inner: string) => `$${inner.trim()}$`);
  written = written.replace(/(?<![\\\w=<>!])==(?=[^\s=])([^=\n]*[^\s=])==(?![\w=])/g, "<mark>$1</mark>");
  written = written.replace(/\[\^([^\]\s]+)\]/g, "\\[^$1]");
  if (own && written.includes("://")) written = own(written);
  if (dialect.breaks && parent?.type === "paragraph") written = written.replace(/[ \t]*\n/g, "\\\n");
  edit(start, end, written);
}

/** The old id of each heading that would get another one, and no first heading that repeats the title. */
function headingEdits(
  text: string,
  headings: { node: Node; text: string }[],
  title: string,
  dialect: MarkdownDialect,
  note: HtmlContext["note"],
): Edit[] {
  const edits: Edit[] = [];
  const given = headings.map((heading) => /\s*\{#([^\s{}]+)\}\s*$/.exec(heading.text)?.[1]);
  const texts = headings.map((heading) => heading.text.replace(/\s*\{#([^\s{}]+)\}\s*$/, ""));
  const old = oldIds(texts, dialect.anchors).map((id, index) => given[index] ?? id);
  const own = ownIds(texts);
  headings.forEach(({ node }, index) => {
    const [start, end] = rangeOf(node);
    const shown = texts[index] ?? "";
    if (
      index === 0 &&
      "depth" in node &&
      node.depth === 1 &&
      shown.trim().toLowerCase() === title.trim().toLowerCase() &&
      text.slice(0, start).trim() === ""
    ) {
      note("heading", "noted", shown, "nothing: it repeats the title", lineOf(node));
      edits.push({ start, end, text: "" });
      return;
    }
    const id = old[index] ?? "";
    if (!id || id === own[index] || given[index] !== undefined || /[\s{}<>"]/.test(id) || old.indexOf(id) !== index)
      return;
    const source = text.slice(start, end);
    const lineEnd = source.indexOf("\n");
    const first = lineEnd === -1 ? source : source.slice(0, lineEnd);
    const at = start + first.replace(/[ \t]+#+[ \t]*$/, "").trimEnd().length;
    if (/^ {0,3}#/.test(source)) edits.push({ start: at, end: start + first.length, text: ` {#${id}}` });
    else
      edits.push({
        start: start + source.trimEnd().replace(/\n[^\n]*$/, "").length,
        end: start + source.trimEnd().replace(/\n[^\n]*$/, "").length,
        text: ` {#${id}}`,
      });
  });
  return edits;
}

/** Of two edits that overlap, the outer one. Code beside code stays apart. */
function applied(text: string, edits: Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let out = "";
  let position = 0;
  const add = (piece: string, isNew: boolean) => {
    const touches = out.endsWith("`") && piece.startsWith("`") && (isNew || isAfterNew);
    if (piece) isAfterNew = isNew;
    out += touches ? ` ${piece}` : piece;
  };
  let isAfterNew = false;
  for (const { start, end, text: replacement } of ordered) {
    if (start < position) continue;
    add(text.slice(position, start), false);
    add(replacement, true);
    position = end;
  }
  add(text.slice(position), false);
  return out;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&$]/g, "\\$&");
}
