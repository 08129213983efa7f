/** Links by file name, by path or by URL, each led to what it names. */
import type { StateCore, Token } from "markdown-it";
import { absoluteUrl, hrefOf } from "../content/address.ts";
import { type Extension, envOf, type RendererRules, type Target } from "./extension.ts";
import { type Addressing, addressOf, readPublished } from "./targets.ts";
import { inlineTokens } from "./tokens.ts";

export const links: Extension = {
  parse: (md) => md.core.ruler.push("links", readLinks),
  page: rulesFor(hrefOf),
  feed: rulesFor(absoluteUrl),
};

function readLinks({ tokens, env }: StateCore): void {
  for (const { token, line } of inlineTokens(tokens)) {
    if (token.type !== "link_open") continue;
    token.meta = { ...token.meta, target: readPublished(String(token.attrGet("href")), line, envOf(env)) };
  }
}

function rulesFor(address: Addressing): RendererRules {
  return {
    link_open: (tokens, index, _options, env, renderer) => {
      const token = tokens[index] as Token;
      token.attrSet("href", addressOf(token.meta?.["target"] as Target, envOf(env).context, address));
      return `<a${renderer.renderAttrs(token)}>`;
    },
  };
}
