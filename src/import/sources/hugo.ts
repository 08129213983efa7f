/** Hugo: `content/`, sections, bundles, shortcodes. https://gohugo.io/content-management/urls/ */

import { join, posix } from "node:path";
import { withDollars } from "../dialect/bracketed-formulas.ts";
import { markdownParser } from "../dialect/parser.ts";
import { withoutRawHtml } from "../dialect/raw-html-off.ts";
import { feedsBelow } from "../listings.ts";
import type { TagUse } from "../rules.ts";
import type { Left, SourceEntry, SourceListing, SourceRedirect, SourceSite } from "../source-site.ts";
import { replaceHugoTags } from "../tags/hugo-tags.ts";
import { peopleIn } from "../trees/author-files.ts";
import { readDataFile } from "../trees/config.ts";
import { authorsIn, type EntryHead, headOf, leftAt } from "../trees/entry-head.ts";
import { zonesOf } from "../trees/moment.ts";
import { dayInName, joined } from "../trees/path-parts.ts";
import { excerptOf, plainText } from "../trees/plain-words.ts";
import { staticFilesOf } from "../trees/static-files.ts";
import { mediaOf, openTree, type Tree, type TreeText } from "../trees/tree.ts";
import { isFolder, textAt } from "../trees/tree-files.ts";
import { at, type Data, firstText, isFalse, isTrue, recordAt, textsOf } from "../trees/values.ts";
import { addressOf, refsOf, termPath } from "./hugo-addresses.ts";
import { galleryOf } from "./hugo-galleries.ts";
import type { SourceKind, SourceOptions } from "./source.ts";

const CONFIGS = ["hugo", "config", "config/_default/hugo", "config/_default/config"].flatMap((name) =>
  ["toml", "yaml", "yml", "json"].map((ending) => `${name}.${ending}`),
);

export const hugo: SourceKind = {
  name: "hugo",
  title: "a Hugo site",
  detect: ({ has, start }) => {
    const config = CONFIGS.find(has);
    if (!config) return has("archetypes") && has("content") ? "archetypes/ and content/" : undefined;
    const isSure = /^(hugo|config\/_default)/.test(config) || /^\s*"?base_?url"?\s*[:=]/im.test(start(config));
    return isSure || has("content") ? config : undefined;
  },
  read: readHugo,
};

interface Found {
  text: TreeText;
  head: EntryHead;
  address: string;
  language: string;
  /** Below the content folder, without its ending and language. */
  name: string;
  section: string;
}

