/** Hexo: `source/_posts/`, `_config.yml`, tags of Nunjucks, line ends that are breaks. https://hexo.io/docs/permalinks */

import { join, posix } from "node:path";
import type { TagUse } from "../rules.ts";
import type { SourceEntry, SourceListing, SourceSite } from "../source-site.ts";
import { replaceNunjucksTags } from "../tags/nunjucks-tags.ts";
import { codeOf, linkOf, pictureOf, quotationOf } from "../tags/shapes.ts";
import { readYamlFile } from "../trees/config.ts";
import { authorsIn, type EntryHead, headOf } from "../trees/entry-head.ts";
import { partsOf, type Zones, zonesOf } from "../trees/moment.ts";
import { dayInName, joined } from "../trees/path-parts.ts";
import { datePlaces, filledPattern, plainSlug } from "../trees/permalink.ts";
import { excerptOf } from "../trees/plain-words.ts";
import { isPlainFile, staticFilesOf } from "../trees/static-files.ts";
import { MARKDOWN, mediaOf, openTree, type TreeText } from "../trees/tree.ts";
import { isFolder, textAt } from "../trees/tree-files.ts";
import { at, type Data, firstText, isFalse, isTrue, textsOf } from "../trees/values.ts";
import type { SourceKind, SourceOptions } from "./source.ts";

export const hexo: SourceKind = {
  name: "hexo",
  title: "a Hexo site",
  detect: ({ has, start }) => {
    if (has("source/_posts")) return has("_config.yml") ? "_config.yml and source/_posts/" : "source/_posts/";
    return /"hexo"\s*:/.test(start("package.json")) ? "hexo in package.json" : undefined;
  },
  read: readHexo,
};

interface Found {
  text: TreeText;
  head: EntryHead;
  address: string;
  /** Below its folder, without its ending. */
  name: string;
  isDraft: boolean;
}

