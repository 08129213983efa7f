/** A tree of Markdown files: what all readers of this room do alike. */
import { basename, extname, posix } from "node:path";
import type { Left, SourceAuthor, SourceEntry, SourceFile } from "../source-site.ts";
import { oneLine } from "../tags/tags.ts";
import { type Matter, matterReader } from "./matter.ts";
import { dateOf, type Zones } from "./moment.ts";
import { filesBelow, textAt } from "./tree-files.ts";
import { at, type Data, firstText, isFalse, isTrue, textOf, textsOf } from "./values.ts";

export interface TreeText extends Matter {
  /** Relative to the tree. */
  readonly file: string;
}

/** Every file of the tree, and a function that reads those with front matter. */
export interface Tree {
  readonly root: string;
  readonly files: readonly string[];
  /** Undefined for a file that can't be read. */
  read(file: string): TreeText | undefined;
}

export async function openTree(root: string, yaml: "1.1" | "1.2", skip?: RegExp): Promise<Tree> {
  const readMatter = await matterReader();
  return {
    root,
    files: filesBelow(root, "", skip),
    read(file) {
      const text = textAt(root, file);
      return text === undefined ? undefined : { file, ...readMatter(text, yaml) };
    },
  };
}

export const MARKDOWN = /\.(md|markdown|mdown|mkd|mkdn|mdx)$/i;
/** Files that a post may show or offer. */
const MEDIA =
  /\.(png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?|mp4|webm|ogv|mov|m4v|mp3|wav|ogg|m4a|opus|flac|pdf|zip|gz|tgz|bz2|xz|7z|epub|mobi|csv|tsv|txt|json|xml|ya?ml|toml|docx?|xlsx?|pptx?|odt|ods|odp|key|ipynb|sql|py|rb|js|ts|java|c|h|cpp|rs|go|sh|ps1|diff|patch|log|vtt|srt|woff2?|ttf|otf|html?)$/i;

/** Files below folders that are published at the root, and all others by where they lie in the tree. */
export function mediaOf(tree: Tree, roots: readonly string[]): SourceFile[] {
  const media = tree.files.filter((file) => MEDIA.test(file) && !MARKDOWN.test(file));
  const at = (file: string) => ({ file: posix.join(tree.root.replaceAll("\\", "/"), file) });
  const published = new Map<string, SourceFile>();
  for (const folder of roots) {
    const prefix = folder === "" ? "" : `${folder}/`;
    for (const file of media) {
      const path = `/${file.slice(prefix.length)}`;
      if (file.startsWith(prefix) && !published.has(path)) published.set(path, { path, at: at(file) });
    }
  }
  for (const file of media)
    if (!published.has(`/${file}`)) published.set(`/${file}`, { path: `/${file}`, at: at(file) });
  return [...published.values()];
}

/** Keys that say what an entry is, by which engine or theme ever. */
const DESCRIPTIONS = [
  "description",
  "summary",
  "excerpt",
  "subtitle",
  "teaser",
  "spoiler",
  "deck",
  "brief",
  "abstract",
  "lead",
  "subhead",
  "extra.description",
  "extra.summary",
  "seo.description",
  "tagline",
];
const PICTURES = [
  "image",
  "cover",
  "cover_image",
  "coverImage",
  "hero",
  "heroImage",
  "hero_image",
  "banner_image",
  "banner",
  "featured_image",
  "featuredImage",
  "feature_image",
  "featured-image",
  "feature-image",
  "primary_image",
  "header.image",
  "header.teaser",
  "ogImage",
  "og_image",
  "social_image",
  "socialImage",
  "extra.image",
  "extra.cover",
  "extra.social_media_card",
  "thumbnail",
  "thumb",
  "photo",
  "header-img",
  "header_img",
  "images",
  "index_img",
  "banner_img",
  "top_img",
  "photos",
];
const UPDATES = [
  "updated",
  "lastmod",
  "last_modified_at",
  "modified",
  "updatedDate",
  "updatedAt",
  "modDatetime",
  "last_updated",
  "lastUpdated",
  "dateModified",
  "updated_at",
  "date_updated",
  "lastModified",
  "edited",
];
export const DATES = [
  "date",
  "pubDate",
  "publishDate",
  "pubDatetime",
  "published",
  "publishedAt",
  "published_at",
  "publishedDate",
  "datePublished",
  "date_published",
  "created",
  "createdAt",
  "created_at",
  "originalDate",
  "posted",
];
const AUTHORS = ["authors", "author", "by", "writers", "extra.author", "extra.authors"];
const TAGS = [
  "tags",
  "tag",
  "categories",
  "category",
  "topics",
  "taxonomies.tags",
  "taxonomies.categories",
  "taxonomies.category",
  "taxonomies.topics",
  "labels",
];
const LINKS = [
  "link",
  "source_url",
  "external_url",
  "external-url",
  "link_url",
  "externalUrl",
  "extra.link_to",
  "linkUrl",
];
/** They say how a page looks, or nothing that a reader would see. */
const SILENT = new Set([
  ...[
    "layout",
    "type",
    "draft",
    "published",
    "slug",
    "url",
    "path",
    "permalink",
    "aliases",
    "alias",
    "redirect_from",
    "redirects",
    "title",
    "lang",
    "language",
    "locale",
    "series",
    "canonical",
    "canonical_url",
    "canonicalURL",
  ],
  ...[
    "template",
    "toc",
    "comments",
    "math",
    "mathjax",
    "katex",
    "id",
    "taxonomies",
    "extra",
    "weight",
    "menu",
    "sitemap",
    "resources",
    "cascade",
    "build",
    "headless",
    "private",
    "public",
    "status",
    "visibility",
    "uid",
    "key",
    "guid",
    "name",
  ],
]);

