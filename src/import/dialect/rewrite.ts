/**
 * Markdown of another engine, its tags replaced already, as Markdown of ours: parsed once, and changed in place where it has to be, so that
 * the rest stays as it was written.
 */

import type { Code, FootnoteDefinition, Heading, Html, Node, Paragraph, Parent, Root } from "mdast";
import { oneLine } from "../tags/tags.ts";
import { withCallouts } from "./containers.ts";
import { Edits } from "./edits.ts";
import { isEmbedAlone } from "./embeds.ts";
import { ownFenceInfo } from "./fence-words.ts";
import { filmIn, titleOfFilm } from "./films.ts";
import { editHeadings } from "./heading-edits.ts";
import { withoutKramdown } from "./kramdown.ts";
import { editLink, editPicture, LinkDefinitions } from "./link-edits.ts";
import { isType, lineOf, rangeOf, visit } from "./mdast-nodes.ts";
import { HtmlCleaner } from "./raw-html.ts";
import type { RewriteContext, Rewriting } from "./rewriting.ts";
import { editText } from "./running-text.ts";

const EXCERPT_MARK =
  /^[ \t]*(?:<!--\s*(?:more|excerpt|truncate|end ?excerpt|read ?more|summary)\s*-->|\{\/\*\s*truncate\s*\*\/\})[ \t]*$/gim;

export function rewriteMarkdown(given: string, rewriting: Rewriting): string {
  const { place, left, parse } = rewriting;
  const unmarked = given.replace(/\r\n?/g, "\n").replace(EXCERPT_MARK, "");
  const text = withoutKramdown(withCallouts(unmarked, place, left), place, left);
  return new Rewriter(text, rewriting).rewrite(parse(text));
}

class Rewriter {
  readonly #context: RewriteContext;
  readonly #edits: Edits;
  readonly #cleaner: HtmlCleaner;
  readonly #definitions: LinkDefinitions;
  /** The footnotes that the text refers to. */
  readonly #footnotes = new Set<string>();
  readonly #headings: Heading[] = [];
  /** The element that is left out at the moment: where it begins, and what was written in place of its tag. */
  #dropped: { start: number; instead: string } | undefined;

  constructor(text: string, { dialect, title, addresses, place, left }: Rewriting) {
    this.#edits = new Edits(text);
    const firstLine = place.line ?? 1;
    const note: RewriteContext["note"] = (construct, outcome, was, now, line) =>
      left.push({ ...place, line: firstLine + line - 1, construct, outcome, was: oneLine(was), now: oneLine(now) });
    this.#context = { dialect, title, addresses, text, edits: this.#edits, note };
    this.#cleaner = new HtmlCleaner({ link: addresses.link, media: addresses.media, note });
    this.#definitions = new LinkDefinitions(this.#context);
  }

