/** Jekyll: `_posts/`, `_config.yml`, Liquid with includes and data. https://jekyllrb.com/docs/permalinks/ */

import { join, posix } from "node:path";
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";
import type { SourceEntry, SourceSite } from "../source-site.ts";
import type { LiquidRenderer } from "../tags/liquid.ts";
import type { TagReplacer } from "../tags/tags.ts";
import { peopleIn } from "../trees/author-files.ts";
import { readDataFile, readYamlFile } from "../trees/config.ts";
import { authorsIn, type EntryHead, headOf, leftAt } from "../trees/entry-head.ts";
import { type Zones, zonesOf } from "../trees/moment.ts";
import { dayInName, joined } from "../trees/path-parts.ts";
import { excerptOf } from "../trees/plain-words.ts";
import { isPlainFile, staticFilesOf } from "../trees/static-files.ts";
import { MARKDOWN, mediaOf, openTree, type Tree, type TreeText } from "../trees/tree.ts";
import { textAt } from "../trees/tree-files.ts";
import { at, type Data, firstText, recordAt, textOf, textsOf } from "../trees/values.ts";
import { idOf, namesOf, pageAddress, postAddress, TEXTS } from "./jekyll-addresses.ts";
import { galleryKeys } from "./jekyll-galleries.ts";
import { dataOf, jekyllLiquid, ownTag } from "./jekyll-liquid.ts";
import { jekyllFeeds, jekyllListings } from "./jekyll-listings.ts";
import type { SourceKind, SourceOptions } from "./source.ts";

export const jekyll: SourceKind = {
  name: "jekyll",
  title: "a Jekyll site",
  detect: ({ has }) => {
    const posts = ["_posts", "docs/_posts", "blog/_posts", "src/_posts"].find(has);
    if (posts) return has("_config.yml") ? `_config.yml and ${posts}/` : `${posts}/`;
    return has("_config.yml") && (has("_layouts") || has("_includes") || has("Gemfile"))
      ? "_config.yml and a Gemfile or layouts"
      : undefined;
  },
  read: readJekyll,
};

interface Found {
  text: TreeText;
  kind: "post" | "page";
  /** Of its folders and its front matter. */
  categories: readonly string[];
  isDraft: boolean;
  head: EntryHead;
  address: string;
  id: string | undefined;
  slug: string;
}

async function readJekyll(root: string, options: SourceOptions): Promise<SourceSite> {
  const tree = await openTree(root, "1.1");
  const configFile = ["_config.yml", "_config.yaml", "docs/_config.yml", "src/_config.yml"].find((file) =>
    tree.files.includes(file),
  );
  const config = { ...(configFile ? readYamlFile(join(root, configFile)) : {}), ...((await tomlConfig(tree)) ?? {}) };
  const base = posix
    .join(configFile?.includes("/") ? posix.dirname(configFile) : "", firstText(config, "source") ?? "")
    .replace(/^\.?\/?|\/$/g, "");
  const zone = zoneOf(firstText(config, "timezone"));
  const zones = zonesOf(zone, { seconds: "UTC" });
  const found = foundIn(tree, base, config, zones, options);
  const liquid = await jekyllLiquid(tree, base, config);
  const data = await dataOf(tree, base);
  const siteData = {
    ...config,
    data,
    time: "",
    url: firstText(config, "url") ?? "",
    baseurl: firstText(config, "baseurl") ?? "",
  };
  const byName = new Map(found.flatMap((one) => namesOf(one.text.file).map((name) => [name, one.address] as const)));
  const math = tree.files.some(
    (file) => /_(includes|layouts)\//.test(file) && /mathjax|katex/i.test(textAt(root, file) ?? ""),
  );
  const entries = found.map((one, index) => {
    options.progress?.(index, found.length);
    return entryOf(one, { tree, liquid, siteData, byName, config, options, math });
  });
  const excluded = textsOf(at(config, "exclude")).map((one) => one.replace(/^\.?\/|\/?\**$/g, ""));
  const terms = {
    categories: new Set(found.flatMap(({ categories }) => categories)),
    tags: new Set(found.flatMap(({ head }) => [...tagsIn(at(head.data, "tags")), ...textsOf(at(head.data, "tag"))])),
  };
  const url = firstText(config, "url");
  const baseurl = firstText(config, "baseurl") ?? "";
  return {
    url: url && /^https?:/.test(url) ? `${url.replace(/\/$/, "")}${baseurl === "/" ? "" : baseurl}` : undefined,
    title: firstText(config, "title", "name"),
    description: firstText(config, "description", "tagline"),
    language: firstText(config, "lang", "locale", "language"),
    timeZone: zone,
    owner: ownerIn(config, data),
    authors: authorsIn(entries, await peopleIn(tree)),
    // kramdown's way, and it is the default.
    dashes: !/commonmark/i.test(firstText(config, "markdown") ?? ""),
    entries,
    redirects: [],
    listings: jekyllListings(tree, base, config, terms),
    feeds: [
      ...[firstText(config, "feed.path") ?? "/feed.xml", "/atom.xml"].map((path) => joined(path)),
      ...jekyllFeeds(config, terms),
    ],
    files: [
      ...mediaOf(tree, [base, ""]),
      ...staticFilesOf(tree, [{ from: base, to: "" }], (file) => {
        const below = file.slice(base ? base.length + 1 : 0);
        return isPlainFile(tree, file, below) && !excluded.some((one) => below === one || below.startsWith(`${one}/`));
      }),
    ],
    left: tree.files.some((file) => file.endsWith(".rb") && file.includes("_plugins/"))
      ? [leftAt("_plugins", "plugin", "noted", "Ruby code of the site's own", "import-rules.ts says what its tags are")]
      : [],
  };
}