export interface EntryOptions {
  readonly zones: Zones;
  /** What a text of tags is split at; undefined for one that is one tag. */
  readonly splitTags?: RegExp | undefined;
  /** From the file's name or path, for an entry that says none. */
  readonly dateOfPath?: string | undefined;
  readonly defaults?: Data | undefined;
  readonly kind: "post" | "page";
  readonly draft?: { why: string } | undefined;
}

/** The part of an entry that its front matter says, whatever its engine. */
export type EntryHead = Omit<SourceEntry, "address" | "aliases" | "id" | "body" | "left"> & {
  readonly left: Left[];
  readonly data: Data;
};

export function headOf({ file, data: own, body, faults }: TreeText, options: EntryOptions): EntryHead {
  const data = { ...options.defaults, ...own };
  const left: Left[] = faults.map((fault) => leftAt(file, "front matter", "left", fault, "what could be read of it"));
  const note = (construct: string, was: string, now: string, outcome: Left["outcome"] = "noted") =>
    left.push(leftAt(file, construct, outcome, was, now));
  const title = titleOf(data, body, file, note);
  const date = dateIn(data, options, note);
  const updatedText = firstText(data, ...UPDATES);
  const updated = updatedText === undefined ? undefined : dateOf(updatedText, options.zones);
  const link = LINKS.map((key) => textOf(at(data, key))).find((value) => value && /^https?:\/\//.test(value));
  noteKeys(own, note);
  return {
    ...{ file, line: 1, kind: options.kind, title, date, data, left },
    updated: updated && date && updated.slice(0, 10) >= date.slice(0, 10) ? updated : undefined,
    draft: draftOf(data, options),
    tags: tagsIn(data, options.splitTags),
    authors:
      AUTHORS.map((key) => textsOf(at(data, key), /\s*(?:,|;|\band\b|&)\s+/)).find((names) => names.length > 0) ?? [],
    description: descriptionOf(data),
    language: languageOf(firstText(data, "lang", "language", "locale")),
    series:
      textsOf(at(data, "series"))[0] ??
      firstText(data, "series.name", "series.title", "extra.series", "taxonomies.series"),
    image: imageOf(data, title ?? "", note),
    canonical: firstText(data, "canonical", "canonical_url", "canonicalUrl", "canonicalURL", "original_url"),
    link,
    comments: [],
  };
}

export function leftAt(
  file: string,
  construct: string,
  outcome: Left["outcome"],
  was: string,
  now: string,
  line = 1,
): Left {
  return { file, line, construct, outcome, was: oneLine(was), now };
}

type Note = (construct: string, was: string, now: string, outcome?: Left["outcome"]) => void;

function titleOf(data: Data, body: string, file: string, note: Note): string | undefined {
  const given = firstText(data, "title", "name", "subject");
  const plain = given && plainText(given);
  if (plain) return plain;
  const [, heading] = /^(?:[ \t]*\n)*#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*(?:\{[^}]*\})?$/m.exec(body) ?? [];
  const first = heading ? plainText(heading) : firstWords(body);
  const title =
    first ||
    basename(file, extname(file))
      .replace(/^\d{4}-\d\d?-\d\d?-/, "")
      .replaceAll("-", " ");
  note("no title", file, title);
  return title || undefined;
}

/** A sentence of the text, at most sixty characters. */
function firstWords(body: string): string {
  const prose =
    body
      .split("\n")
      .map((line) => plainText(line.replace(/^[>#*+\-\s]+/, "")))
      .find((line) => /\p{L}/u.test(line) && !/^(import|export)\b/.test(line)) ?? "";
  if (prose.length <= 60) return prose;
  return `${prose.slice(0, 60).replace(/\s+\S*$/, "")}…`;
}

/** Without markup and expressions, on one line. */
export function plainText(text: string): string {
  return text
    .replace(/\{[{%][\s\S]*?[}%]\}/g, " ")
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, "$1")
    .replace(/(\*\*|__|`+)(?=\S)([^*_`]*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}\\])([*_])(?=\S)([^*_]*?\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/\\([\\`*_{}[\]()#+.!<>~|$-])/g, "$1")
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|#39|hellip|mdash|ndash|rsquo|lsquo|rdquo|ldquo);/g,
      (_, name: string) => ENTITIES[name] ?? "",
    )
    .replace(/\s+/g, " ")
    .trim();
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
};

function dateIn(data: Data, { zones, dateOfPath }: EntryOptions, note: Note): string | undefined {
  for (const key of DATES) {
    const value = at(data, key);
    if (typeof value !== "string" && typeof value !== "number") continue;
    const date = dateOf(value, zones);
    if (date) return date;
    if (key === "date" && String(value).trim())
      note("date that is none", String(value), dateOfPath ?? "nothing", dateOfPath ? "noted" : "left");
  }
  return dateOfPath === undefined ? undefined : dateOf(dateOfPath, zones);
}

function draftOf(data: Data, { draft }: EntryOptions): { why: string } | undefined {
  if (draft) return draft;
  if (isTrue(at(data, "draft"))) return { why: "draft: true" };
  if (isFalse(at(data, "published"))) return { why: "published: false" };
  if (isFalse(at(data, "public"))) return { why: "public: false" };
  if (isTrue(at(data, "private")) || isTrue(at(data, "hidden")) || isTrue(at(data, "password")))
    return { why: "private" };
  if (textOf(at(data, "password"))) return { why: "it has a password" };
  const status = firstText(data, "status", "visibility");
  return status && /^(draft|private|pending|unpublished|hidden|scheduled)$/i.test(status)
    ? { why: `status: ${status}` }
    : undefined;
}

/** Each once, whatever its case; of a hierarchy (`a/b`) the last part. */
function tagsIn(data: Data, split: RegExp | undefined): string[] {
  const all = TAGS.flatMap((key) => textsOf(at(data, key), split)).flatMap((tag) =>
    plainText(tag)
      .replace(/^#/, "")
      .split(/\s*[,;]\s*/),
  );
  const seen = new Map<string, string>();
  for (const tag of all.map((one) => one.split("/").at(-1)?.trim() ?? "")) {
    if (tag && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  return [...seen.values()];
}

const LONGEST = 500;

function descriptionOf(data: Data): string | undefined {
  const text = firstText(data, ...DESCRIPTIONS);
  const plain = text && plainText(text);
  return plain && plain.length <= LONGEST ? plain : undefined;
}

function languageOf(text: string | undefined): string | undefined {
  try {
    const tag = text?.replaceAll("_", "-");
    return tag && /^[a-z]{2,3}(-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

function imageOf(data: Data, title: string, note: Note): SourceEntry["image"] {
  for (const key of PICTURES) {
    const value = at(data, key);
    const one = Array.isArray(value) ? value[0] : value;
    const src = textOf(one) ?? firstText(one, "src", "url", "path", "image", "feature", "file", "teaser", "relative");
    if (!src || /^(true|false|none)$/i.test(src) || !/[./]/.test(src) || /\{/.test(src)) continue;
    const alt =
      firstText(one, "alt", "description", "title", "caption") ??
      firstText(
        data,
        `${key}_alt`,
        `${key}Alt`,
        `${key}-alt`,
        "image_alt",
        "imageAlt",
        "alt",
        "heroAlt",
        "coverAlt",
        "cover_alt",
      );
    if (!alt) note("preview picture without a description", src, "the title in its place");
    return { src, alt: alt ? plainText(alt) : title };
  }
  return undefined;
}

function noteKeys(data: Data, note: Note): void {
  const known = new Set(
    [...DESCRIPTIONS, ...PICTURES, ...UPDATES, ...DATES, ...AUTHORS, ...TAGS, ...LINKS].map((key) => key.split(".")[0]),
  );
  for (const [key, value] of Object.entries(data)) {
    if (known.has(key) || SILENT.has(key) || SILENT.has(key.toLowerCase()) || /alt$/i.test(key)) continue;
    note(
      `front matter: ${key}`,
      `${key}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
      "nothing",
    );
  }
}

/** What stands before `<!--more-->`, as a description, if it is short. */
export function excerptOf(body: string): string | undefined {
  const [before, after] = body.split(/<!--\s*(?:more|excerpt|truncate)\s*-->/i, 2);
  const plain =
    after === undefined || before === undefined || /```|^( {4}|\t)|\|/m.test(before) ? "" : plainText(before);
  return plain && plain.length <= 300 ? plain : undefined;
}

/** The day and the rest of a file's name that begins with one. */
export function dayInName(name: string): { day: string; rest: string } | undefined {
  const [, year, month = "", dayOfMonth = "", rest = ""] =
    /^(\d{4})[-_](\d{1,2})[-_](\d{1,2})(?:[-_ ]+(.*))?$/.exec(name) ?? [];
  if (!year) return undefined;
  return { day: `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`, rest };
}

/** The name of each author once, by itself. */
export function authorsIn(entries: readonly { authors: readonly string[] }[]): SourceAuthor[] {
  return [...new Set(entries.flatMap(({ authors }) => authors))].map((name) => ({ key: name, name }));
}

/** `/a//b` → `/a/b`; begins with a slash. */
export function joined(...parts: string[]): string {
  return `/${parts.join("/")}`.replace(/\/{2,}/g, "/");
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