  rewrite(root: Root): string {
    visit(root, (node) => {
      if (isType(node, "definition")) this.#definitions.add(node);
      if (isType(node, "footnoteReference")) this.#footnotes.add(node.identifier);
      return undefined;
    });
    visit(root, (node, parent, isInLink) => this.#edit(node, parent, isInLink));
    if (this.#dropped) this.#edits.replace(this.#dropped.start, this.#context.text.length, this.#dropped.instead);
    this.#definitions.editDefinitions();
    editHeadings(this.#headings, this.#context);
    return this.#edits.applied();
  }

  /** Returns "skip" where nothing inside the node is to be edited. */
  #edit(node: Node, parent: Parent | undefined, isInLink: boolean): "skip" | undefined {
    if (isType(node, "html")) {
      if (this.#cleaner.isDropping || !this.#editFilm(node, parent)) this.#editHtml(node, parent);
      return "skip";
    }
    if (this.#cleaner.isDropping) return "skip";
    if (isType(node, "link")) return editLink(node, isInLink, this.#context);
    if (isType(node, "footnoteDefinition")) return this.#editFootnote(node);
    if (isType(node, "paragraph") && parent?.type === "root" && this.#editEmbed(node)) return "skip";
    if (isType(node, "paragraph") && this.#editFilm(node, parent)) return "skip";
    if (isType(node, "heading")) this.#headings.push(node);
    else if (isType(node, "linkReference")) this.#definitions.editReference(node, isInLink);
    else if (isType(node, "text")) editText(node, parent, isInLink, this.#context);
    else if (isType(node, "code")) this.#editFence(node);
    else if (isType(node, "image")) editPicture(node, node, this.#context);
    else if (isType(node, "imageReference")) {
      const definition = this.#definitions.of(node);
      if (definition) editPicture(node, { ...definition, alt: node.alt }, this.#context);
    }
    return undefined;
  }

  /** A paragraph that is an embed of the old site, and nothing else, is its address. */
  #editEmbed({ children: [link, ...others] }: Paragraph): boolean {
    if (!link || others.length > 0 || !isType(link, "link")) return false;
    const [text] = link.children;
    if (!text || !isType(text, "text") || !isEmbedAlone(link.url, text.value)) return false;
    this.#edits.replaceNode(link, `<${link.url}>`);
    return true;
  }

  /** What it can't be as ours becomes a player of HTML again when the engine refuses it. */
  #editFilm(node: Html | Paragraph, parent: Parent | undefined): boolean {
    const film = parent?.type === "root" ? filmIn(this.#edits.sourceOf(node)) : undefined;
    if (!film) return false;
    const alt = titleOfFilm(film.src, film.title);
    editPicture(node, { url: film.src, alt, title: film.caption }, this.#context);
    return true;
  }

  /** An element that is left out may begin in one node and end in another: everything between goes with it. */
  #editHtml(node: Html, parent: Parent | undefined): void {
    const dropped = this.#dropped;
    const cleaned = withLinkAlone(this.#cleaner.clean(node.value, lineOf(node)), parent);
    const [start, end] = rangeOf(node);
    if (this.#cleaner.isDropping) {
      this.#dropped ??= { start, instead: cleaned };
    } else if (dropped) {
      this.#edits.forgetFrom(dropped.start);
      this.#edits.replace(dropped.start, end, dropped.instead + cleaned);
      this.#dropped = undefined;
    } else {
      this.#edits.replace(start, end, cleaned);
    }
  }

  #editFence(node: Code): void {
    if (node.lang === null && node.meta === null) return;
    const [firstLine = ""] = this.#edits.sourceOf(node).split("\n", 1);
    const [, fence = "", info = ""] = /^(`{3,}|~{3,})[ \t]*(.*?)[ \t]*$/.exec(firstLine) ?? [];
    if (!fence) return;
    const own = ownFenceInfo(info, node.value.split("\n").length);
    if (own.dropped.length > 0)
      this.#context.note("words behind a code block's language", "noted", info, own.info || "nothing", lineOf(node));
    const [start] = rangeOf(node);
    if (own.info !== info) this.#edits.replace(start, start + firstLine.length, fence + own.info);
  }

  #editFootnote(node: FootnoteDefinition): "skip" | undefined {
    if (this.#footnotes.has(node.identifier)) return undefined;
    const written = this.#edits.sourceOf(node);
    const now = "nothing: it was never shown";
    this.#context.note("footnote without a reference", "left", written, now, lineOf(node));
    this.#edits.replaceNode(node, "");
    return "skip";
  }
}

/** An embed that became a link, and stands alone, gets a line of its own. */
function withLinkAlone(html: string, parent: Parent | undefined): string {
  const [, address = "", text = ""] = /^\s*<a href="([^"]*)">([^<]*)<\/a>\s*$/.exec(html) ?? [];
  if (parent?.type === "root" && isEmbedAlone(address, text)) return `\n<${address}>\n`;
  return parent?.type === "root" && /^\s*<a [^>]*>[^<]*<\/a>\s*$/.test(html) ? `<p>${html.trim()}</p>\n` : html;
}
