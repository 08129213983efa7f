/** Astro: content collections, MDX, routes of `src/pages/`. https://docs.astro.build/en/guides/content-collections/ */

import { posix } from "node:path";
import type { Left, SourceEntry, SourceSite } from "../source-site.ts";
import { replaceMdx } from "../tags/mdx.ts";
import { peopleIn } from "../trees/author-files.ts";
import { redirectsInCode, textInCode } from "../trees/config.ts";
import { authorsIn, headOf, leftAt } from "../trees/entry-head.ts";
import { zonesOf } from "../trees/moment.ts";
import { dayInName, joined } from "../trees/path-parts.ts";
import { excerptOf } from "../trees/plain-words.ts";
import { staticFilesOf } from "../trees/static-files.ts";
import { MARKDOWN, mediaOf, openTree, type Tree } from "../trees/tree.ts";
import { textAt } from "../trees/tree-files.ts";
import { at, firstText, textsOf } from "../trees/values.ts";
import type { SourceKind, SourceOptions } from "./source.ts";

const CONFIGS = ["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.cjs"];

export const astro: SourceKind = {
  name: "astro",
  title: "an Astro site",
  detect: ({ has, start }) =>
    CONFIGS.find(has) ??
    (has("src/content") && /"astro"\s*:/.test(start("package.json"))
      ? "src/content/ and astro in package.json"
      : undefined),
  read: readAstro,
};

interface Folder {
  /** Ends with a slash. */
  folder: string;
  /** Where its entries are published; ends with a slash. */
  route: string;
  isPages: boolean;
}

async function readAstro(root: string, options: SourceOptions): Promise<SourceSite> {
  const tree = await openTree(root, "1.2");
  const code = CONFIGS.map((name) => textAt(root, name) ?? "").join("\n");
  const constants = tree.files
    .filter((file) =>
      /^src\/(consts?|config|site|data\/site|constants?|site\.config|siteConfig)\.(ts|js|mjs|json)$/.test(file),
    )
    .map((file) => textAt(root, file) ?? "")
    .join("\n");
  const folders = foldersOf(tree, options);
  const zones = zonesOf("UTC");
  const entries: SourceEntry[] = [];
  const files = tree.files.filter((file) => MARKDOWN.test(file));
  for (const [index, file] of files.entries()) {
    options.progress?.(index, files.length);
    const place = folders.find(({ folder }) => file.startsWith(folder));
    if (!place) continue;
    const below = file.slice(place.folder.length).replace(MARKDOWN, "");
    const text = /(^|\/)_/.test(below) ? undefined : tree.read(file);
    if (!text || (place.isPages && !text.isThere)) continue;
    const name = below.replace(/(^|\/)index$/, "") || below;
    const dated = dayInName(posix.basename(name));
    const head = headOf(text, { ...{ zones, splitTags: undefined, dateOfPath: dated?.day }, kind: "post" });
    const kind = place.isPages && head.date === undefined ? "page" : "post";
    const slug = firstText(text.data, "slug") ?? (place.isPages ? name : name.split("/").map(githubSlug).join("/"));
    const address = joined(place.route, slug, "/");
    const left = [...head.left];
    const isMdx = file.endsWith(".mdx") || options.rules.mdx === true;
    const replacer = { rules: options.rules, left, readFile: (path: string) => textAt(root, path) };
    const body = isMdx ? await replaceMdx(text.body, { file, line: text.bodyLine }, replacer) : text.body;
    const { data, ...own } = head;
    entries.push({
      ...own,
      ...{ kind, left, address },
      aliases: [...textsOf(at(data, "aliases")), ...textsOf(at(data, "redirect_from"))].map((alias) => joined(alias)),
      description: own.description ?? excerptOf(body),
      body: {
        format: "markdown",
        text: body,
        line: text.bodyLine,
        dialect: { anchors: "github", math: /remark-?math/i.test(code), contentRoot: place.folder.replace(/\/$/, "") },
      },
    });
  }
  const site = textInCode(code, "site") ?? textInCode(constants, "website", "SITE_URL", "url", "site");
  const base = textInCode(code, "base");
  return {
    url: site && /^https?:/.test(site) ? `${site.replace(/\/$/, "")}${base ? joined(base) : ""}` : undefined,
    title: textInCode(constants, "SITE_TITLE", "siteTitle", "title", "name"),
    description: textInCode(constants, "SITE_DESCRIPTION", "siteDescription", "description", "desc"),
    language: textInCode(code, "defaultLocale") ?? textInCode(constants, "lang", "locale"),
    timeZone: "UTC",
    owner: textInCode(constants, "AUTHOR", "SITE_AUTHOR", "author"),
    authors: authorsIn(entries, await peopleIn(tree)),
    dashes: !/\bsmartypants:\s*false/.test(code),
    entries,
    redirects: redirectsInCode(code).map((one) => ({ ...one, file: CONFIGS.find((name) => textAt(root, name)) ?? "" })),
    listings: listsOfPosts(tree).map((path) => ({ path, posts: true })),
    left: pagesOfCode(tree),
    feeds: ["/rss.xml", "/feed.xml", "/atom.xml"],
    files: [
      ...mediaOf(tree, ["public", ...folders.map(({ folder }) => folder.replace(/\/$/, "")), "src", ""]),
      ...staticFilesOf(tree, [{ from: "public", to: "" }]),
    ],
  };
}

