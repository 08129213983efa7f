/** Docusaurus: its blog, and the pages that are Markdown. Documentation stays. https://docusaurus.io/docs/blog */

import { join, posix } from "node:path";
import { docusaurusText } from "../dialect/docusaurus-text.ts";
import type { Left, SourceEntry, SourceListing, SourceRedirect, SourceSite } from "../source-site.ts";
import { replaceMdx } from "../tags/mdx.ts";
import { peopleIn } from "../trees/author-files.ts";
import { braced, readYamlFile, textInCode } from "../trees/config.ts";
import { authorsIn, headOf, leftAt } from "../trees/entry-head.ts";
import { zonesOf } from "../trees/moment.ts";
import { joined } from "../trees/path-parts.ts";
import { excerptOf } from "../trees/plain-words.ts";
import { staticFilesOf } from "../trees/static-files.ts";
import { MARKDOWN, mediaOf, openTree, type Tree } from "../trees/tree.ts";
import { textAt } from "../trees/tree-files.ts";
import { at, type Data, firstText, isTrue, recordOf, textsOf } from "../trees/values.ts";
import type { SourceKind, SourceOptions } from "./source.ts";

const CONFIGS = ["js", "ts", "mjs", "cjs", "mts"].map((ending) => `docusaurus.config.${ending}`);

export const docusaurus: SourceKind = {
  name: "docusaurus",
  title: "a Docusaurus site",
  detect: ({ has }) => CONFIGS.find(has),
  read: readDocusaurus,
};

interface Blog {
  /** The folder with posts, and where they are published; both end with a slash. */
  readonly folder: string;
  readonly route: string;
  /** Whether addresses end with a slash. */
  readonly hasSlash: boolean;
}

async function readDocusaurus(root: string, options: SourceOptions): Promise<SourceSite> {
  const tree = await openTree(root, "1.2");
  const config = CONFIGS.find((name) => tree.files.includes(name)) ?? "";
  const code = textAt(root, config) ?? "";
  const blog = blogOf(code, options);
  const people = await peopleIn(tree);
  const tags = tagsOf(tree, blog);
  const files = tree.files.filter((file) => MARKDOWN.test(file) && placeOf(file, blog) !== undefined);
  const entries: SourceEntry[] = [];
  for (const [index, file] of files.entries()) {
    options.progress?.(index, files.length);
    const entry = await entryOf(file, { tree, blog, tags, options });
    if (entry) entries.push(entry);
  }
  const url = textInCode(code, "url");
  const base = textInCode(code, "baseUrl") ?? "/";
  return {
    url: url && /^https?:/.test(url) ? `${url.replace(/\/$/, "")}${joined(base, "/")}` : undefined,
    title: textInCode(code, "blogTitle", "title"),
    description: textInCode(code, "blogDescription", "tagline"),
    language: textInCode(code, "defaultLocale"),
    timeZone: "UTC",
    authors: authorsIn(entries, people),
    dashes: false,
    entries,
    redirects: redirectsIn(code, config),
    listings: listingsOf(entries, blog, tags, [...people.keys()]),
    feeds: ["rss.xml", "atom.xml", "feed.json"].map((name) => joined(blog.route, name)),
    files: [
      ...mediaOf(tree, ["static", blog.folder.slice(0, -1), ""]),
      ...staticFilesOf(tree, [{ from: "static", to: "" }]),
    ],
    left: left(tree),
  };
}

