/** Zola: TOML front matter, `content/`, `@/` links, shortcodes. https://www.getzola.org/documentation/content/overview/ */

import { join, posix } from "node:path";
import type { SourceEntry, SourceListing, SourceSite } from "../source-site.ts";
import { replaceZolaTags } from "../tags/zola-tags.ts";
import { readTomlFile } from "../trees/config.ts";
import { authorsIn, headOf, leftAt } from "../trees/entry-head.ts";
import { zonesOf } from "../trees/moment.ts";
import { dayInName, joined } from "../trees/path-parts.ts";
import { asciiSlug } from "../trees/permalink.ts";
import { excerptOf } from "../trees/plain-words.ts";
import { staticFilesOf } from "../trees/static-files.ts";
import { MARKDOWN, mediaOf, openTree } from "../trees/tree.ts";
import { isFolder } from "../trees/tree-files.ts";
import { at, type Data, firstText, isTrue, textsOf } from "../trees/values.ts";
import type { SourceKind, SourceOptions } from "./source.ts";

export const zola: SourceKind = {
  name: "zola",
  title: "a Zola site",
  detect: ({ has, start }) => {
    if (has("config.toml") && /^\s*base_url\s*=/m.test(start("config.toml"))) return "config.toml with base_url";
    if (has("zola.toml")) return "zola.toml";
    return undefined;
  },
  read: readZola,
};

async function readZola(root: string, options: SourceOptions): Promise<SourceSite> {
  const tree = await openTree(root, "1.2");
  const config = {
    ...(await readTomlFile(join(root, "config.toml"))),
    ...(await readTomlFile(join(root, "zola.toml"))),
  };
  const content = ["content", "posts", "_posts"].find((folder) => isFolder(root, folder)) ?? "";
  const prefix = content ? `${content}/` : "";
  const zones = zonesOf("UTC");
  const language = firstText(config, "default_language") ?? "en";
  const shortcodes = tree.files.filter((file) => /^(templates|themes\/[^/]+\/templates)\/shortcodes\//.test(file));
  const entries: SourceEntry[] = [];
  const files = tree.files.filter((file) => file.startsWith(prefix) && MARKDOWN.test(file));
  const redirects: SourceSite["redirects"][number][] = [];
  const filed: Data[] = [];
  files.forEach((file, index) => {
    options.progress?.(index, files.length);
    if (!content && !/\//.test(file) && /^(readme|license|contributing|changelog|code_of_conduct)/i.test(file)) return;
    const text = tree.read(file);
    if (!text) return;
    const below = file.slice(prefix.length).replace(MARKDOWN, "");
    const isSection = /(^|\/)_index(\.[a-z-]+)?$/.test(below);
    if (isSection) {
      const path = joined(posix.dirname(below) === "." ? "" : posix.dirname(below), "/");
      for (const alias of textsOf(at(text.data, "aliases")))
        redirects.push({ file, line: 1, from: joined(alias), to: path });
      return;
    }
    const name = below.replace(/\/index(\.[a-z-]+)?$/, "");
    const [, plainName = name, nameLanguage] = /^(.*)\.([a-z]{2}(?:-[A-Za-z]+)?)$/.exec(name) ?? [];
    const dated = dayInName(posix.basename(plainName));
    const path = firstText(text.data, "path");
    const inPath = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(path ?? name);
    const dayOfPath = inPath
      ? `${inPath[1]}-${(inPath[2] ?? "").padStart(2, "0")}-${(inPath[3] ?? "").padStart(2, "0")}`
      : undefined;
    const head = headOf(text, {
      ...{ zones, splitTags: undefined, dateOfPath: dated?.day ?? dayOfPath },
      kind: isPage(name, text.data, dated?.day ?? dayOfPath) ? "page" : "post",
    });
    const slug = firstText(text.data, "slug") ?? slugIn(dated?.rest || posix.basename(plainName));
    const folder = posix.dirname(plainName) === "." ? "" : posix.dirname(plainName).split("/").map(slugIn).join("/");
    const languagePart = nameLanguage && nameLanguage !== language ? nameLanguage : "";
    const address = joined(languagePart, path ? `${path.replace(/\/+$/, "")}/` : `${folder}/${slug}/`);
    const left = [...head.left];
    const body = replaceZolaTags(text.body, { file, line: text.bodyLine }, { rules: options.rules, left, own: ownTag });
    const { data, ...own } = head;
    filed.push(data);
    const canonical = head.canonical;
    entries.push({
      ...own,
      ...{ address, left, canonical },
      aliases: textsOf(at(text.data, "aliases")).map((alias) => joined(alias)),
      language: head.language ?? (languagePart || undefined),
      description: head.description ?? excerptOf(text.body),
      body: {
        ...{ format: "markdown", text: body, line: text.bodyLine },
        dialect: { anchors: "zola", contentRoot: content },
      },
    });
  });
  const base = firstText(config, "base_url");
  return {
    ...{ url: base, language, timeZone: "UTC", entries, redirects },
    title: firstText(config, "title"),
    description: firstText(config, "description"),
    owner: firstText(config, "author", "extra.author.name", "extra.author"),
    authors: authorsIn(entries),
    dashes: isTrue(at(config, "markdown.smart_punctuation")),
    listings: listingsOf(filed, config),
    feeds: feedsOf(config),
    files: [...mediaOf(tree, ["static", content]), ...staticFilesOf(tree, [{ from: "static", to: "" }])],
    left:
      shortcodes.length > 0
        ? [
            leftAt(
              "templates/shortcodes",
              "shortcodes of the site's own",
              "noted",
              shortcodes.map((file) => posix.basename(file)).join(", "),
              "import-rules.ts says what they are",
            ),
          ]
        : [],
  };
}

function ownTag({ name }: { name: string }): string | undefined {
  return /^(toc|references|continue-reading)$/.test(name) ? "" : undefined;
}

/** At the top, without a date. */
function isPage(name: string, data: object, day: string | undefined): boolean {
  return !name.includes("/") && at(data, "date") === undefined && day === undefined && !isTrue(at(data, "extra.post"));
}

/** Of the taxonomies that are tags here. */
function listingsOf(filed: readonly Data[], config: Data): SourceListing[] {
  const taxonomies = at(config, "taxonomies");
  const names = (Array.isArray(taxonomies) ? taxonomies : []).map((one: unknown) => firstText(one, "name") ?? "");
  const isSlug = (firstText(config, "slugify.taxonomies") ?? "on") === "on";
  return names
    .filter((name) => /^(tags|categor(y|ies)|topics)$/.test(name))
    .flatMap((name): SourceListing[] => {
      const terms = new Set(filed.flatMap((data) => textsOf(at(data, `taxonomies.${name}`))));
      const pages = [...terms].map((tag) => ({ path: joined(name, isSlug ? slugIn(tag) : tag, "/"), tag }));
      return [{ path: joined(name, "/"), tags: true }, ...pages];
    });
}

function feedsOf(config: object): string[] {
  const names = textsOf(at(config, "feed_filenames"));
  const one = firstText(config, "feed_filename");
  return [...new Set([...(names.length > 0 ? names : [one ?? "atom.xml"]), "rss.xml"])].map((name) => joined(name));
}

/** Other scripts are kept. */
function slugIn(text: string): string {
  return asciiSlug(text) || text.toLowerCase();
}