/** The folders of collections, by their own configuration, and that of pages. */
function foldersOf(tree: Tree, { rules }: SourceOptions): Folder[] {
  const config = [
    "src/content.config.ts",
    "src/content.config.js",
    "src/content.config.mjs",
    "src/content/config.ts",
    "src/content/config.js",
  ]
    .map((file) => textAt(tree.root, file) ?? "")
    .join("\n");
  const routes = routesOf(tree);
  const folders: Folder[] = [];
  for (const folder of rules.posts)
    folders.push({
      folder: `${folder.replace(/\/$/, "")}/`,
      route: routes.get(posix.basename(folder)) ?? joined(posix.basename(folder), "/"),
      isPages: false,
    });
  for (const [, name = "", , base = ""] of config.matchAll(
    /(?:const|let|var)\s+(\w+)\s*=\s*defineCollection\(\{[\s\S]{0,400}?\bbase\s*:\s*(["'`])\.?\/?([^"'`]+)\2/g,
  )) {
    folders.push({
      folder: `${base.replace(/\/$/, "")}/`,
      route: routes.get(name) ?? routes.get(posix.basename(base)) ?? joined(name, "/"),
      isPages: false,
    });
  }
  const inContent = new Set(tree.files.flatMap((file) => /^(src\/content\/[^/]+)\/.*\.mdx?$/.exec(file)?.[1] ?? []));
  for (const folder of inContent) {
    const name = posix.basename(folder);
    if (!folders.some((one) => one.folder.startsWith(`${folder}/`) || `${folder}/`.startsWith(one.folder)))
      folders.push({ folder: `${folder}/`, route: routes.get(name) ?? joined(name, "/"), isPages: false });
  }
  if (folders.length === 0 && !tree.files.some((file) => file.startsWith("src/pages/") && MARKDOWN.test(file))) {
    for (const folder of ["content", "posts", "blog", "src/posts", "data/blog"])
      if (tree.files.some((file) => file.startsWith(`${folder}/`) && MARKDOWN.test(file)))
        folders.push({ folder: `${folder}/`, route: joined(posix.basename(folder), "/"), isPages: false });
  }
  return [
    ...folders.sort((a, b) => b.folder.length - a.folder.length),
    { folder: "src/pages/", route: "/", isPages: true },
  ];
}

/** Pages that this site makes as well, and that list something else than all posts. */
const OURS = /^(index|404|500|search|tags|categories|subscribe)$/;

/** `src/pages/blog/index.astro`, or pages of it, where that gets a collection. */
function listsOfPosts(tree: Tree): string[] {
  return tree.files.flatMap((file) => {
    const [, path = ""] = /^src\/pages\/(.+?)(?:\/(?:index|\[\.{3}page\]))?\.astro$/.exec(file) ?? [];
    const isList =
      path !== "" && !OURS.test(path) && !path.includes("[") && /getCollection\(/.test(textAt(tree.root, file) ?? "");
    return isList ? [joined(path, "/")] : [];
  });
}

/** Pages that are programs, but for those that this site makes as well. */
function pagesOfCode(tree: Tree): Left[] {
  const lists = new Set(listsOfPosts(tree));
  return tree.files.flatMap((file) => {
    const [, path = ""] = /^src\/pages\/([^[\]]+?)(?:\/index)?\.(?:astro|html)$/.exec(file) ?? [];
    const isOurs = OURS.test(path) || /^archives?$/.test(path) || lists.has(joined(path, "/"));
    return path === "" || isOurs ? [] : [leftAt(file, "page that is a program", "left", joined(path, "/"), "nothing")];
  });
}

/** `src/pages/blog/[...slug].astro` that gets the collection "posts": "posts" is at `/blog/`. */
function routesOf(tree: Tree): Map<string, string> {
  const routes = new Map<string, string>();
  for (const file of tree.files) {
    const [, above = ""] = /^src\/pages\/(.*?)\[[^\]]+\](?:\/index)?\.(?:astro|ts|js|tsx)$/.exec(file) ?? [];
    if (
      !/^src\/pages\/.*\[/.test(file) ||
      /\[(\.\.\.)?(tag|page|category|lang)\]/.test(file) ||
      /\.(png|xml|json|jpg|svg|md)\.(ts|js)$/.test(file)
    )
      continue;
    const code = textAt(tree.root, file) ?? "";
    for (const [, name = ""] of code.matchAll(/getCollection\(\s*["'`](\w+)["'`]/g))
      if (!routes.has(name)) routes.set(name, joined(above, "/"));
  }
  return routes;
}

function githubSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}