function blogOf(code: string, { rules }: SourceOptions): Blog {
  const settings = braced(code, /\bblog\s*:\s*\{/)?.inner ?? "";
  const folder = rules.posts[0] ?? textInCode(settings, "path") ?? "blog";
  const route = textInCode(settings, "routeBasePath") ?? "blog";
  const hasSlash = /\btrailingSlash\s*:\s*true/.test(code);
  return { folder: `${folder.replace(/^\.?\/|\/$/g, "")}/`, route: joined(route, "/"), hasSlash };
}

const PAGES = "src/pages/";

/** Files whose names begin with an underscore are parts of others. */
function placeOf(file: string, { folder }: Blog): "post" | "page" | undefined {
  if (/(^|\/)_/.test(file)) return undefined;
  return file.startsWith(folder) ? "post" : file.startsWith(PAGES) ? "page" : undefined;
}

interface Reading {
  readonly tree: Tree;
  readonly blog: Blog;
  readonly tags: ReadonlyMap<string, Data>;
  readonly options: SourceOptions;
}

async function entryOf(file: string, { tree, blog, tags, options }: Reading): Promise<SourceEntry | undefined> {
  const text = tree.read(file);
  const kind = placeOf(file, blog);
  if (!text || !kind) return undefined;
  const below = file.slice(kind === "post" ? blog.folder.length : PAGES.length).replace(MARKDOWN, "");
  const name = below.replace(/(^|\/)index$/, "");
  const dated = kind === "post" ? datedName(name) : undefined;
  const { data, ...head } = headOf(text, { zones: zonesOf("UTC"), dateOfPath: dated?.day, kind });
  const left = [...head.left];
  const place = { file, line: text.bodyLine };
  const source = docusaurusText(text.body);
  const replacer = { rules: options.rules, left, readFile: (path: string) => textAt(tree.root, path) };
  const slug = firstText(data, "slug");
  const path = slug ?? dated?.path ?? name;
  return {
    ...head,
    ...{ kind, left },
    address: addressOf(kind === "post" ? joined(blog.route, path) : joined(slug ?? name), blog),
    aliases: [],
    draft: head.draft ?? (isTrue(at(data, "unlisted")) ? { why: "unlisted" } : undefined),
    authors: writersIn(data) ?? head.authors,
    tags: textsIn(data).map((tag) => firstText(tags.get(tag), "label") ?? tag),
    description: head.description ?? excerptOf(text.body),
    body: {
      format: "markdown",
      text: await replaceMdx(source, place, replacer),
      line: text.bodyLine,
      dialect: { anchors: "github", contentRoot: blog.folder.slice(0, -1) },
    },
  };
}

/** Feeds have it as an id, with a slash at its end only where the configuration says so. */
function addressOf(path: string, { hasSlash }: Blog): string {
  return hasSlash ? joined(path, "/") : path;
}

/** Undefined where none is an object with the key of one of the site's people, beside which it may have another title. */
function writersIn(data: Data): string[] | undefined {
  const value = at(data, "authors");
  const list = Array.isArray(value) ? value : [value];
  if (!list.some((one: unknown) => firstText(one, "key"))) return undefined;
  return list.flatMap((one: unknown) => firstText(one, "key") ?? textsOf(one));
}

/** A text, or an object with a `label`. */
function textsIn(data: Data): string[] {
  const value = at(data, "tags");
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((one: unknown) => firstText(one, "label") ?? textsOf(one));
}

/** `2024-03-10-name`, `2024/03/10/name` and `2024/03-10-name`: the folder that they are in stands behind the day in the address. */
function datedName(name: string): { day: string; path: string } | undefined {
  const [, folder = "", year, month = "", day = "", rest = ""] =
    /^(.*)(\d{4})[-/](\d{1,2})[-/](\d{1,2})[-/]?(.*)$/.exec(name) ?? [];
  return year
    ? {
        day: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
        path: `${year}/${month}/${day}/${folder}${rest}`,
      }
    : undefined;
}

function tagsOf(tree: Tree, { folder }: Blog): ReadonlyMap<string, Data> {
  const file = ["tags.yml", "tags.yaml"].find((name) => tree.files.includes(folder + name));
  const data = file ? readYamlFile(join(tree.root, folder, file)) : {};
  return new Map(Object.entries(data).map(([key, tag]) => [key, recordOf(tag)]));
}

function listingsOf(
  entries: readonly SourceEntry[],
  { route }: Blog,
  tags: ReadonlyMap<string, Data>,
  people: readonly string[],
): SourceListing[] {
  const paths = new Map(
    [...tags].map(([key, tag]) => [firstText(tag, "label") ?? key, firstText(tag, "permalink") ?? slugIn(key)]),
  );
  const used = [...new Set(entries.flatMap((entry) => entry.tags))];
  return [
    ...(route === "/" ? [] : [{ path: route, posts: true as const }]),
    { path: joined(route, "archive/"), posts: true },
    ...used.map((tag) => ({ path: joined(route, "tags", paths.get(tag) ?? slugIn(tag), "/"), tag })),
    ...people.map((author) => ({ path: joined(route, "authors", slugIn(author), "/"), author })),
  ];
}

/** As Docusaurus makes it: words begin at capitals and at digits, too. */
function slugIn(tag: string): string {
  const plain = tag
    .normalize("NFD")
    .replace(/(?<=[a-z])[\u0300-\u036f]+/gi, "")
    .replace(/['’]/g, "")
    .normalize("NFC");
  const words = plain.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{M}]+/gu) ?? [];
  return words.join("-").toLowerCase();
}

/** Those of the plugin for redirects: `{ from: "/old", to: "/new" }`, in either order. */
function redirectsIn(code: string, file: string): SourceRedirect[] {
  const found = [...code.matchAll(/\bfrom\s*:\s*(["'`])(\/[^"'`\n]*)\1\s*,\s*to\s*:\s*(["'`])([^"'`\n]+)\3/g)].map(
    ({ 2: from = "", 4: to = "", index }) => ({ from, to, index }),
  );
  const reversed = [...code.matchAll(/\bto\s*:\s*(["'`])([^"'`\n]+)\1\s*,\s*from\s*:\s*(["'`])(\/[^"'`\n]*)\3/g)].map(
    ({ 4: from = "", 2: to = "", index }) => ({ from, to, index }),
  );
  return [...found, ...reversed].map(({ from, to, index }) => ({
    ...{ file, from, to },
    line: code.slice(0, index).split("\n").length,
  }));
}

/** Of the site, and not of its blog: each in a line. */
function left(tree: Tree): Left[] {
  const counted = (folder: RegExp, construct: string): Left[] => {
    const files = tree.files.filter((file) => folder.test(file) && MARKDOWN.test(file));
    const [first] = files;
    const was = `${files.length} ${files.length === 1 ? "text" : "texts"}, such as ${first}`;
    return first ? [leftAt(posix.dirname(first).split("/")[0] ?? "", construct, "left", was, "nothing")] : [];
  };
  const programs = tree.files.flatMap((file) => {
    const [, path = ""] = /^src\/pages\/([^_[\]]+?)(?:\/index)?\.(?:jsx?|tsx?)$/.exec(file) ?? [];
    return path === "" || path === "index"
      ? []
      : [leftAt(file, "page that is a program", "left", joined(path, "/"), "nothing")];
  });
  return [...programs, ...counted(/^(docs|versioned_docs)\//, "documentation"), ...counted(/^i18n\//, "translation")];
}
