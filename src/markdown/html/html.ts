/**
 * Raw HTML in Markdown: an allow-list, rebuilt from what was understood, so that nothing passes that was not read.
 * Refused with its line: any other element or attribute, event handlers, styles, `javascript:`, what is not closed.
 */
import type { StateCore, Token } from "markdown-it";
import { absoluteUrl, hrefOf } from "../../content/address.ts";
import { srcsetOf } from "../../content/srcset.ts";
import { escapeMarkup, escapeText } from "../../content/text/escape.ts";
import {
  type Extension,
  envOf,
  type MarkdownContext,
  noteProblem,
  ONLY_ON_PAGE,
  type RenderEnv,
  type RendererRules,
} from "../extension.ts";
import { type Addressing, addressOf, NOWHERE } from "../targets.ts";
import { tokenKey } from "../token-key.ts";
import { type CheckedTag, checkTag, isAllowed } from "./html-allowed.ts";
import { readHtml } from "./html-reader.ts";
import { OpenElements } from "./open-elements.ts";
import { PictureElements } from "./picture-element.ts";

/** How one rendering differs from the other. */
interface Rendering {
  address: Addressing;
  drops: { elements: ReadonlySet<string>; attributes: ReadonlySet<string> };
  /** True where a style sheet chooses between the day and the night version of a picture. */
  hasThemes: boolean;
  /** Elements in whose place a link to the page stands, with its text. */
  linked: Map<string, string>;
}

const forPage: Rendering = {
  address: hrefOf,
  hasThemes: true,
  drops: { elements: new Set(), attributes: new Set() },
  linked: new Map(),
};
const forFeed: Rendering = {
  address: absoluteUrl,
  hasThemes: false,
  drops: {
    elements: new Set(["picture", "source", "track"]),
    attributes: new Set([...ONLY_ON_PAGE, "srcset", "sizes", "decoding", "fetchpriority"]),
  },
  linked: new Map([
    ["audio", "Listen to it on the page"],
    ["video", "Watch it on the page"],
  ]),
};

export const html: Extension = {
  parse: (md) => md.core.ruler.push("html", readTokens),
  page: rulesFor(forPage),
  feed: rulesFor(forFeed),
  text: { html_block: wordsOf, html_inline: wordsOf },
};

/** A tag that was checked, or text without character references. */
type CheckedPiece = CheckedTag | string;

export const htmlPiecesKey = tokenKey<CheckedPiece[]>("htmlPieces");

function readTokens({ tokens, env }: StateCore): void {
  const open = new OpenElements((line, message, hint) => noteProblem(env, "html-nesting", line, message, hint));
  const pictures = new PictureElements((message, hint) =>
    noteProblem(env, "html-picture", line, message, hint, "<picture"),
  );
  let line: number | undefined;
  for (const block of tokens) {
    line = block.map?.[0] ?? line;
    readToken(block, line, envOf(env), open, pictures);
    if (!block.children) continue;
    open.enter();
    for (const token of block.children) readToken(token, line, envOf(env), open, pictures);
    open.leave();
  }
  open.leave();
}

function readToken(
  token: Token,
  line: number | undefined,
  env: RenderEnv,
  open: OpenElements,
  pictures: PictureElements,
): void {
  open.pass(token, line);
  if (token.type !== "html_block" && token.type !== "html_inline") return;
  const pieces = readHtml(token.content, (below, { message, hint, written }) =>
    noteProblem(env, "html-nesting", (line ?? 0) + below, message, hint, written),
  );
  const checked = pieces.map((piece): CheckedPiece => {
    if (typeof piece === "string") return piece;
    const tag = checkTag(piece, (line ?? 0) + piece.line, env, open);
    pictures.pass(tag);
    return tag;
  });
  htmlPiecesKey.set(token, checked);
}

/** Elements within a line, which may begin or end in the middle of a word. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split(" "),
);

/** The text, and what pictures show; a tag that ends a line keeps words apart. */
function wordsOf(token: Token): string {
  const words = (htmlPiecesKey.get(token) ?? []).map((piece) => {
    if (typeof piece === "string") return piece;
    if (piece.name === "img") return ` ${new Map(piece.attributes).get("alt") ?? ""} `;
    return INLINE.has(piece.name) ? "" : " ";
  });
  return words.join("").replace(/\s+/g, " ");
}

function rulesFor(rendering: Rendering): RendererRules {
  const rule: RendererRules[string] = (tokens, index, _options, env) => {
    const pieces = htmlPiecesKey.get(tokens[index]) ?? [];
    const { context } = envOf(env);
    return pieces
      .map((piece) => (typeof piece === "string" ? escapeText(piece) : writeThemes(piece, context, rendering)))
      .join("");
  };
  return { html_block: rule, html_inline: rule };
}

/** Writes the day version of each tag, and the whole night version after the last. */
function writeThemes(tag: CheckedTag, context: MarkdownContext, rendering: Rendering): string {
  const { day, night } = tag.byTheme ?? { day: tag, night: [] };
  if (!rendering.hasThemes) return write(tag, context, rendering);
  return [...(day ? [day] : []), ...night].map((one) => write(one, context, rendering)).join("");
}

function write(tag: CheckedTag, context: MarkdownContext, { address, drops, linked }: Rendering): string {
  if (!isAllowed(tag) || drops.elements.has(tag.name)) return "";
  const leadsNowhere = (name: string) => tag.targets.get(name) === NOWHERE;
  if (tag.name === "img" && leadsNowhere("src")) return escapeText(new Map(tag.attributes).get("alt") ?? "");
  const text = linked.get(tag.name);
  if (text) return tag.closing ? "" : `<a href="${absoluteUrl({ url: context.siteUrl }, context.path)}">${text}</a>`;
  const attributes = tag.attributes.filter(([name]) => !drops.attributes.has(name) && !leadsNowhere(name));
  const written = attributes.map(([name, value]) => {
    return ` ${name}="${escapeMarkup(shownValue(tag, name, value, context, address))}"`;
  });
  return `<${tag.closing ? "/" : ""}${tag.name}${written.join("")}>`;
}

function shownValue(
  tag: CheckedTag,
  name: string,
  value: string,
  context: MarkdownContext,
  address: Addressing,
): string {
  const target = tag.targets.get(name);
  if (target) return addressOf(target, context, address);
  if (name !== "srcset") return value;
  return srcsetOf(
    tag.candidates.map(({ target, descriptor }) => ({ url: addressOf(target, context, address), descriptor })),
  );
}
