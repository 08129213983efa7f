/** Links by file name, by path or by URL, each led to what it names. */
import type { StateCore, Token } from "markdown-it";
import { absoluteUrl, hrefOf } from "../content/address.ts";
import { type Extension, envOf, noteProblem, type RenderEnv, type RendererRules, type Target } from "./extension.ts";
import { type Addressing, addressOf, decodedTarget, NOWHERE, readPublished } from "./targets.ts";
import { tokenKey } from "./token-key.ts";
import { inlineTokens, tokenAt } from "./tokens.ts";

/** On both ends of a link. */
const targetKey = tokenKey<Target>("target");

/** The `info` of a link around a picture, to that picture's file. */
export const OF_PICTURE = "picture";

export const links: Extension = {
  parse: (md) => md.core.ruler.push("links", readLinks),
  page: rulesFor(hrefOf),
  feed: rulesFor(absoluteUrl),
};

function readLinks({ tokens, env, src }: StateCore): void {
  let before: Token | undefined;
  const open: Token[] = [];
  for (const { token, line } of inlineTokens(tokens)) {
    // The text of a reference comes from its target: where that is a problem, it is the only one.
    if (token.type === "link_close" && before?.type === "link_open" && targetKey.need(before) !== NOWHERE)
      noteProblem(env, "link-text", line, "a link has no text", "say where it leads", "[](");
    before = token;
    if (token.type === "link_close") targetKey.set(token, targetKey.need(open.pop()));
    if (token.type !== "link_open") continue;
    open.push(token);
    if (!token.attrGet("href"))
      noteProblem(
        env,
        "link-text",
        line,
        "a link leads nowhere",
        "write where it leads between the ( and the )",
        "]()",
      );
    const href = String(token.attrGet("href"));
    // Where a picture is a problem, the link from it to its own file is none.
    const isKnown = token.info !== OF_PICTURE || envOf(env).context.resolve(href).ok;
    const target = isKnown ? readPublished(href, line, envOf(env)) : NOWHERE;
    targetKey.set(token, target);
    if (target.kind === "page" && target.isTranslation) writePath(href, target.path, src, envOf(env));
  }
}

/** In the page's Markdown, which is read without knowing what is a translation of what. */
function writePath(href: string, path: string, src: string, { notes }: RenderEnv): void {
  const written = decodedTarget(href);
  const lines = { start: 0, end: src.split("\n").length };
  for (const [before, after] of [
    ["](", ")"],
    ["](", " "],
    ["]: ", "\n"],
    ["]: ", " "],
  ])
    notes.rewritten.push({ ...lines, from: `${before}${written}${after}`, to: `${before}${path}${after}` });
}

function rulesFor(address: Addressing): RendererRules {
  return {
    link_open: (tokens, index, _options, env, renderer) => {
      const token = tokenAt(tokens, index);
      // A link that leads nowhere is its text.
      if (targetKey.need(token) === NOWHERE) return "";
      // Print shows addresses behind links, and not where the text is the address, or where there is no text.
      if (token.info === "auto" || holdsPictureOnly(tokens, index)) token.attrSet("class", "bare");
      const target = targetKey.need(token);
      token.attrSet("href", addressOf(target, envOf(env).context, address));
      if (envOf(env).context.previews && target.kind === "page" && address === hrefOf)
        token.attrSet("data-preview", "");
      return `<a${renderer.renderAttrs(token)}>`;
    },
    link_close: (tokens, index) => (targetKey.need(tokens[index]) === NOWHERE ? "" : "</a>"),
  };
}

/** Whether pictures, and blanks between them, are all that stands between a link's beginning and its end. */
function holdsPictureOnly(tokens: Token[], open: number): boolean {
  let hasPicture = false;
  for (let at = open + 1; at < tokens.length; at++) {
    const { type, content } = tokenAt(tokens, at);
    if (type === "link_close") break;
    if (type === "image") hasPicture = true;
    else if (content.trim() !== "") return false;
  }
  return hasPicture;
}
