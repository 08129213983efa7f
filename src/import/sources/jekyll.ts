/** Jekyll: `_posts/`, `_config.yml`, Liquid with includes and data. https://jekyllrb.com/docs/permalinks/ */

import { join, posix } from "node:path";
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";
import { oldPage } from "../old-page.ts";
import type { TagUse } from "../rules.ts";
import type { SourceEntry, SourceSite } from "../source-site.ts";
import { type LiquidRenderer, liquidRenderer } from "../tags/liquid.ts";
import { codeOf } from "../tags/shapes.ts";
import type { TagReplacer } from "../tags/tags.ts";
import { readDataFile, readYamlFile } from "../trees/config.ts";
import { yamlList } from "../trees/matter.ts";
import { partsOf, type Zones, zonesOf } from "../trees/moment.ts";
import { datePlaces, filledPattern, plainSlug } from "../trees/permalink.ts";
import { isPlainFile, staticFilesOf } from "../trees/static-files.ts";
import {
  authorsIn,
  dayInName,
  decoded,
  type EntryHead,
  excerptOf,
  headOf,
  joined,
  leftAt,
  MARKDOWN,
  mediaOf,
  openTree,
  type Tree,
  type TreeText,
} from "../trees/tree.ts";
import { textAt } from "../trees/tree-files.ts";
import { at, type Data, firstText, recordAt, textOf, textsOf } from "../trees/values.ts";
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

const STYLES: Record<string, string> = {
  date: "/:categories/:year/:month/:day/:title.html",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title.html",
  weekdate: "/:categories/:year/W:week/:short_day/:title.html",
  none: "/:categories/:title.html",
};
const TEXTS = /\.(md|markdown|mdown|mkd|mkdn|html?)$/i;

