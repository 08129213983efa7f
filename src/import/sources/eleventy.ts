/** Eleventy: Markdown anywhere, directory data, Liquid or Nunjucks within. https://www.11ty.dev/docs/permalinks/ */

import { posix } from "node:path";
import type { TagUse } from "../rules.ts";
import type { SourceEntry, SourceSite } from "../source-site.ts";
import { type LiquidRenderer, liquidRenderer } from "../tags/liquid.ts";
import { replaceMdx } from "../tags/mdx.ts";
import { replaceNunjucksTags } from "../tags/nunjucks-tags.ts";
import { linkOf } from "../tags/shapes.ts";
import type { TagReplacer } from "../tags/tags.ts";
import { textInCode } from "../trees/config.ts";
import { authorsIn, type EntryHead, headOf, leftAt } from "../trees/entry-head.ts";
import { partsOf, zonesOf } from "../trees/moment.ts";
import { dayInName, joined } from "../trees/path-parts.ts";
import { plainSlug } from "../trees/permalink.ts";
import { excerptOf } from "../trees/plain-words.ts";
import { type StaticPlace, staticFilesOf } from "../trees/static-files.ts";
import { MARKDOWN, mediaOf, openTree, type Tree, type TreeText } from "../trees/tree.ts";
import { isFolder, textAt } from "../trees/tree-files.ts";
import { at, type Data, firstText, isFalse, textsOf } from "../trees/values.ts";
import { dataFor, globalData, siteData } from "./eleventy-data.ts";
import type { SourceKind, SourceOptions } from "./source.ts";

const CONFIGS = [
  ".eleventy.js",
  ".eleventy.cjs",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
  "eleventy.config.ts",
];

export const eleventy: SourceKind = {
  name: "eleventy",
  title: "an Eleventy site",
  detect: ({ has, start }) =>
    CONFIGS.find(has) ??
    (/"@11ty\/eleventy"/.test(start("package.json")) ? "@11ty/eleventy in package.json" : undefined),
  read: readEleventy,
};

export interface Settings {
  /** Folder of the input, without slashes at its ends. */
  input: string;
  includes: string;
  data: string;
  engine: string;
  code: string;
}

async function readEleventy(root: string, options: SourceOptions): Promise<SourceSite> {
  const tree = await openTree(root, "1.2");
  const settings = settingsOf(tree);
  const prefix = settings.input ? `${settings.input}/` : "";
  const data = await globalData(tree, settings);
  const liquid = await eleventyLiquid(tree, settings);
  const site = siteData(data);
  const folderData = new Map<string, Promise<Data>>();
  const left = [...scriptsNoted(tree, prefix)];
  const files = tree.files.filter(
    (file) => file.startsWith(prefix) && MARKDOWN.test(file) && !isOther(file.slice(prefix.length), settings),
  );
  const entries: SourceEntry[] = [];
  for (const [index, file] of files.entries()) {
    options.progress?.(index, files.length);
    const text = tree.read(file);
    if (!text) continue;
    const defaults = await dataFor(tree, file, prefix, folderData);
    if (!text.isThere && Object.keys(defaults).length === 0 && !text.body.trim()) continue;
    const entry = await entryOf(text, { tree, defaults, data, liquid, settings, options, prefix });
    if (entry) entries.push(entry);
  }
  const passed = passedThrough(settings);
  return {
    ...site,
    timeZone: "UTC",
    authors: authorsIn(entries),
    entries,
    redirects: [],
    feeds: ["/feed.xml", "/feed/feed.xml", "/feed/", "/rss.xml", "/atom.xml", "/feed.atom"],
    files: [
      ...mediaOf(tree, [
        settings.input,
        ...passed.flatMap(({ from, to }) => (to === "" ? [from] : [])),
        "public",
        "static",
        "assets",
        "src/public",
        "src/static",
        "",
      ]),
      ...staticFilesOf(tree, passed),
    ],
    left,
  };
}

function settingsOf(tree: Tree): Settings {
  const config = CONFIGS.find((name) => tree.files.includes(name));
  // A configuration that begins with a dot is not among the files.
  const code = [...(config ? [config] : CONFIGS)].map((name) => textAt(tree.root, name) ?? "").join("\n");
  const dir = /\bdir\s*[:=]\s*\{([\s\S]*?)\}/.exec(code)?.[1] ?? code;
  const inCalls = (name: string) => new RegExp(`set${name}Directory\\(\\s*["'\`]([^"'\`]+)`).exec(code)?.[1];
  const folder = (text: string | undefined) => (text ?? "").replace(/^\.?\/+|\/+$/g, "").replace(/^\.$/, "");
  const input = folder(inCalls("Input") ?? textInCode(dir, "input"));
  return {
    input: input && isFolder(tree.root, input) ? input : "",
    includes: folder(inCalls("Includes") ?? textInCode(dir, "includes")) || "_includes",
    data: folder(inCalls("Data") ?? textInCode(dir, "data")) || "_data",
    engine:
      textInCode(code, "markdownTemplateEngine") ?? (/markdownTemplateEngine\s*:\s*false/.test(code) ? "" : "liquid"),
    code,
  };
}