async function readHexo(root: string, options: SourceOptions): Promise<SourceSite> {
  const tree = await openTree(root, "1.2", "optional");
  const config = readYamlFile(join(root, "_config.yml"));
  const source = firstText(config, "source_dir") ?? (isFolder(root, "source") ? "source" : "");
  const zone = zoneOf(firstText(config, "timezone"));
  const zones = zonesOf(zone);
  const prefix = source ? `${source}/` : "";
  const found: Found[] = [];
  for (const file of tree.files) {
    if (!file.startsWith(prefix) || !(MARKDOWN.test(file) || /\.html$/.test(file))) continue;
    const below = file.slice(prefix.length);
    const [, folder = "", rest = ""] = /^(_posts|_drafts)\/(.*)$/.exec(below) ?? [];
    const isOwn = options.rules.posts.some((one) => file.startsWith(`${one.replace(/\/$/, "")}/`));
    if (!folder && !isOwn && (/(^|\/)_/.test(below) || source === "" || !MARKDOWN.test(below))) continue;
    const text = tree.read(file);
    if (!text || (!text.isThere && !folder && !isOwn)) continue;
    const name = (rest || below).replace(/\.\w+$/, "").replace(/\/index$/, "");
    const dated = dayInName(posix.basename(name));
    const kind = folder || isOwn ? "post" : "page";
    const head = headOf(text, {
      ...{ zones, kind, splitTags: undefined, dateOfPath: dated?.day },
      draft: folder === "_drafts" ? { why: "in _drafts/" } : undefined,
    });
    const address =
      kind === "post"
        ? addressOf(name, head, config, zones)
        : joined(
            below.replace(/\.\w+$/, "").replace(/(^|\/)index$/, "$1"),
            /(^|\/)index\.\w+$/.test(below) ? "/" : ".html",
          ).replace(/\/\.html$/, ".html");
    found.push({ text, head, address, name, isDraft: folder === "_drafts" });
  }
  const byName = new Map(
    found.flatMap((one) =>
      [one.name, posix.basename(one.name), firstText(one.head.data, "slug") ?? ""]
        .filter(Boolean)
        .map((name) => [name, one] as const),
    ),
  );
  const hasBreaks = !isFalse(at(config, "marked.breaks")) && !isFalse(at(config, "markdown.render.breaks"));
  const math =
    isTrue(at(config, "math.enable")) ||
    isTrue(at(config, "mathjax.enable")) ||
    isTrue(at(config, "mathjax")) ||
    isTrue(at(config, "katex"));
  const url = firstText(config, "url");
  const entries = found.map((one, index): SourceEntry => {
    options.progress?.(index, found.length);
    const { data, ...own } = one.head;
    const left = [...own.left];
    const place = { file: one.text.file, line: one.text.bodyLine };
    const text = replaceNunjucksTags(
      one.text.body,
      place,
      {
        rules: options.rules,
        left,
        readFile: (path) => textAt(root, path),
        own: (use) => ownTag(use, byName, root, source),
      },
      { inCode: false },
    );
    return {
      ...own,
      left,
      address: one.isDraft ? undefined : one.address,
      id: url && own.kind === "post" ? encodeURI(`${url.replace(/\/$/, "")}${one.address}`) : undefined,
      aliases: textsOf(at(data, "alias"))
        .concat(textsOf(at(data, "aliases")), textsOf(at(data, "redirect_from")))
        .map((alias) => joined(alias)),
      description: own.description ?? excerptOf(one.text.body),
      body: {
        format: /\.html$/.test(one.text.file) ? "html" : "markdown",
        ...{ text, line: one.text.bodyLine },
        dialect: {
          breaks: hasBreaks,
          math: math || isTrue(at(data, "mathjax")) || isTrue(at(data, "math")) || isTrue(at(data, "katex")),
          contentRoot: source,
        },
      },
    };
  });
  return {
    ...{ url, timeZone: zone, entries, redirects: [], listings: listingsOf(found, config) },
    title: firstText(config, "title"),
    description: firstText(config, "description", "subtitle"),
    language: textsOf(at(config, "language"))[0],
    owner: firstText(config, "author"),
    authors: authorsIn(entries),
    dashes: !isFalse(at(config, "marked.smartypants")),
    feeds: [...textsOf(at(config, "feed.path")), "atom.xml", "rss2.xml"].map((path) => joined(path)),
    files: [
      ...mediaOf(tree, [source, ...themeSources(tree.files)]).flatMap((file) => withAddress(file, found, prefix)),
      ...staticFilesOf(tree, [{ from: source, to: "" }], (file) =>
        isPlainFile(tree, file, file.slice(source.length + 1)),
      ),
    ],
  };
}

/** Of each category, below those that it is in; tags are where they are here. */
function listingsOf(found: readonly Found[], config: Data): SourceListing[] {
  const folder = firstText(config, "category_dir") ?? "categories";
  const paths = found.flatMap(({ head }): unknown[] => {
    const value = at(head.data, "categories") ?? at(head.data, "category");
    return Array.isArray(value) && value.some((one) => Array.isArray(one)) ? value : [value];
  });
  const listings = paths.flatMap((path) => {
    const names = textsOf(path);
    return names.map((tag, index): SourceListing => {
      const above = names.slice(0, index + 1).map(pathPart);
      return { path: joined(folder, ...above, "/"), tag };
    });
  });
  return [...new Map(listings.map((one) => [one.path, one])).values()];
}