interface Found {
  text: TreeText;
  kind: "post" | "page";
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
  const url = firstText(config, "url");
  const baseurl = firstText(config, "baseurl") ?? "";
  return {
    url: url && /^https?:/.test(url) ? `${url.replace(/\/$/, "")}${baseurl === "/" ? "" : baseurl}` : undefined,
    title: firstText(config, "title", "name"),
    description: firstText(config, "description", "tagline"),
    language: firstText(config, "lang", "locale", "language"),
    timeZone: zone,
    authors: authorsIn(entries),
    entries: entries.filter(({ kind, body }) => kind === "post" || body.text.trim() !== ""),
    redirects: [],
    feeds: [firstText(config, "feed.path") ?? "/feed.xml", "/atom.xml"].map((path) => joined(path)),
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

function tagsOf(data: Data, folders: readonly string[]): string[] {
  const split = (value: unknown) =>
    typeof value === "string" ? (value.includes(",") ? value.split(",") : value.split(/\s+/)) : textsOf(value);
  const all = [
    ...split(at(data, "tags")),
    ...textsOf(at(data, "tag")),
    ...textsOf(at(data, "category")),
    ...split(at(data, "categories")),
    ...folders,
  ];
  const seen = new Map<string, string>();
  for (const tag of all.map((one) => one.trim()))
    if (tag && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  return [...seen.values()];
}

function postAddress(
  head: EntryHead,
  config: Data,
  slug: string,
  categories: string[],
  zones: Zones,
  collection: string | undefined,
  stem: string,
): string {
  const own = firstText(head.data, "permalink");
  const ofCollection = collection ? firstText(recordAt(config, "collections"), `${collection}.permalink`) : undefined;
  const pattern =
    own ??
    ofCollection ??
    (collection
      ? `/:collection/:path${/pretty|\/$/.test(firstText(config, "permalink") ?? "") ? "/" : ".html"}`
      : (firstText(config, "permalink") ?? "date"));
  const places = {
    ...datePlaces(head.date ? partsOf(head.date, zones.site) : undefined),
    ...{ title: slug, slug: plainSlug(slug), name: stem, path: stem, collection: collection ?? "" },
    ...{
      categories: [...new Set(categories)].join("/"),
      slugified_categories: [...new Set(categories.map(plainSlug))].join("/"),
      output_ext: ".html",
    },
  };
  return filledPattern(STYLES[pattern] ?? pattern, places);
}

function pageAddress(data: Data, file: string, config: Data): string {
  const own = firstText(data, "permalink");
  const stem = file.replace(TEXTS, "").replace(/^_pages\//, "");
  if (own)
    return filledPattern(own, {
      title: posix.basename(stem),
      basename: posix.basename(stem),
      path: posix.dirname(stem) === "." ? "" : posix.dirname(stem),
      output_ext: ".html",
    });
  if (/(^|\/)index$/.test(stem)) return joined(stem.replace(/index$/, ""));
  const style = firstText(config, "permalink") ?? "date";
  return /pretty|\/$/.test(style) ? joined(stem, "/") : joined(`${stem}.html`);
}

/** Of jekyll-feed: the host, the folder of the address, and the slug. */
function idOf(config: Data, address: string, slug: string): string | undefined {
  const url = firstText(config, "url");
  if (!url) return undefined;
  const folder = posix.dirname(address.endsWith("/") ? address.slice(0, -1) : address);
  const baseurl = firstText(config, "baseurl") ?? "";
  return encodeURI(`${url.replace(/\/$/, "")}${joined(baseurl, folder, slug)}`);
}

/** By which `post_url` and `link` name a file. */
function namesOf(file: string): string[] {
  const stem = file.replace(TEXTS, "");
  const short = stem.replace(/^.*_posts\//, "");
  return [file, stem, short, posix.basename(short), stem.replace("_posts/", "")];
}

async function jekyllLiquid(tree: Tree, base: string, config: Data): Promise<LiquidRenderer> {
  const folder = joined(base, firstText(config, "includes_dir") ?? "_includes").slice(1);
  const templates: Record<string, string> = {};
  for (const file of tree.files) {
    if (file.startsWith(`${folder}/`)) templates[file.slice(folder.length + 1)] = textAt(tree.root, file) ?? "";
  }
  const path = (value: unknown) => encodeURI(decoded(joined(firstText(config, "baseurl") ?? "", String(value ?? ""))));
  return liquidRenderer({
    templates,
    jekyllInclude: true,
    filters: {
      relative_url: path,
      absolute_url: (value) =>
        /^https?:/.test(String(value)) ? value : `${firstText(config, "url") ?? ""}${path(value)}`,
      markdownify: (value) => oldPage(String(value ?? "")),
      smartify: (value) => value,
      prepend_baseurl: path,
    },
  });
}

/** `_data/*.yml` and `.json`, by their names. */
async function dataOf(tree: Tree, base: string): Promise<Data> {
  const data: Record<string, unknown> = {};
  const folder = joined(base, "_data/").slice(1);
  for (const file of tree.files) {
    if (!file.startsWith(folder) || !/\.(ya?ml|json|toml)$/i.test(file)) continue;
    const parts = file
      .slice(folder.length)
      .replace(/\.\w+$/, "")
      .split("/");
    let at: Record<string, unknown> = data;
    for (const part of parts.slice(0, -1)) {
      const next = at[part];
      const inner: Record<string, unknown> = typeof next === "object" && next !== null ? { ...next } : {};
      at[part] = inner;
      at = inner;
    }
    const text = textAt(tree.root, file) ?? "";
    at[parts.at(-1) ?? ""] = /^\s*(-|\[)/m.test(text.replace(/^(#.*|---)?\n/gm, "").slice(0, 200))
      ? yamlList(text)
      : await readDataFile(join(tree.root, file));
  }
  return data;
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
  const left = [...head.left];
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

function ownTag(
  { name, positional, body, written }: TagUse,
  byName: ReadonlyMap<string, string>,
  tree: Tree,
  from: string,
): string | undefined {
  const [first = "", ...rest] = positional;
  if (name === "post_url" || name === "link") {
    const wanted = first.replace(/^\//, "");
    return encodeURI(byName.get(wanted) ?? byName.get(posix.basename(wanted)) ?? `/${wanted}`);
  }
  if (name === "highlight" && body !== undefined)
    return codeOf(
      body,
      [/^[\w+#.-]+$/.test(first) ? first : "", rest.some((word) => word.startsWith("lineno")) ? "numbers" : ""]
        .filter(Boolean)
        .join(" "),
    );
  if (name === "include_relative") return textAt(tree.root, posix.join(posix.dirname(from), first)) ?? "";
  if (/^(seo|feed_meta|paginator|cache|asset)$/.test(name)) return body ?? "";
  return name === "include_cached" ? `<!-- ${written} -->` : undefined;
}
