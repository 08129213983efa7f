/** Docusaurus: its blogs, and the pages that are Markdown. Documentation stays. https://docusaurus.io/docs/blog */

import { join, posix } from "node:path";
import { docusaurusText } from "../dialect/docusaurus-text.ts";
import type { Left, SourceEntry, SourceListing, SourceRedirect, SourceSite } from "../source-site.ts";
import { replaceMdx } from "../tags/mdx.ts";
import { peopleIn } from "../trees/author-files.ts";
import { braced, readDataFile, textInCode } from "../trees/config.ts";
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

/** One of the site's, each by a plugin of its own. */
interface Blog {
  /** The folder with posts, and where they are published; both end with a slash. */
  readonly folder: string;
  readonly route: string;
  /** What the paths of its tags and of its authors begin with, and that of the list of all posts. */
  readonly tagsPath: string;
  readonly authorsPath: string;
  readonly archivePath: string;
  /** Names its people. */
  readonly authorsFile: string;
}

async function readDocusaurus(root: string, options: SourceOptions): Promise<SourceSite> {
  const tree = await openTree(root, "1.2");
  const config = CONFIGS.find((name) => tree.files.includes(name)) ?? "";
  const code = textAt(root, config) ?? "";
  const blogs = blogsOf(code, options);
  const named = blogs.map(({ authorsFile }) => authorsFile);
  const people = await peopleIn(tree, named);
  const hasSlash = /\btrailingSlash\s*:\s*true/.test(code);
  const tagsOf = new Map<Blog, ReadonlyMap<string, Data>>();
  for (const blog of blogs) tagsOf.set(blog, await tagsIn(tree, blog));
  const files = tree.files.flatMap((file) => {
    const place = MARKDOWN.test(file) ? placeOf(file, blogs) : undefined;
    return place ? [{ file, place }] : [];
  });
  const entries: SourceEntry[] = [];
  const listed = new Map<Blog, SourceEntry[]>(blogs.map((blog) => [blog, []]));
  for (const [index, { file, place }] of files.entries()) {
    options.progress?.(index, files.length);
    const tags = (place !== "page" && tagsOf.get(place)) || new Map<string, Data>();
    const entry = await entryOf(file, { tree, place, tags, hasSlash, options });
    if (!entry) continue;
    entries.push(entry);
    if (place !== "page") listed.get(place)?.push(entry);
  }
  const listings: SourceListing[] = [];
  for (const blog of blogs)
    listings.push(
      ...listingsOf(listed.get(blog) ?? [], blog, tagsOf.get(blog) ?? new Map()),
      ...(await authorPages(tree, blog, [...people.keys()])),
    );
  const url = textInCode(code, "url");
  const base = textInCode(code, "baseUrl") ?? "/";
  return {
    url: url && /^https?:/.test(url) ? `${url.replace(/\/$/, "")}${joined(base, "/")}` : undefined,
    // The title of one blog is that of the site; of several, each has its own.
    title: textInCode(code, ...(blogs.length === 1 ? ["blogTitle"] : []), "title"),
    description: textInCode(code, ...(blogs.length === 1 ? ["blogDescription"] : []), "tagline"),
    language: textInCode(code, "defaultLocale"),
    timeZone: "UTC",
    authors: authorsIn(entries, people),
    dashes: false,
    entries,
    redirects: redirectsIn(code, config),
    listings,
    feeds: blogs.flatMap(({ route }) => ["rss.xml", "atom.xml", "feed.json"].map((name) => joined(route, name))),
    files: [
      ...mediaOf(tree, ["static", ...blogs.map(({ folder }) => folder.slice(0, -1)), ""]),
      ...staticFilesOf(tree, [{ from: "static", to: "" }]),
    ],
    left: left(tree),
  };
}

