/** dev.to and other Forems, by the `articles.json` of their export, or the same list from their API. */
import { parsedUrl } from "../../content/parsed-url.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import { exportFiles, zipHas } from "../exports/export-files.ts";
import { withoutForemTags } from "../exports/forem-tags.ts";
import { frontMatterOf, namesIn } from "../exports/front-matter.ts";
import { flagIn, isObject, type JsonObject, objectsIn, parsedJson, placeIn, textIn } from "../exports/json.ts";
import { momentIn } from "../exports/moments.ts";
import { decodedPath } from "../exports/old-address.ts";
import { plainTextOf } from "../exports/plain-text.ts";
import type { Left, SourceEntry } from "../source-site.ts";
import type { SourceKind } from "./source.ts";

export const devto: SourceKind = {
  name: "devto",
  title: "a dev.to export",
  detect: ({ path, start, has, isFolder }) =>
    isFolder
      ? has("articles.json")
        ? "articles.json"
        : undefined
      : /"body_markdown"\s*:/.test(start(""))
        ? 'JSON with "body_markdown"'
        : zipHas(path, /(^|\/)articles\.json$/)
          ? "a zip with articles.json"
          : undefined,
  async read(path, { progress }) {
    const files = await exportFiles(path);
    const named = files.filter(({ path: name }) => /(^|\/)articles\.json$/.test(name));
    for (const file of named.length > 0 ? named : files.filter(({ path: name }) => name.endsWith(".json"))) {
      const value = parsedJson(await file.text());
      const articles = objectsIn(isObject(value) ? value["articles"] : value);
      if (!articles.some((article) => "body_markdown" in article)) continue;
      const entries = articles.map((article, index) => {
        if (index % 100 === 0) progress?.(index, articles.length);
        return entryOf(article, placeIn(file.path, article));
      });
      progress?.(articles.length, articles.length);
      const [user] = articles.map((article) => article["user"]).filter(isObject);
      const name = (user && textIn(user, "username")) || userOf(articles);
      return {
        title: (user && textIn(user, "name")) || undefined,
        url: "https://dev.to",
        authors: name ? [{ key: name, name: (user && textIn(user, "name")) || name }] : [],
        ...{ entries, redirects: [], files: [] },
        feeds: name ? [`/feed/${name}`] : [],
      };
    }
    throw new UsageError(`${path} has no articles.json of dev.to's`);
  },
};

/** The first part of the articles' paths. */
function userOf(articles: readonly JsonObject[]): string {
  return /^\/([^/]+)\//.exec(articles.map((article) => textIn(article, "path")).find(Boolean) ?? "")?.[1] ?? "";
}

function entryOf(article: JsonObject, file: string): SourceEntry {
  const left: Left[] = [];
  const { matter, body, line } = frontMatterOf(textIn(article, "body_markdown").replace(/\r\n?/g, "\n"));
  // The old editor had front matter, which wins.
  const value = (name: string, ...others: string[]) => textIn(matter, name) || textIn(article, ...others, name);
  const isPublished =
    "published" in matter
      ? flagIn(matter, "published")
      : flagIn(article, "published") || (!("published" in article) && "published_at" in article);
  const path = textIn(article, "path") || pathOf(textIn(article, "url"));
  const date =
    momentIn(textIn(article, "published_at", "published_timestamp")) ?? momentIn(textIn(article, "created_at"));
  const isLater = date !== undefined && Date.parse(date) > Date.now();
  const tags = namesIn(matter["tags"] ?? article["cached_tag_list"] ?? article["tag_list"] ?? article["tags"]);
  const image = value("cover_image", "main_image", "cover_image", "social_image");
  const canonical = textIn(matter, "canonical_url") || textIn(article, "canonical_url");
  const isElsewhere = canonical !== "" && !canonical.startsWith("https://dev.to/");
  const user = /^\/([^/]+)\//.exec(path)?.[1];
  return {
    ...{ file, left, tags },
    kind: "post",
    title: plainTextOf(value("title")) || undefined,
    address: isPublished && path ? decodedPath(path) : undefined,
    aliases: [],
    ...(isPublished && path && { id: `https://dev.to${path}` }),
    date,
    draft: isPublished ? (isLater ? { why: "scheduled" } : undefined) : { why: "a draft" },
    authors: user ? [user] : [],
    description: plainTextOf(value("description")) || undefined,
    language: textIn(article, "language") || undefined,
    series: textIn(matter, "series") || undefined,
    ...(image && { image: { src: image } }),
    ...(isElsewhere && { canonical }),
    comments: [],
    body: { format: "markdown", text: withoutForemTags(body, file, line, left), line, dialect: { breaks: true } },
  };
}

function pathOf(url: string): string {
  return parsedUrl(url)?.pathname ?? "";
}
