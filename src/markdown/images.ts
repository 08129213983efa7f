/**
 * Pictures: several sizes in formats that browsers choose from, their dimensions known, so that nothing moves when they
 * arrive. Those below the first are loaded when they are near; `x.dark.png` beside `x.png` is shown on dark paper.
 */
import type { StateCore, Token } from "markdown-it";
import { absoluteUrl, hrefOf } from "../content/address.ts";
import { darkName, type Picture } from "../content/picture.ts";
import { escapeMarkup, escapeText } from "../content/text/escape.ts";
import { type Extension, envOf, noteProblem, type RenderEnv, type Target } from "./extension.ts";
import { captionedKey } from "./figures.ts";
import { addressOf, NOWHERE, noteFileProblems, noteUnencrypted, publish, readTarget } from "./targets.ts";
import { tokenKey } from "./token-key.ts";
import { inlineTokens, tokenAt } from "./tokens.ts";
import { plainText } from "./words-of-tokens.ts";

/** The column's width in CSS pixels, and the sheet's padding on narrow screens; see styles/page.css. */
const COLUMN = 580;
const PADDING = "2.5rem";

export const images: Extension = {
  parse: (md) => md.core.ruler.push("images", readImages),
  page: {
    image: (tokens, index, _options, env) => {
      const token = tokenAt(tokens, index);
      const { light, dark, isFirst, large } = shownBy(token);
      const alt = altOf(token, envOf(env));
      const title = titleOf(token);
      const target = targetKey.need(token);
      if (target === NOWHERE) return escapeText(alt);
      if (!light) {
        const src = addressOf(target, envOf(env).context, hrefOf);
        return `<img${written({ src, alt, ...title, ...LAZY })}>`;
      }
      const site = { url: envOf(env).context.siteUrl };
      const paper = light.needsPaper ? { class: "on-paper" } : {};
      const linked = (html: string) => (large ? `<a${written({ href: hrefOf(site, large) })}>${html}</a>` : html);
      if (!dark) return linked(pictureOf(light, { alt, ...title, ...(!isFirst && LAZY), ...paper }, {}, site));
      // Both lazy, since a browser fetches no lazy picture that the style sheet hides.
      const day = pictureOf(light, { alt, ...title, ...LAZY }, { class: "by-day" }, site);
      return linked(day + pictureOf(dark, { alt, ...title, ...LAZY }, { class: "by-night" }, site));
    },
  },
  feed: {
    image: (tokens, index, _options, env) => {
      const token = tokenAt(tokens, index);
      const { context } = envOf(env);
      const { light } = shownBy(token);
      const target = targetKey.need(token);
      if (target === NOWHERE) return escapeText(altOf(token, envOf(env)));
      const src = light ? absoluteUrl({ url: context.siteUrl }, light.path) : addressOf(target, context, absoluteUrl);
      return `<img${written({ src, alt: altOf(token, envOf(env)), ...titleOf(token), ...(light && sizeOf(light)), ...LAZY })}>`;
    },
  },
  text: { image: ({ children }, env) => ` ${plainText(children ?? [], env)} ` },
};

const LAZY = { loading: "lazy" };

/** A picture, and where what every browser knows of it is published. */
export interface Source extends Picture {
  path: string;
}

interface Shown {
  light?: Source | undefined;
  dark?: Source | undefined;
  isFirst?: boolean;
  /** The address of its file, where that is larger than what is shown. */
  large?: string | undefined;
}

const targetKey = tokenKey<Target>("imageTarget");
const sourcesKey = tokenKey<Shown>("imageSources");

function readImages({ src, tokens, env }: StateCore): void {
  if (!src.includes("![")) return;
  let isFirst = true;
  const free = envOf(env).context.linkPictures ? new Set(tokens.flatMap(outsideOfLinks)) : new Set();
  for (const { token, line } of inlineTokens(tokens)) {
    if (token.type !== "image") continue;
    if (token.content === "") {
      noteProblem(
        env,
        "picture-alt",
        line,
        "an image has no alternative text",
        "say what it shows; ![ ](…) marks decoration",
        "![](",
      );
    }
    const target = readTarget(String(token.attrGet("src")), line, envOf(env), "picture");
    targetKey.set(token, target);
    noteUnencrypted(target, line, envOf(env));
    if (target.kind !== "asset") continue;
    const shown = sourcesOf(target, line, envOf(env));
    const large = free.has(token) ? largeOf(target, shown, line, envOf(env)) : undefined;
    sourcesKey.set(token, { ...shown, isFirst, large });
    isFirst = false;
  }
}

