/**
 * Raw HTML in Markdown: an allow-list, rebuilt from what was understood, so that nothing passes that was not read.
 * Refused with its line: any other element or attribute, event handlers, styles, `javascript:`, what is not closed.
 */
import type { StateCore, Token } from "markdown-it";
import { absoluteUrl, hrefOf } from "../content/address.ts";
import type { Picture } from "../content/picture.ts";
import { type Extension, envOf, noteProblem, type RenderEnv, type RendererRules, type Target } from "./extension.ts";
import { type HtmlPiece, readHtml, type Tag } from "./html-reader.ts";
import { type Addressing, addressOf, noteTarget } from "./links.ts";

const VOID = new Set(["br", "hr", "img", "wbr", "source", "track", "col"]);
const ELEMENTS = new Set(
  (
    "a abbr aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure " +
    "h2 h3 h4 h5 h6 hr i img ins kbd li mark meter ol p picture pre progress q rp rt ruby s samp section small source span strong sub summary " +
    "sup table tbody td tfoot th thead time tr track u ul var video wbr"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  (
    "abbr alt cite class colspan controls datetime dir download height href hreflang id kind label lang loop media muted open poster " +
    "preload rel reversed rowspan scope sizes span src srclang start target title type value width"
  ).split(" "),
);
const ADDRESSES = new Set(["href", "src", "poster", "cite"]);
const ONLY_ON_PAGE = new Set(["class", "id"]);

export const html: Extension = {
  parse: (md) => md.core.ruler.push("html", readTokens),
  page: rulesFor(hrefOf, () => true),
  feed: rulesFor(absoluteUrl, (attribute) => !ONLY_ON_PAGE.has(attribute)),
};

/** A tag's addresses are resolved as those of Markdown's links are; this token stands in for one of them. */
interface ReadTag extends Tag {
  links: Map<string, Token>;
}

function readTokens({ tokens, env, Token }: StateCore): void {
  const open: { name: string; line: number | undefined }[] = [];
  for (const block of tokens) {
    for (const token of block.type === "html_block" ? [block] : (block.children ?? [])) {
      if (token.type !== "html_block" && token.type !== "html_inline") continue;
      const pieces = readHtml(token.content);
      token.meta = { pieces };
      for (const piece of pieces)
        if (typeof piece === "object") checkTag(piece, block.map?.[0], envOf(env), open, Token);
    }
  }
  for (const { name, line } of open) noteProblem(env, line, `<${name}> is never closed`);
}

function checkTag(
  tag: Tag,
  line: number | undefined,
  env: RenderEnv,
  open: { name: string; line: number | undefined }[],
  TokenClass: typeof Token,
): void {
  const refuse = (what: string, hint?: string) => noteProblem(env, line, `${what} is not allowed in a page`, hint);
  if (!ELEMENTS.has(tag.name)) {
    refuse(`<${tag.name}>`, "write it as code, or leave it out");
    return;
  }
  if (tag.closing) {
    if (open.at(-1)?.name === tag.name) open.pop();
    else noteProblem(env, line, `</${tag.name}> closes nothing that is open`);
    return;
  }
  if (!VOID.has(tag.name)) open.push({ name: tag.name, line });
  const links = new Map<string, Token>();
  for (const [name, value] of tag.attributes) {
    if (!ATTRIBUTES.has(name)) refuse(`the attribute ${name} of <${tag.name}>`);
    if (name === "id") env.notes.anchors.push(value);
    if (ADDRESSES.has(name)) {
      const token = new TokenClass("html_link", "", 0);
      token.attrSet(name, value);
      noteTarget(token, name, line, env);
      links.set(name, token);
    }
  }
  (tag as ReadTag).links = links;
  if (tag.name === "img") checkImage(tag as ReadTag, line, env);
}

/** As of a Markdown picture: its alternative must be there, and its size is filled in. */
function checkImage({ attributes, links }: ReadTag, line: number | undefined, env: RenderEnv): void {
  const has = (wanted: string) => attributes.some(([name]) => name === wanted);
  if (!has("alt"))
    noteProblem(env, line, "an image has no alternative text", 'say what it shows; alt="" marks decoration');
  const target = links.get("src")?.meta?.["target"] as Target | undefined;
  if (target?.kind !== "asset") return;
  const picture = env.context.picture?.(target.file);
  if (!picture) return;
  if ("message" in picture) noteProblem(env, line, `${target.file} ${picture.message}`, picture.hint);
  else attributes.push(...sizesFor(picture, attributes));
}

/** The sizes that were left out; where one is given, the other in proportion. */
function sizesFor(picture: Picture, attributes: Tag["attributes"]): Tag["attributes"] {
  const given = new Map(attributes);
  const one = given.has("width") ? "width" : "height";
  const scale = Number(given.get(one) ?? picture[one]) / picture[one];
  return (["width", "height"] as const)
    .filter((name) => !given.has(name) && scale > 0)
    .map((name) => [name, String(Math.round(picture[name] * scale))]);
}

function rulesFor(address: Addressing, keeps: (attribute: string) => boolean): RendererRules {
  const rule: RendererRules[string] = (tokens, index, _options, env) => {
    const pieces = (tokens[index]?.meta?.["pieces"] ?? []) as HtmlPiece[];
    return pieces.map((piece) => (typeof piece === "string" ? piece : write(piece as ReadTag))).join("");
    function write(tag: ReadTag): string {
      if (!ELEMENTS.has(tag.name)) return "";
      const attributes = tag.attributes.filter(([name]) => ATTRIBUTES.has(name) && keeps(name));
      const written = attributes.map(([name, value]) => {
        const link = tag.links.get(name);
        return ` ${name}="${(link ? addressOf(link, name, envOf(env).context, address) : value).replace(/"/g, "&quot;")}"`;
      });
      return `<${tag.closing ? "/" : ""}${tag.name}${written.join("")}>`;
    }
  };
  return { html_block: rule, html_inline: rule };
}