/** A plugin by its name, with its options behind it. */
const PLUGIN = /\bplugin-content-blog\b["'`)\s]*,\s*\{/g;
const MOST_BLOGS = 50;

/** That of the preset, unless it is turned off, and those of further plugins. */
function blogsOf(code: string, { rules }: SourceOptions): Blog[] {
  const preset = braced(code, /\bblog\s*:\s*\{/)?.inner ?? "";
  const plugins = [...code.matchAll(PLUGIN)].slice(0, MOST_BLOGS).map(({ 0: open, index }) => {
    const { inner = "" } = braced(code.slice(index + open.length - 1), /\{/) ?? {};
    return inner;
  });
  const settings = /\bblog\s*:\s*false\b/.test(code) && plugins.length > 0 ? plugins : [preset, ...plugins];
  const blogs = settings.map((one, index) => blogOf(one, index === 0 ? rules.posts[0] : undefined));
  // One may lie in the folder of another.
  return blogs.sort((one, other) => other.folder.length - one.folder.length);
}

function blogOf(settings: string, given: string | undefined): Blog {
  const folder = `${(given ?? textInCode(settings, "path") ?? "blog").replace(/^\.?\/|\/$/g, "")}/`;
  const route = joined(textInCode(settings, "routeBasePath") ?? "blog", "/");
  return {
    ...{ folder, route },
    tagsPath: joined(route, textInCode(settings, "tagsBasePath") ?? "tags"),
    authorsPath: joined(route, textInCode(settings, "authorsBasePath") ?? "authors"),
    archivePath: joined(route, textInCode(settings, "archiveBasePath") ?? "archive", "/"),
    authorsFile: posix.join(folder, textInCode(settings, "authorsMapPath") ?? "authors.yml"),
  };
}

const PAGES = "src/pages/";

/** The blog whose post a file is; files whose names begin with an underscore are parts of others. */
function placeOf(file: string, blogs: readonly Blog[]): Blog | "page" | undefined {
  if (/(^|\/)_/.test(file)) return undefined;
  return blogs.find(({ folder }) => file.startsWith(folder)) ?? (file.startsWith(PAGES) ? "page" : undefined);
}

interface Reading {
  readonly tree: Tree;
  readonly place: Blog | "page";
  readonly tags: ReadonlyMap<string, Data>;
  /** Whether addresses end with a slash. */
  readonly hasSlash: boolean;
  readonly options: SourceOptions;
}

async function entryOf(
  file: string,
  { tree, place: of, tags, hasSlash, options }: Reading,
): Promise<SourceEntry | undefined> {
  const text = tree.read(file);
  if (!text) return undefined;
  const [kind, folder] = of === "page" ? (["page", PAGES] as const) : (["post", of.folder] as const);
  const name = file
    .slice(folder.length)
    .replace(MARKDOWN, "")
    .replace(/(^|\/)index$/, "");
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
    // Feeds have it as an id, with a slash at its end only where the configuration says so.
    address: joined(of === "page" ? "" : of.route, path, ...(hasSlash ? ["/"] : [])),
    aliases: [],
    draft: head.draft ?? (isTrue(at(data, "unlisted")) ? { why: "unlisted" } : undefined),
    authors: writersIn(data) ?? head.authors,
    tags: textsIn(data).map((tag) => firstText(tags.get(tag), "label") ?? tag),
    description: head.description ?? excerptOf(text.body),
    body: {
      format: "markdown",
      text: await replaceMdx(source, place, replacer),
      line: text.bodyLine,
      dialect: { anchors: "github", contentRoot: folder.slice(0, -1) },
    },
  };
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

async function tagsIn(tree: Tree, { folder }: Blog): Promise<ReadonlyMap<string, Data>> {
  const data = await dataIn(tree, [`${folder}tags.yml`, `${folder}tags.yaml`]);
  return new Map(Object.entries(data).map(([key, tag]) => [key, recordOf(tag)]));
}

/** Of the first of these files that is there. */
async function dataIn(tree: Tree, names: readonly string[]): Promise<Data> {
  const file = names.find((name) => tree.files.includes(name));
  return file === undefined ? {} : readDataFile(join(tree.root, file));
}

function listingsOf(
  entries: readonly SourceEntry[],
  { route, tagsPath, archivePath }: Blog,
  tags: ReadonlyMap<string, Data>,
): SourceListing[] {
  const paths = new Map(
    [...tags].map(([key, tag]) => [firstText(tag, "label") ?? key, firstText(tag, "permalink") ?? slugIn(key)]),
  );
  const used = [...new Set(entries.flatMap((entry) => entry.tags))];
  return [
    ...(route === "/" ? [] : [{ path: route, posts: true as const }]),
    { path: archivePath, posts: true },
    ...used.map((tag) => ({ path: joined(tagsPath, paths.get(tag) ?? slugIn(tag), "/"), tag })),
  ];
}

/** The page of all of a blog's people, and that of each, which may be told. */
async function authorPages(
  tree: Tree,
  { folder, authorsPath, authorsFile }: Blog,
  keys: readonly string[],
): Promise<SourceListing[]> {
  const data = await dataIn(tree, [authorsFile, `${folder}authors.yaml`, `${folder}authors.json`]);
  const own = keys.filter((key) => key in data);
  const pages = (own.length > 0 ? own : keys).map((author): SourceListing => {
    const path = firstText(at(recordOf(data[author]), "page"), "permalink") ?? slugIn(author);
    return { path: joined(authorsPath, path, "/"), author };
  });
  return [{ path: joined(authorsPath, "/"), authors: true }, ...pages];
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