/** A name, or the key of one in `_data/authors`. */
function ownerIn(config: Data, data: Data): string | undefined {
  const name = firstText(config, "author.name", "author");
  return name && (firstText(data, `authors.${name}.name`) ?? name);
}

async function tomlConfig(tree: Tree): Promise<Data | undefined> {
  return tree.files.includes("_config.toml") ? readDataFile(join(tree.root, "_config.toml")) : undefined;
}

function zoneOf(name: string | undefined): string {
  try {
    return name ? new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone : "UTC";
  } catch {
    return "UTC";
  }
}

function foundIn(tree: Tree, base: string, config: Data, zones: Zones, { rules }: SourceOptions): Found[] {
  const prefix = base ? `${base}/` : "";
  const found: Found[] = [];
  for (const file of tree.files) {
    if (!file.startsWith(prefix) || !TEXTS.test(file)) continue;
    const below = file.slice(prefix.length);
    const [, above = "", folder = "", rest = ""] = /^(?:(.*?)\/)?(_posts|_drafts)\/(.*)$/.exec(below) ?? [];
    const isOwnFolder = rules.posts.some((one) => file.startsWith(`${one.replace(/\/$/, "")}/`));
    const isCollection =
      /^_(?!posts|drafts|includes|layouts|data|sass|site|plugins|pages)[\w-]+\//.test(below) &&
      recordAt(config, "collections")[below.split("/")[0]?.slice(1) ?? ""] !== undefined;
    const isPost = folder !== "" || isOwnFolder || isCollection;
    if (!isPost && /(^|\/)[_.]/.test(below) && !/^_pages\//.test(below)) continue;
    if (
      !isPost &&
      (/^(readme|license|contributing|changelog|code_of_conduct|404)/i.test(posix.basename(below)) ||
        !MARKDOWN.test(below))
    )
      continue;
    const text = tree.read(file);
    if (!text || (!text.isThere && !isPost)) continue;
    const stem = posix.basename(rest || below).replace(TEXTS, "");
    const dated = dayInName(stem);
    if (folder === "_posts" && !dated && !text.isThere) continue;
    const defaults = defaultsFor(config, below, isPost ? (folder === "_drafts" ? "drafts" : "posts") : "pages");
    const kind = isPost && (dated || !isCollection || at(text.data, "date")) ? "post" : "page";
    if (
      kind === "page" &&
      isCollection &&
      !at(recordAt(config, "collections"), `${below.split("/")[0]?.slice(1)}.output`)
    )
      continue;
    const head = headOf(text, {
      ...{ zones, kind, splitTags: undefined, defaults },
      dateOfPath: dated?.day,
      draft: folder === "_drafts" ? { why: "in _drafts/" } : undefined,
    });
    const folders = [
      ...(above ? above.split("/") : []),
      ...posix
        .dirname(rest)
        .split("/")
        .filter((part) => part !== "." && folder !== ""),
    ];
    const categories = [...folders.map((one) => one.toLowerCase()), ...categoriesOf(head.data)];
    const slug = firstText(head.data, "slug") ?? (dated?.rest || stem);
    const withTags = { ...head, tags: tagsOf(head.data, folders) };
    const address =
      kind === "post"
        ? postAddress(
            head,
            config,
            slug,
            categories,
            zones,
            isCollection ? below.split("/")[0]?.slice(1) : undefined,
            stem,
          )
        : pageAddress(head.data, below, config);
    found.push({
      text,
      kind,
      categories,
      isDraft: folder === "_drafts",
      head: withTags,
      address,
      slug,
      id: kind === "post" ? idOf(config, address, slug) : undefined,
    });
  }
  return found;
}

/** `defaults` of the configuration whose scope has the file, those of the longest path last. */
function defaultsFor(config: Data, file: string, type: string): Data {
  const rows = at(config, "defaults");
  const fitting = (Array.isArray(rows) ? rows : []).filter((row: unknown) => {
    const path = (firstText(row, "scope.path") ?? "").replace(/^\/|\/$/g, "");
    const wanted = firstText(row, "scope.type");
    return (
      (path === "" || file === path || file.startsWith(`${path}/`) || matches(file, path)) &&
      (!wanted || wanted === type || wanted.replace(/s$/, "") === type.replace(/s$/, ""))
    );
  });
  const sorted = fitting.toSorted(
    (a: unknown, b: unknown) => (firstText(a, "scope.path") ?? "").length - (firstText(b, "scope.path") ?? "").length,
  );
  return Object.assign({}, ...sorted.map((row: unknown) => recordAt(row, "values")));
}

function matches(file: string, pattern: string): boolean {
  if (!pattern.includes("*")) return false;
  const source = pattern.split("*").map(escapeRegExp).join("[^/]*");
  return new RegExp(`^${source}`).test(file);
}

/** Jekyll splits texts at blanks. */
function categoriesOf(data: Data): string[] {
  const one = textOf(at(data, "category"));
  const value = at(data, "categories");
  const many = typeof value === "string" ? value.split(/\s+/) : textsOf(value);
  return [...(one ? [one] : []), ...many].map((name) => name.toLowerCase()).filter(Boolean);
}

function tagsIn(value: unknown): string[] {
  if (typeof value !== "string") return textsOf(value);
  return value.split(value.includes(",") ? "," : /\s+/).map((tag) => tag.trim());
}

function tagsOf(data: Data, folders: readonly string[]): string[] {
  const all = [
    ...tagsIn(at(data, "tags")),
    ...textsOf(at(data, "tag")),
    ...textsOf(at(data, "category")),
    ...tagsIn(at(data, "categories")),
    ...folders,
  ];
  const seen = new Map<string, string>();
  for (const tag of all.map((one) => one.trim()))
    if (tag && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  return [...seen.values()];
}

function entryOf(
  { text, kind, head, address, id, isDraft }: Found,
  {
    tree,
    liquid,
    siteData,
    byName,
    options,
    math,
  }: {
    tree: Tree;
    liquid: LiquidRenderer;
    siteData: Data;
    byName: ReadonlyMap<string, string>;
    config: Data;
    options: SourceOptions;
    math: boolean;
  },
): SourceEntry {
  const { data, ...own } = head;
  const shown = galleryKeys(text.body);
  const left = head.left.filter(({ construct }) => !shown.has(construct.replace("front matter: ", "")));
  const place = { file: text.file, line: text.bodyLine };
  const replacer: TagReplacer = {
    ...{ rules: options.rules, left },
    readFile: (path) => textAt(tree.root, path),
    own: (use) => ownTag(use, byName, tree, text.file),
  };
  const page = {
    ...data,
    url: address,
    id,
    path: text.file,
    title: head.title,
    date: head.date,
    tags: head.tags,
    excerpt: head.description,
  };
  const rendered = liquid.render(
    text.body,
    { page, site: siteData, layout: {}, jekyll: { environment: "production" } },
    place,
    replacer,
  );
  const isHtml = /\.html?$/i.test(text.file);
  const more = textOf(at(siteData, "excerpt_separator"));
  return {
    ...own,
    ...{ kind, left, id },
    address: isDraft ? undefined : address,
    aliases: textsOf(at(data, "redirect_from")).map((alias) => joined(alias)),
    description: head.description ?? excerptOf(more ? rendered.replace(more, "<!--more-->") : rendered),
    body: {
      format: isHtml ? "html" : "markdown",
      text: more && more !== "\n\n" ? rendered.replace(more, "") : rendered,
      line: text.bodyLine,
      dialect: { anchors: "kramdown", math },
    },
  };
}
