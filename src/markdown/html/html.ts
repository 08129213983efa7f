/**
 * Raw HTML in Markdown: an allow-list, rebuilt from what was understood, so that nothing passes that was not read.
 * Refused with its line: any other element or attribute, event handlers, styles, `javascript:`, what is not closed.
 */
import type { StateCore, Token } from "markdown-it";
import { absoluteUrl, hrefOf } from "../../content/address.ts";
import {
  type Extension,
  envOf,
  type MarkdownContext,
  noteProblem,
  ONLY_ON_PAGE,
  type RenderEnv,
  type RendererRules,
} from "../extension.ts";
import { type Addressing, addressOf } from "../targets.ts";
import { type CheckedTag, checkTag, isAllowed } from "./html-allowed.ts";
import { readHtml, withoutControlReferences } from "./html-reader.ts";
import { OpenElements } from "./open-elements.ts";

/** How one rendering differs from the other. */
interface Rendering {
  address: Addressing;
  drops: { elements: ReadonlySet<string>; attributes: ReadonlySet<string> };
  /** Elements in whose place a link to the page stands, with its text. */
  linked: Map<string, string>;
}

const forPage: Rendering = {
  address: hrefOf,
  drops: { elements: new Set(), attributes: new Set() },
  linked: new Map(),
};
const forFeed: Rendering = {
  address: absoluteUrl,
  drops: { elements: new Set(["picture", "source", "track"]), attributes: ONLY_ON_PAGE },
  linked: new Map([
    ["audio", "Listen to it on the page"],
    ["video", "Watch it on the page"],
  ]),
};

export const html: Extension = {
  parse: (md) => md.core.ruler.push("html", readTokens),
  page: rulesFor(forPage),
  feed: rulesFor(forFeed),
};

/** A tag that was checked, or text that is safe to write as it is. */
type CheckedPiece = CheckedTag | string;

function readTokens({ tokens, env }: StateCore): void {
  const open = new OpenElements((line, message) => noteProblem(env, line, message));
  let line: number | undefined;
  for (const block of tokens) {
    line = block.map?.[0] ?? line;
    readToken(block, line, envOf(env), open);
    if (!block.children) continue;
    open.enter();
    for (const token of block.children) readToken(token, line, envOf(env), open);
    open.leave();
  }
  open.leave();
}

function readToken(token: Token, line: number | undefined, env: RenderEnv, open: OpenElements): void {
  open.pass(token, line);
  if (token.type !== "html_block" && token.type !== "html_inline") return;
  const opening = token.content.lastIndexOf("<!--");
  if (opening !== -1 && !token.content.includes("-->", opening))
    noteProblem(env, line, "a comment is never closed", "write --> at its end", "<!--");
  const pieces = readHtml(withoutControlReferences(token.content)).map((piece): CheckedPiece => {
    return typeof piece === "string" ? piece : checkTag(piece, line, env, open);
  });
  token.meta = { pieces };
}

function rulesFor(rendering: Rendering): RendererRules {
  const rule: RendererRules[string] = (tokens, index, _options, env) => {
    const pieces = (tokens[index]?.meta?.["pieces"] ?? []) as CheckedPiece[];
    const { context } = envOf(env);
    return pieces.map((piece) => (typeof piece === "string" ? piece : write(piece, context, rendering))).join("");
  };
  return { html_block: rule, html_inline: rule };
}

function write(tag: CheckedTag, context: MarkdownContext, { address, drops, linked }: Rendering): string {
  if (!isAllowed(tag) || drops.elements.has(tag.name)) return "";
  const text = linked.get(tag.name);
  if (text) return tag.closing ? "" : `<a href="${absoluteUrl({ url: context.siteUrl }, context.path)}">${text}</a>`;
  const attributes = tag.attributes.filter(([name]) => !drops.attributes.has(name));
  const written = attributes.map(([name, value]) => {
    const target = tag.targets.get(name);
    return ` ${name}="${(target ? addressOf(target, context, address) : value).replace(/"/g, "&quot;")}"`;
  });
  return `<${tag.closing ? "/" : ""}${tag.name}${written.join("")}>`;
}