async function readHugo(root: string, options: SourceOptions): Promise<SourceSite> {
  const tree = await openTree(root, "1.1");
  const parse = await markdownParser();
  const config = await configOf(root, tree);
  const content =
    firstText(config, "contentDir")?.replace(/^\.?\/|\/$/g, "") ?? (isFolder(root, "content") ? "content" : "");
  const zone = zoneOf(firstText(config, "timeZone"));
  const zones = zonesOf(zone);
  const languages = Object.keys(recordAt(config, "languages"));
  const language = firstText(config, "defaultContentLanguage") ?? languages[0] ?? "en";
  const cascades = cascadesOf(tree, content);
  const found: Found[] = [];
  const redirects: SourceRedirect[] = [];
  const left: Left[] = [];
  const prefix = content ? `${content}/` : "";
  for (const file of tree.files) {
    if (!file.startsWith(prefix) || !/\.(md|markdown|mdown|html)$/i.test(file)) continue;
    if (!content && (!/\//.test(file) || /^(layouts|static|themes|archetypes|public)\//.test(file))) continue;
    const text = tree.read(file);
    if (!text || (!text.isThere && file.endsWith(".html"))) continue;
    const parts = partsOfName(file.slice(prefix.length), languages);
    const defaults = cascadeFor(cascades, file);
    const section = parts.name.includes("/") ? (parts.name.split("/")[0] ?? "") : "";
    const dated = dayInName(posix.basename(parts.name));
    const head = headOf(text, {
      ...{ zones, defaults, splitTags: undefined, dateOfPath: dated?.day },
      kind: isPost(section, text.data, dated?.day, options) ? "post" : "page",
      draft: expired(text.data),
    });
    const address = addressOf(
      parts.name,
      section,
      head,
      config,
      zones,
      parts.language === language ? "" : parts.language,
      dated,
    );
    if (parts.isSection) {
      for (const alias of textsOf(at(text.data, "aliases")))
        redirects.push({ file, line: 1, from: joined(alias), to: joined(posix.dirname(`${parts.name}/x`), "/") });
      if (text.body.trim() && parts.name !== "")
        left.push(leftAt(file, "text above a list", "left", text.body.trim(), "nothing", text.bodyLine));
      continue;
    }
    if (at(text.data, "build.render") === "never" || at(text.data, "_build.render") === "never") continue;
    found.push({ text, head, address, section, language: parts.language || language, name: parts.name });
  }
  const byRef = new Map(
    found.flatMap((one) => refsOf(one.text.file, one.name, prefix).map((name) => [name, one.address] as const)),
  );
  const isUnsafe =
    isTrue(at(config, "markup.goldmark.renderer.unsafe")) ||
    /blackfriday|mmark/.test(firstText(config, "markup.defaultMarkdownHandler") ?? "");
  const math =
    isTrue(at(config, "markup.goldmark.extensions.passthrough.enable")) ||
    isTrue(at(config, "params.math")) ||
    isTrue(at(config, "params.katex")) ||
    isTrue(at(config, "params.mathjax"));
  const inline = at(config, "markup.goldmark.extensions.passthrough.delimiters.inline");
  const hasDollars = !Array.isArray(inline) || inline.some((pair: unknown) => textsOf(pair)[0] === "$");
  // Our own exports have explicit ids and anchors.
  const isOwn = isTrue(at(config, "params.wellformed"));
  const typographer = "markup.goldmark.extensions.typographer";
  const base = firstText(config, "baseURL");
  const entries = found.map((one, index): SourceEntry => {
    options.progress?.(index, found.length);
    const { text, head, address } = one;
    const { data, ...own } = head;
    const left = [...head.left];
    const { text: shown, gone } =
      isUnsafe || text.file.endsWith(".html") ? { text: text.body, gone: [] } : withoutRawHtml(text.body, parse);
    left.push(
      ...gone.map(({ was, line }) =>
        leftAt(text.file, "raw HTML", "noted", was, "nothing: it was never shown", text.bodyLine + line),
      ),
    );
    const hasMath = math || ["math", "katex", "mathjax"].some((key) => isTrue(at(data, key)));
    const replaced = replaceHugoTags(
      shown,
      { file: text.file, line: text.bodyLine },
      {
        ...{ rules: options.rules, left },
        readFile: (path) => textAt(root, path),
        own: (use) => ownTag(use, byRef, one, data, config) ?? galleryOf(use, text.file, tree.files),
      },
    );
    return {
      ...own,
      ...{ left, address },
      ...(isOwn && { id: firstText(data, "id") }),
      aliases: textsOf(at(data, "aliases")).map((alias) =>
        alias.startsWith("/") || /^https?:/.test(alias)
          ? alias
          : joined(posix.dirname(address.replace(/\/$/, "")), alias),
      ),
      language: head.language ?? (one.language === language ? undefined : one.language),
      description: head.description ?? excerptOf(text.body),
      body: {
        format: text.file.endsWith(".html") ? "html" : "markdown",
        text: hasMath ? withDollars(replaced, hasDollars) : replaced,
        line: text.bodyLine,
        dialect: {
          ...(!isOwn && { anchors: "hugo" }),
          math: hasMath,
          contentRoot: content,
        },
      },
    };
  });
  const statics = [...new Set([...textsOf(at(config, "staticDir")), "static"])];
  const listings = listingsOf(found, config);
  const isDropped = !isUnsafe && found.some(({ text }) => /<[a-z]+[\s>]/i.test(text.body));
  return {
    ...{ url: base && /^https?:/.test(base) ? base : undefined, timeZone: zone, entries, redirects },
    title: firstText(config, "title") ?? firstText(config, `languages.${language}.title`),
    description: firstText(
      config,
      "params.description",
      "params.subtitle",
      "description",
      `languages.${language}.params.description`,
    ),
    language: firstText(config, "languageCode", "locale") ?? language,
    owner: firstText(config, "params.author.name", "params.author", "author.name", "author"),
    authors: authorsIn(entries, await peopleIn(tree)),
    dashes: !isOwn && !isFalse(at(config, typographer)) && !isTrue(at(config, `${typographer}.disable`)),
    listings,
    feeds: [
      ...feedsBelow(listings, "index.xml"),
      "/index.xml",
      ...new Set(found.map(({ section }) => (section ? joined(section, "index.xml") : "/index.xml"))),
    ],
    files: [
      ...mediaOf(tree, [...statics, "assets", content, ...themeFolders(tree)]),
      ...staticFilesOf(
        tree,
        statics.map((from) => ({ from, to: "" })),
      ),
    ],
    left: isDropped
      ? [
          ...left,
          leftAt(
            "config",
            "raw HTML",
            "noted",
            "markup.goldmark.renderer.unsafe is not true",
            "raw HTML is left out, since it never was shown",
          ),
        ]
      : left,
  };
}

/** Sections with posts, and the terms of its taxonomies that are tags here. */
function listingsOf(found: readonly Found[], config: Data): SourceListing[] {
  const taxonomies = Object.values(recordAt(config, "taxonomies")).map(String);
  const names = (taxonomies.length > 0 ? taxonomies : ["tags", "categories"]).filter((name) =>
    /^(tags|categories|topics)$/.test(name),
  );
  const sections = found.flatMap(({ section, head }) => (section && head.kind === "post" ? [section] : []));
  return [
    ...[...new Set(sections)].map((section): SourceListing => ({ path: joined(section, "/"), posts: true })),
    ...names.flatMap((name): SourceListing[] => {
      const terms = found.flatMap(({ head }) => [
        ...textsOf(at(head.data, name)),
        ...textsOf(at(head.data, `taxonomies.${name}`)),
      ]);
      const pages = [...new Set(terms)].map((tag) => ({ path: joined(name, termPath(tag), "/"), tag }));
      return pages.length > 0 ? [{ path: joined(name, "/"), tags: true }, ...pages] : [];
    }),
  ];
}

async function configOf(root: string, tree: Tree): Promise<Data> {
  const merged: Record<string, unknown> = {};
  for (const name of CONFIGS)
    if (tree.files.includes(name)) Object.assign(merged, await readDataFile(join(root, name)));
  for (const file of tree.files) {
    const [, key = ""] = /^config\/_default\/(\w+)\.(?:toml|ya?ml|json)$/.exec(file) ?? [];
    if (key && !/^(hugo|config)$/.test(key))
      merged[key] = { ...recordAt(merged, key), ...(await readDataFile(join(root, file))) };
  }
  return merged;
}

function zoneOf(name: string | undefined): string {
  try {
    return name ? new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone : "UTC";
  } catch {
    return "UTC";
  }
}

function themeFolders(tree: Tree): string[] {
  return [...new Set(tree.files.flatMap((file) => /^(themes\/[^/]+\/static)\//.exec(file)?.[1] ?? []))];
}

/** `posts/x/index.de.md` is `posts/x` in German. */
function partsOfName(
  below: string,
  languages: readonly string[],
): { name: string; language: string; isSection: boolean } {
  const stem = below.replace(/\.\w+$/, "");
  const [, plain = stem, ending = ""] = /^(.*)\.([a-z]{2}(?:-[a-z]+)?)$/i.exec(stem) ?? [];
  const isLanguage = ending !== "" && (languages.includes(ending) || languages.length === 0);
  const [first = "", ...rest] = (isLanguage ? plain : stem).split("/");
  const byFolder = languages.includes(first) && rest.length > 0;
  const name = byFolder ? rest.join("/") : isLanguage ? plain : stem;
  return {
    name: name.replace(/(^|\/)_?index$/, "").replace(/\/$/, ""),
    language: isLanguage ? ending : byFolder ? first : "",
    isSection: /(^|\/)_index$/.test(name) || name === "index",
  };
}

/** `cascade` of `_index.md` files, by their folders. */
function cascadesOf(tree: Tree, content: string): { folder: string; values: Data }[] {
  return tree.files
    .filter((file) => file.startsWith(content) && /(^|\/)_index(\.\w+)?\.md$/.test(file))
    .flatMap((file) => {
      const cascade = at(tree.read(file)?.data, "cascade");
      const rows = Array.isArray(cascade) ? cascade : cascade ? [cascade] : [];
      return rows.map((row: unknown) => ({
        folder: `${posix.dirname(file)}/`,
        values: { ...recordAt({ row }, "row"), ...recordAt(row, "params") },
      }));
    });
}

function cascadeFor(cascades: { folder: string; values: Data }[], file: string): Data {
  const {
    _target: _,
    target: __,
    ...values
  } = Object.assign({}, ...cascades.filter(({ folder }) => file.startsWith(folder)).map((one) => one.values));
  return values;
}

/** True for a dated text in a section. */
function isPost(section: string, data: Data, day: string | undefined, { rules }: SourceOptions): boolean {
  if (rules.posts.length > 0) return rules.posts.some((folder) => folder.split("/").includes(section));
  const hasDate = at(data, "date") !== undefined || at(data, "publishDate") !== undefined || day !== undefined;
  return (
    hasDate &&
    (section !== "" ||
      day !== undefined ||
      !/^(about|contact|imprint|privacy|search|archives?|now|uses|cv|resume)$/.test(
        firstText(data, "slug") ?? firstText(data, "title")?.toLowerCase() ?? "",
      ))
  );
}

function expired(data: Data): { why: string } | undefined {
  const text = firstText(data, "expirydate", "expiryDate", "unpublishdate");
  const date = text === undefined ? Number.NaN : Date.parse(text.slice(0, 10));
  return date < Date.now() ? { why: `expired on ${text}` } : undefined;
}

function ownTag(
  { name, positional, named, written, body }: TagUse,
  byRef: ReadonlyMap<string, string>,
  { text, address }: Found,
  data: Data,
  config: Data,
): string | undefined {
  if (name === "ref" || name === "relref") {
    const [target = "", anchor] = (named["path"] ?? positional[0] ?? "").split("#");
    if (target === "") return `${address}${anchor ? `#${anchor}` : ""}`;
    const beside = posix.join(posix.dirname(text.file), target);
    const found =
      byRef.get(target.replace(/\/$/, "")) ??
      byRef.get(beside) ??
      byRef.get(posix.basename(target)) ??
      byRef.get(`${target}.md`);
    return (found ?? joined(target)) + (anchor ? `#${anchor}` : "");
  }
  if (name === "param") {
    const key = positional[0] ?? "";
    return firstText(data, key, `params.${key}`) ?? firstText(config, `params.${key}`);
  }
  if (name === "figure") {
    const { src, link, alt, caption, title } = named;
    if (!src) return undefined;
    const words = plainText(caption ?? title ?? "").replaceAll('"', "'");
    const picture = `![${alt ?? (words || " ")}](<${src}>${words && words !== alt ? ` "${words}"` : ""})`;
    return link ? `[${picture}](<${link}>)` : picture;
  }
  return name === "comment" ? "" : name === "inline" ? body : written.startsWith("{{</*") ? written : undefined;
}