/** `addPassthroughCopy("src/img")` publishes at `/img/`, and `{ "public": "/" }` at the root. */
function passedThrough({ code, input }: Settings): StaticPlace[] {
  const clean = (path: string) =>
    path
      .replace(/\/?\*.*$/, "")
      .replace(/^\.$/, "")
      .replace(/^\.?\/+|\/+$/g, "");
  const places: StaticPlace[] = [];
  for (const [, argument = ""] of code.matchAll(/addPassthroughCopy\(\s*(\{[\s\S]*?\}|["'`][^"'`]+["'`])/g)) {
    const pairs = [...argument.matchAll(/["'`]([^"'`]+)["'`]\s*:\s*["'`]([^"'`]*)["'`]/g)];
    for (const [, from = "", to = ""] of pairs) {
      const isFolder = to === "" || /\/$|^\.$/.test(to);
      places.push({ from: clean(from), to: clean(to) + (isFolder && clean(to) ? "/" : "") });
    }
    const [, name] = /^["'`]([^"'`]+)["'`]$/.exec(argument) ?? [];
    if (name === undefined) continue;
    const from = clean(name);
    places.push({ from, to: input && from.startsWith(`${input}/`) ? from.slice(input.length + 1) : from });
  }
  return places.filter(({ from }) => from !== "");
}

function isOther(below: string, { includes, data }: Settings): boolean {
  return (
    below.startsWith(`${includes}/`) ||
    below.startsWith(`${data}/`) ||
    /(^|\/)_(includes|data|layouts)\//.test(below) ||
    /^(readme|license|contributing|changelog|code_of_conduct|security)\b[^/]*$/i.test(below) ||
    /^(node_modules|_site|dist|docs?\/api)\//.test(below)
  );
}

function scriptsNoted(tree: Tree, prefix: string) {
  const scripts = tree.files.filter((file) => file.startsWith(prefix) && /\.11tydata\.[cm]?js$/.test(file));
  return scripts.map((file) =>
    leftAt(file, "directory data in JavaScript", "noted", posix.basename(file), "its simple values; it is not run"),
  );
}

async function eleventyLiquid(tree: Tree, { input, includes }: Settings): Promise<LiquidRenderer> {
  const templates: Record<string, string> = {};
  const folder = joined(input, includes, "/").slice(1);
  for (const file of tree.files) {
    if (!file.startsWith(folder) || !/\.(liquid|html|md|njk|txt)$/.test(file)) continue;
    const text = textAt(tree.root, file) ?? "";
    const name = file.slice(folder.length);
    templates[name] = text;
    templates[name.replace(/\.(liquid|html)$/, "")] ??= text;
  }
  const same = (value: unknown) => value;
  return liquidRenderer({
    templates,
    jekyllInclude: false,
    filters: {
      url: same,
      absoluteUrl: same,
      htmlBaseUrl: same,
      safe: same,
      slug: (value) => plainSlug(String(value)),
      slugify: (value) => plainSlug(String(value)),
      markdownify: same,
      md: same,
      markdown: same,
    },
  });
}

interface Reading {
  tree: Tree;
  defaults: Data;
  data: Data;
  liquid: LiquidRenderer;
  settings: Settings;
  options: SourceOptions;
  prefix: string;
}

/** Tags that only make collections of posts. */
const COLLECTIONS = /^(posts?|blog|articles?|all|nav|page|pages|_\w+|note|notes|content|entries)$/i;

async function entryOf(text: TreeText, reading: Reading): Promise<SourceEntry | undefined> {
  const { tree, defaults, data, liquid, settings, options, prefix } = reading;
  const { file } = text;
  const below = file.slice(prefix.length).replace(MARKDOWN, "");
  const stem = posix.basename(below) === "index" ? posix.basename(posix.dirname(below)) : posix.basename(below);
  const dated = dayInName(stem);
  const tags = [...textsOf(defaults["tags"]), ...textsOf(at(text.data, "tags"))];
  const isDated = dated !== undefined || at({ ...defaults, ...text.data }, "date") !== undefined;
  const isPost =
    options.rules.posts.length > 0
      ? options.rules.posts.some((folder) => file.startsWith(`${folder.replace(/\/$/, "")}/`))
      : isDated || tags.some((tag) => /^(posts?|blog|articles?|note|notes)$/i.test(tag));
  const zones = zonesOf("UTC");
  const head = headOf(text, {
    ...{ zones, defaults, splitTags: undefined, dateOfPath: dated?.day },
    kind: isPost ? "post" : "page",
  });
  const own = { ...head, tags: head.tags.filter((tag) => !COLLECTIONS.test(tag)) };
  const left = [...head.left];
  const replacer: TagReplacer = {
    rules: options.rules,
    left,
    readFile: (path) => textAt(tree.root, path),
    own: ownTag,
  };
  const page = {
    inputPath: `./${file}`,
    fileSlug: dated?.rest || stem,
    filePathStem: joined(below),
    date: head.date,
    url: "",
  };
  const all = {
    ...data,
    ...head.data,
    page: { ...page, date: head.date ? new Date(partsOf(head.date, "UTC").epochMilliseconds) : undefined },
  };
  const address = addressOf(head, below, dated, all, liquid, file);
  if (address === null) return undefined;
  const place = { file, line: text.bodyLine };
  const isOff = /^$/.test(settings.engine) || isFalse(at(head.data, "templateEngineOverride"));
  const isMdx = file.endsWith(".mdx") || options.rules.mdx === true;
  const body = isMdx
    ? await replaceMdx(text.body, place, replacer)
    : isOff
      ? text.body
      : settings.engine === "njk" || /\{%-?\s*(set|macro|import|call)\b/.test(text.body)
        ? replaceNunjucksTags(withExpressions(text.body, all), place, replacer, { inCode: true })
        : liquid.render(text.body, { ...all, page: { ...page, url: address } }, place, replacer);
  const { data: _, ...shown } = own;
  return {
    ...shown,
    left,
    address: at(head.data, "permalink") === false ? undefined : address,
    draft: own.draft ?? (at(head.data, "permalink") === false ? { why: "permalink: false" } : undefined),
    aliases: [
      ...textsOf(at(head.data, "redirect_from")),
      ...textsOf(at(head.data, "aliases")),
      ...textsOf(at(head.data, "redirects")),
    ].map((alias) => joined(alias)),
    description: own.description ?? excerptOf(body),
    body: { format: "markdown", text: body, line: text.bodyLine, dialect: { mdx: false } },
  };
}

/** Null for one that is no page at all. */
function addressOf(
  head: EntryHead,
  below: string,
  dated: { rest: string } | undefined,
  data: Data,
  liquid: LiquidRenderer,
  file: string,
): string | null {
  const permalink = at(head.data, "permalink");
  if (typeof permalink === "string" && permalink.trim()) {
    const plain = permalink
      .replace(/\{\{-?\s*page\.(date)\s*\|\s*date\(?:?\s*/g, "{{ page.$1 | date: ")
      .replace(/["'](YYYY|yyyy)([-/]?)(MM)\2(DD|dd)["']\)?/g, '"%Y$2%m$2%d"')
      .replace(/\)\s*(\||\}\})/g, " $1");
    const filled = /\{[{%]/.test(plain)
      ? liquid.render(plain, data, { file }, { rules: { tags: {}, posts: [] }, left: [] })
      : plain;
    const clean = filled.trim().replace(/\s+/g, "");
    if (clean && !/\{[{%]/.test(clean)) return joined(clean.replace(/(^|\/)index\.html$/, "$1"));
  }
  if (dated === undefined && /(^|\/)index$/.test(below) && !below.includes("/")) return "/";
  return joined(below.replace(/(^|\/)index$/, ""), "/");
}

/** Nunjucks' `{{ "x" | url }}` and `{{ name }}`; what is more than that stays. */
function withExpressions(text: string, data: Data): string {
  return text.replace(
    /\{\{-?\s*(?:(["'])(.*?)\1|([\w.]+))((?:\s*\|\s*\w+(?:\([^)]*\))?)*)\s*-?\}\}/g,
    (written, _quote, literal: string | undefined, name: string | undefined) => {
      const value = literal ?? (name === undefined ? undefined : firstText(data, name));
      return value ?? written;
    },
  );
}

function ownTag({ name, positional, body }: TagUse): string | undefined {
  if (name === "link_to" || name === "link") return linkOf(positional[0] ?? "", positional[1] ?? body);
  if (name === "renderTemplate" || name === "renderContent" || name === "wrapper") return body?.trim() ?? "";
  return /^(css|js|html|renderFile|set|endset|block|extends|import|include)$/.test(name) && body === undefined
    ? undefined
    : /^(css|js)$/.test(name)
      ? ""
      : undefined;
}