/** Capitals stay. */
function pathPart(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** Files in the folder of a post's name are published beside it. */
function withAddress(
  file: { path: string; at: { file: string } | { url: string } },
  found: readonly Found[],
  prefix: string,
) {
  const [, name = "", rest = ""] = new RegExp(`^/(?:${prefix})?_posts/(.+?)/([^/]+)$`).exec(file.path) ?? [];
  const post = name ? found.find((one) => one.name === name) : undefined;
  return post ? [file, { ...file, path: joined(post.address.replace(/[^/]*$/, ""), rest) }] : [file];
}

function themeSources(files: readonly string[]): string[] {
  return [...new Set(files.flatMap((file) => /^(themes\/[^/]+\/source)\//.exec(file)?.[1] ?? []))];
}

function zoneOf(name: string | undefined): string {
  try {
    return name ? new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone : "UTC";
  } catch {
    return "UTC";
  }
}

function addressOf(name: string, head: EntryHead, config: Data, zones: Zones): string {
  const own = firstText(head.data, "permalink");
  if (own) return joined(own);
  const pattern = firstText(config, "permalink") ?? ":year/:month/:day/:title/";
  const dated = dayInName(posix.basename(name));
  const namePattern = firstText(config, "new_post_name") ?? ":title.md";
  const base = namePattern.includes(":year") && dated?.rest ? dated.rest : posix.basename(name);
  const folder = posix.dirname(name) === "." ? "" : `${posix.dirname(name)}/`;
  const title = firstText(head.data, "slug") ?? folder + base;
  const categories = textsOf(at(head.data, "categories")).concat(textsOf(at(head.data, "category")));
  const category =
    categories.map((one) => one.replace(/\s+/g, "-")).join("/") ||
    (firstText(config, "default_category") ?? "uncategorized");
  const abbrlink = firstText(head.data, "abbrlink");
  return filledPattern(pattern, {
    ...datePlaces(head.date ? partsOf(head.date, zones.site) : undefined),
    ...{
      title,
      name: posix.basename(title),
      post_title: plainSlug(head.title ?? base),
      category,
      id: firstText(head.data, "id") ?? "",
      lang: head.language ?? "",
    },
    ...(abbrlink && { abbrlink }),
  });
}

function ownTag(
  { name, positional, body }: TagUse,
  byName: ReadonlyMap<string, Found>,
  root: string,
  source: string,
): string | undefined {
  const [first = "", ...rest] = positional;
  if (name === "post_link" || name === "post_path") {
    const post = byName.get(first) ?? byName.get(posix.basename(first));
    const to = post?.address ?? joined(first);
    return name === "post_path"
      ? to
      : linkOf(to, rest.filter((word) => !/^(true|false)$/.test(word)).join(" ") || post?.head.title);
  }
  if (name === "asset_img" || name === "img") {
    const at = positional.findIndex((word) => /\.\w{2,5}$/.test(word));
    const src = positional[at] ?? "";
    const words = positional.slice(at + 1).filter((word) => !/^\d+(%|px)?$/.test(word));
    return src ? pictureOf(src, words.join(" ").trim()) : undefined;
  }
  if (name === "asset_link") return linkOf(first, rest.join(" "));
  if (name === "asset_path") return first;
  if (name === "codeblock" || name === "code") {
    const language = positional.find((word) => word.startsWith("lang:"))?.slice(5);
    const words = positional.filter(
      (word) =>
        !/^(lang|url|link_text|line_number|highlight|first_line|mark|wrap):?/.test(word) &&
        !/^https?:/.test(word) &&
        !/^(true|false)$/.test(word),
    );
    return body === undefined
      ? undefined
      : codeOf(
          body,
          [language ?? "", words.length > 0 ? `title="${words.join(" ").replaceAll('"', "'")}"` : ""]
            .filter(Boolean)
            .join(" "),
        );
  }
  if (name === "include_code") {
    const file = positional.find((word) => word.includes(".")) ?? "";
    const text =
      textAt(root, posix.join(source, "downloads/code", file)) ?? textAt(root, posix.join(source, "_code", file));
    return text === undefined ? undefined : codeOf(text, posix.extname(file).slice(1));
  }
  if (name === "blockquote" || name === "quote" || name === "pullquote" || name === "cq" || name === "centerquote") {
    const by = positional.filter((word) => !/^(left|right)$/.test(word));
    const address = by.find((word) => /^https?:/.test(word));
    const words = by
      .filter((word) => word !== address)
      .join(" ")
      .replace(/,\s*$/, "");
    return body === undefined ? undefined : quotationOf(body, address ? linkOf(address, words || address) : words);
  }
  if (name === "label")
    return positional
      .map((word) => word.replace(/^@/, "").replace(/^(default|primary|success|info|warning|danger)(@|$)/, ""))
      .filter(Boolean)
      .join(" ");
  if (name === "more") return "<!--more-->";
  return undefined;
}