/** What of a block's text can become a link; a heading is one. */
function outsideOfLinks({ type, children }: Token, index: number, tokens: readonly Token[]): Token[] {
  const isHeading = tokens[index - 1]?.type === "heading_open";
  if (type !== "inline" || isHeading || children?.some(({ content }) => /^<a[\s>]/i.test(content))) return [];
  let inLinks = 0;
  return (children ?? []).filter((token) => {
    if (token.type === "link_open" || token.type === "link_close") inLinks += token.nesting;
    return inLinks === 0;
  });
}

/** The picture itself, which is published without its metadata, as one that is linked to. */
function largeOf(
  target: Target & { kind: "asset" },
  { light }: Shown,
  line: number | undefined,
  env: RenderEnv,
): string | undefined {
  if (!light || light.width <= COLUMN) return undefined;
  publish(target, line, env, "file");
  return target.path;
}

/** Notes what the build must publish for a picture, and for the dark one beside it. */
function sourcesOf(asset: Target & { kind: "asset" }, line: number | undefined, env: RenderEnv): Shown {
  const dark = { ...asset, file: darkName(asset.file), path: darkName(asset.path) };
  if (!env.context.picture?.(asset.file)) publish(asset, line, env, "picture");
  const light = sourceOf(asset, line, env);
  return light ? { light, dark: sourceOf(dark, line, env) } : {};
}

/** Notes the renditions to publish; undefined if the picture does not exist or can't be shown. */
export function sourceOf(
  { file, path }: Target & { kind: "asset" },
  line: number | undefined,
  env: RenderEnv,
): Source | undefined {
  const { context, notes } = env;
  const read = context.picture?.(file);
  if (!read) return undefined;
  if (!read.ok) {
    noteFileProblems(read.problems, line, env);
    return undefined;
  }
  const picture = read.value;
  if (picture.fallback) notes.pictures.push(picture);
  else notes.assets.push({ file, path });
  return { ...picture, path: picture.fallback?.path ?? path };
}

function shownBy(token: Token): Shown {
  return sourcesKey.get(token) ?? {};
}

function altOf(token: Token, env: RenderEnv): string {
  return plainText(token.children ?? [], env).trim();
}

/** What a picture in a line of text is called; of a figure that is the caption. */
function titleOf(token: Token): { title?: string } {
  const title = token.attrGet("title");
  return title && !captionedKey.get(token) ? { title: String(title) } : {};
}

/** `outer` are attributes of the whole, whichever element that is. */
export function pictureOf(
  source: Source,
  { alt, ...attributes }: { alt: string; title?: string; loading?: string; class?: string },
  outer: Record<string, string>,
  site: { url: string },
): string {
  const own = { src: hrefOf(site, source.path), alt, ...sizeOf(source), ...attributes };
  if (source.renditions.length === 0) return `<img${written({ ...outer, ...own })}>`;
  return `<picture${written(outer)}>${renditionsOf(source, site)}<img${written(own)}></picture>`;
}

/** A `<source>` for each format, best first. */
function renditionsOf({ renditions, fallback, width }: Picture, site: { url: string }): string {
  const shown = Math.min(COLUMN, fallback?.width ?? width);
  const sizes = `(min-width: ${shown + 48}px) ${shown}px, calc(100vw - ${PADDING})`;
  const types = [...new Set(renditions.map(({ type }) => type))];
  return types
    .map((type) => {
      const ofType = renditions.filter((rendition) => rendition.type === type);
      const srcset = ofType.map(({ path, width }) => `${hrefOf(site, path)} ${width}w`).join(", ");
      return `<source${written({ type, srcset, sizes })}>`;
    })
    .join("");
}

function sizeOf({ fallback, width, height }: Picture): { width: string; height: string } {
  return { width: String(fallback?.width ?? width), height: String(fallback?.height ?? height) };
}

function written(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join("");
}
