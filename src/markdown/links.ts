/** Links by file name, by path or by URL, each led to what it names. */
import type { StateCore, Token } from "markdown-it";
import { absoluteUrl, hrefOf } from "../content/address.ts";
import {
  type Extension,
  envOf,
  type MarkdownContext,
  noteProblem,
  type RenderEnv,
  type RendererRules,
  type Target,
} from "./extension.ts";
import { inlineTokens } from "./tokens.ts";

/** How a path becomes an address: relative to the host on a page, whole in a feed. */
export type Addressing = (site: { url: string }, path: string) => string;

export const links: Extension = {
  parse: (md) => md.core.ruler.push("links", resolveTargets),
  page: rulesFor(hrefOf),
  feed: rulesFor(absoluteUrl),
};

function rulesFor(address: Addressing): RendererRules {
  return {
    link_open: (tokens, index, _options, env, renderer) => {
      const token = tokens[index] as Token;
      token.attrSet("href", addressOf(token, "href", envOf(env).context, address));
      return `<a${renderer.renderAttrs(token)}>`;
    },
  };
}

export function addressOf(
  token: Token,
  attribute: string,
  { siteUrl, path }: MarkdownContext,
  address: Addressing,
): string {
  const target = token.meta?.["target"] as Target | undefined;
  const site = { url: siteUrl };
  if (target?.kind === "asset") return address(site, target.path);
  if (target?.kind !== "page") return String(token.attrGet(attribute));
  const page = target.path === path && target.anchor && address === hrefOf ? "" : address(site, target.path);
  return target.anchor ? `${page}#${target.anchor}` : page;
}

function resolveTargets({ tokens, env }: StateCore): void {
  for (const { token, line } of inlineTokens(tokens)) {
    if (token.type === "link_open") noteTarget(token, "href", line, envOf(env));
  }
}

/** Finds what an attribute leads to, and notes that the page leads there and needs the file. */
export function noteTarget(token: Token, attribute: string, line: number | undefined, env: RenderEnv): void {
  const target = readTarget(token, attribute, line, env);
  if (target.kind === "asset") env.notes.assets.push({ file: target.file, path: target.path });
}

/** As `noteTarget`, for a file of which the page may need something else than the file itself. */
export function readTarget(token: Token, attribute: string, line: number | undefined, env: RenderEnv): Target {
  const { context, notes } = env;
  const target = context.resolve(String(token.attrGet(attribute)));
  token.meta = { ...token.meta, target };
  if (target.kind === "missing") noteProblem(env, line, target.message, target.hint);
  if (target.kind === "page") {
    const { path, anchor } = target;
    notes.links.push({ path, ...(anchor && { anchor }), line: context.firstLine + (line ?? 0) });
  }
  return target;
}
