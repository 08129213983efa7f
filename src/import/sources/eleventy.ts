/** Eleventy: Markdown anywhere, directory data, Liquid or Nunjucks within. https://www.11ty.dev/docs/permalinks/ */

import { posix } from "node:path";
import type { Left, SourceEntry, SourceSite } from "../source-site.ts";
import type { LiquidRenderer } from "../tags/liquid.ts";
import { replaceMdx } from "../tags/mdx.ts";
import { replaceNunjucksTags } from "../tags/nunjucks-tags.ts";
import type { TagReplacer } from "../tags/tags.ts";
import { authorsIn, type EntryHead, headOf, leftAt } from "../trees/entry-head.ts";
import { partsOf, zonesOf } from "../trees/moment.ts";
import { dayInName, joined } from "../trees/path-parts.ts";
import { excerptOf } from "../trees/plain-words.ts";
import { staticFilesOf } from "../trees/static-files.ts";
import { MARKDOWN, mediaOf, openTree, type Tree, type TreeText } from "../trees/tree.ts";
import { textAt } from "../trees/tree-files.ts";
import { at, type Data, isFalse, textsOf } from "../trees/values.ts";
import { eleventyAddress } from "./eleventy-addresses.ts";
import { dataFor, globalData, siteData } from "./eleventy-data.ts";
import { CONFIGS, type EleventySettings, eleventySettings, passedThrough } from "./eleventy-settings.ts";
import { eleventyLiquid, eleventyTag, withExpressions } from "./eleventy-tags.ts";
import type { SourceKind, SourceOptions } from "./source.ts";

export const eleventy: SourceKind = {
  name: "eleventy",
  title: "an Eleventy site",
  detect: ({ has, start }) =>
    CONFIGS.find(has) ??
    (/"@11ty\/eleventy"/.test(start("package.json")) ? "@11ty/eleventy in package.json" : undefined),
  read: readEleventy,
};

async function readEleventy(root: string, options: SourceOptions): Promise<SourceSite> {
  const tree = await openTree(root, "1.2");
  const settings = eleventySettings(tree);
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
    entries.push(await entryOf(text, { tree, defaults, data, liquid, settings, options, prefix }));
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

function isOther(below: string, { includes, data }: EleventySettings): boolean {
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

interface Reading {
  tree: Tree;
  defaults: Data;
  data: Data;
  liquid: LiquidRenderer;
  settings: EleventySettings;
  options: SourceOptions;
  prefix: string;
}

/** Tags that only make collections of posts. */
const COLLECTIONS = /^(posts?|blog|articles?|all|nav|page|pages|_\w+|note|notes|content|entries)$/i;

async function entryOf(text: TreeText, reading: Reading): Promise<SourceEntry> {
  const { defaults, data, liquid, prefix } = reading;
  const { file } = text;
  const below = file.slice(prefix.length).replace(MARKDOWN, "");
  const stem = posix.basename(below) === "index" ? posix.basename(posix.dirname(below)) : posix.basename(below);
  const dated = dayInName(stem);
  const head = headOf(text, {
    ...{ zones: zonesOf("UTC"), defaults, splitTags: undefined, dateOfPath: dated?.day },
    kind: isPost(text, dated !== undefined, reading) ? "post" : "page",
  });
  const page = { inputPath: `./${file}`, fileSlug: dated?.rest || stem, filePathStem: joined(below) };
  const date = head.date ? new Date(partsOf(head.date, "UTC").epochMilliseconds) : undefined;
  const known = { ...data, ...head.data, page: { ...page, date, url: "" } };
  const address = eleventyAddress(head, below, dated !== undefined, known, liquid, file);
  const left = [...head.left];
  const inLiquid = { ...known, page: { ...page, date: head.date, url: address } };
  const body = await bodyOf(text, head, { known, inLiquid }, left, reading);
  const { data: _, ...shown } = head;
  const isUnpublished = at(head.data, "permalink") === false;
  return {
    ...shown,
    left,
    tags: head.tags.filter((tag) => !COLLECTIONS.test(tag)),
    address: isUnpublished ? undefined : address,
    draft: head.draft ?? (isUnpublished ? { why: "permalink: false" } : undefined),
    aliases: ["redirect_from", "aliases", "redirects"]
      .flatMap((key) => textsOf(at(head.data, key)))
      .map((alias) => joined(alias)),
    description: head.description ?? excerptOf(body),
    body: { format: "markdown", text: body, line: text.bodyLine, dialect: { mdx: false } },
  };
}

/** By the folders of the import's rules, or else by a date or a tag that posts have. */
function isPost({ file, data }: TreeText, hasDayInName: boolean, { options, defaults }: Reading): boolean {
  const folders = options.rules.posts.map((folder) => `${folder.replace(/\/$/, "")}/`);
  if (folders.length > 0) return folders.some((folder) => file.startsWith(folder));
  if (hasDayInName || at({ ...defaults, ...data }, "date") !== undefined) return true;
  const tags = [...textsOf(defaults["tags"]), ...textsOf(at(data, "tags"))];
  return tags.some((tag) => /^(posts?|blog|articles?|note|notes)$/i.test(tag));
}

/** The Markdown with its tags replaced, by the template language of the file; `known` has dates as objects, as Nunjucks sees them. */
async function bodyOf(
  { body, bodyLine, file }: TreeText,
  head: EntryHead,
  { known, inLiquid }: { known: Data; inLiquid: Data },
  left: Left[],
  { tree, liquid, settings, options }: Reading,
): Promise<string> {
  const place = { file, line: bodyLine };
  const replacer: TagReplacer = {
    rules: options.rules,
    left,
    readFile: (path) => textAt(tree.root, path),
    own: eleventyTag,
  };
  if (file.endsWith(".mdx") || options.rules.mdx === true) return replaceMdx(body, place, replacer);
  if (settings.engine === "" || isFalse(at(head.data, "templateEngineOverride"))) return body;
  if (settings.engine === "njk" || /\{%-?\s*(set|macro|import|call)\b/.test(body))
    return replaceNunjucksTags(withExpressions(body, known), place, replacer, { inCode: true });
  return liquid.render(body, inLiquid, place, replacer);
}
