/** Links and pictures get their new targets; a link that leads nowhere leaves its text. */
import type { Definition, Image, ImageReference, Link, LinkReference, Node } from "mdast";
import { destination, linkOf, pictureOf } from "../tags/shapes.ts";
import { containsPicture, lineOf, rangeOf, wordsOf } from "./mdast-nodes.ts";
import type { RewriteContext } from "./rewriting.ts";

/** Returns "skip" where the link's content was replaced with it. */
export function editLink(node: Link, isInLink: boolean, context: RewriteContext): "skip" | undefined {
  const { addresses, edits, note } = context;
  const to = addresses.link(node.url, lineOf(node));
  const source = edits.sourceOf(node);
  const shown = wordsOf(node).trim();
  const isBareAddress = !source.startsWith("[");
  if (isBareAddress) {
    if (to !== node.url) edits.replaceNode(node, to === undefined ? `\`${shown}\`` : linkOf(to, shown));
    return "skip";
  }
  if (shown === "" && !containsPicture(node)) {
    note("link without text", "noted", source, to ? "its address" : "nothing", lineOf(node));
    edits.replaceNode(node, to && !isInLink ? linkOf(to) : "");
    return "skip";
  }
  if (to === undefined && /^https?:\/\//.test(shown)) {
    // As plain text it would become a link again.
    edits.replaceNode(node, `\`${shown.replaceAll("`", "")}\``);
    return "skip";
  }
  if (to === undefined || isInLink) unwrapLink(node, context);
  else retarget(node, to, context);
  return undefined;
}

function retarget(node: Link, to: string, { edits }: RewriteContext): void {
  const title = node.title?.trim() ? titleText(node.title) : "";
  const hasSameTitle = title.length === (node.title ? node.title.length + 3 : 0);
  if (to === node.url && hasSameTitle) return;
  const last = node.children.at(-1);
  const [, contentEnd] = last ? rangeOf(last) : [0, 0];
  edits.replace(contentEnd, rangeOf(node)[1], `](${destination(to)}${title})`);
}

/** Only the marks of the link are edited: its content may have edits of its own. */
export function unwrapLink(node: Link | LinkReference, { edits }: RewriteContext): void {
  const [start, end] = rangeOf(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) {
    edits.replaceNode(node, "");
    return;
  }
  edits.replace(start, rangeOf(first)[0], "");
  edits.replace(rangeOf(last)[1], end, "");
}

/** A picture or a film is written in the node's place. */
export function editPicture(
  node: Node,
  { url, ...said }: Pick<Image, "url" | "alt" | "title">,
  { addresses, edits, note }: RewriteContext,
): void {
  const line = lineOf(node);
  const alt = (said.alt ?? "").trim();
  const title = said.title?.trim();
  const src = addresses.media(url, line);
  if (src === undefined) {
    // Nothing is left to show but its words, which were not parsed as Markdown.
    edits.replaceNode(node, [alt, title].flatMap((words) => (words ? [escaped(words)] : [])).join(" · "));
    return;
  }
  if (!alt) note("picture without a description", "noted", url, "![ ](…)", line);
  const description = (said.alt ?? "").replace(/[\\`*_<&]/g, "\\$&");
  edits.replaceNode(node, pictureOf(src, description, title ? (said.title ?? undefined) : undefined));
}

/** Where links by reference lead: `[text][name]`, and `[name]: address` elsewhere. */
export class LinkDefinitions {
  readonly #context: RewriteContext;
  readonly #first = new Map<string, Definition>();
  readonly #repeated: Definition[] = [];
  readonly #targets = new Map<string, string | undefined>();
  readonly #used = new Set<string>();

  constructor(context: RewriteContext) {
    this.#context = context;
  }

  add(definition: Definition): void {
    if (this.#first.has(definition.identifier)) this.#repeated.push(definition);
    else this.#first.set(definition.identifier, definition);
  }

  of({ identifier }: LinkReference | ImageReference): Definition | undefined {
    return this.#first.get(identifier);
  }

  editReference(node: LinkReference, isInLink: boolean): void {
    const to = this.#targetOf(node);
    if (to !== undefined && !isInLink) this.#used.add(node.identifier);
    else unwrapLink(node, this.#context);
  }

  /** Once all references were edited: definitions that none of them needs are dropped. */
  editDefinitions(): void {
    const { edits } = this.#context;
    for (const [identifier, definition] of this.#first) {
      const to = this.#targets.get(identifier);
      if (!this.#used.has(identifier) || to === undefined) {
        edits.replaceNode(definition, "");
        continue;
      }
      const written = edits.sourceOf(definition);
      const label = /^\[(?:\\[\s\S]|[^\]\\])*\]:/.exec(written)?.[0] ?? `[${definition.label}]:`;
      const title = definition.title ? titleText(definition.title) : "";
      edits.replaceNode(definition, `${label} ${destination(to)}${title}`);
    }
    for (const definition of this.#repeated) edits.replaceNode(definition, "");
  }

  #targetOf(reference: LinkReference): string | undefined {
    const definition = this.of(reference);
    if (!definition) return undefined;
    const { identifier, url } = definition;
    if (!this.#targets.has(identifier))
      this.#targets.set(identifier, this.#context.addresses.link(url, lineOf(definition)));
    return this.#targets.get(identifier);
  }
}

function titleText(title: string): string {
  return ` "${title.replace(/\s+/g, " ").replaceAll('"', "'")}"`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&$]/g, "\\$&");
}
