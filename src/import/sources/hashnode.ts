/** Hashnode, by the JSON of its export, or the folder of Markdown that it backs up to GitHub. */
import { UsageError } from "../../content/problems/usage-error.ts";
import { exportFiles } from "../exports/export-files.ts";
import { frontMatterOf, namesIn } from "../exports/front-matter.ts";
import { flagIn, isObject, type JsonObject, objectsIn, parsedJson, placeIn, textIn } from "../exports/json.ts";
import { outsideCode } from "../exports/markdown-parts.ts";
import { momentIn } from "../exports/moments.ts";
import { decodedPath } from "../exports/old-address.ts";
import { plainTextOf } from "../exports/plain-text.ts";
import { publicAddress } from "../html/embeds.ts";
import type { Left, SourceEntry } from "../source-site.ts";
import type { SourceKind } from "./source.ts";

export const hashnode: SourceKind = {
  name: "hashnode",
  title: "a Hashnode export",
  detect: ({ start, isFolder }) =>
    !isFolder && /"(contentMarkdown|cuid)"\s*:/.test(start("")) ? 'JSON with "contentMarkdown"' : undefined,
  async read(path, { progress }) {
    const files = await exportFiles(path);
    const entries: SourceEntry[] = [];
    const left: Left[] = [];
    for (const [index, file] of files.entries()) {
      if (index % 50 === 0) progress?.(index, files.length);
      if (file.path.endsWith(".json")) {
        const value = parsedJson(await file.text());
        const posts = isObject(value) ? objectsIn(value["posts"] ?? value["data"]) : objectsIn(value);
        entries.push(
          ...posts
            .filter((post) => "contentMarkdown" in post || "content" in post)
            .map((post) => entryOf(post, textIn(post, "contentMarkdown", "content"), placeIn(file.path, post), 1)),
        );
      } else if (file.path.endsWith(".md") && !/(^|\/)README\.md$/i.test(file.path)) {
        const { matter, body, line } = frontMatterOf(await file.text());
        if (Object.keys(matter).length > 0) entries.push(entryOf(matter, body, file.path, line));
        else
          left.push({
            file: file.path,
            construct: "file without front matter",
            outcome: "left",
            was: file.path,
            now: "nothing",
          });
      }
    }
    if (entries.length === 0) throw new UsageError(`${path} has neither JSON nor Markdown of Hashnode's`);
    progress?.(files.length, files.length);
    return { ...{ entries, left }, authors: [], redirects: [], feeds: ["/rss.xml"], files: [] };
  },
};

function entryOf(post: JsonObject, body: string, file: string, line: number): SourceEntry {
  const left: Left[] = [];
  const slug = textIn(post, "slug");
  const cover = post["coverImage"];
  const image =
    textIn(post, "cover", "coverImage") || (isObject(cover) ? textIn(cover, "url") : "") || textIn(post, "ogImage");
  const isHidden =
    post["isActive"] === false || flagIn(post, "isDraft") || flagIn(post, "isDelisted") || flagIn(post, "isDeleted");
  const published = momentIn(post["datePublished"]) ?? momentIn(post["publishedAt"]);
  const isLater = published !== undefined && Date.parse(published) > Date.now();
  const why = isHidden ? "a draft" : isLater ? "scheduled" : undefined;
  const canonical = textIn(post, "canonicalUrl", "originalArticleURL", "canonical");
  if (textIn(post, "seoTitle") && textIn(post, "seoTitle") !== textIn(post, "title"))
    left.push({
      file,
      construct: "title for search engines",
      outcome: "noted",
      was: textIn(post, "seoTitle"),
      now: "the title",
    });
  return {
    ...{ file, left },
    kind: textIn(post, "type") === "page" || flagIn(post, "isPage") ? "page" : "post",
    title: plainTextOf(textIn(post, "title")) || undefined,
    address: slug && !why ? `/${decodedPath(slug)}` : undefined,
    aliases: slug && !why ? [`/${decodedPath(slug)}/`] : [],
    date: published ?? momentIn(post["dateAdded"]) ?? momentIn(post["createdAt"]),
    draft: why ? { why } : undefined,
    tags: namesIn(post["tags"]),
    authors: [],
    description: plainTextOf(textIn(post, "subtitle", "seoDescription", "brief")) || undefined,
    ...(image && { image: { src: image } }),
    ...(canonical && { canonical }),
    comments: [],
    body: { format: "markdown", text: hashnodeMarkdown(body.replace(/\r\n?/g, "\n"), file, line, left), line },
  };
}

const CALLOUT =
  /<div data-node-type="callout">\s*<div data-node-type="callout-emoji">([\s\S]*?)<\/div>\s*<div data-node-type="callout-text">([\s\S]*?)<\/div>\s*<\/div>/g;

/** `%[address]` is an embed, `%%[name]` a widget, and a picture's `align` is no part of its address. */
function hashnodeMarkdown(markdown: string, file: string, line: number, left: Left[]): string {
  return outsideCode(markdown, (part, before) => {
    const place = (index: number) => ({ file, line: line + before + part.slice(0, index).split("\n").length - 1 });
    return part
      .replace(
        CALLOUT,
        (_, emoji: string, text: string) =>
          `> [!NOTE]\n> ${`${emoji.trim()} ${text.trim()}`.trim().replace(/\s*\n\s*/g, " ")}`,
      )
      .replace(/%%\[([^\]]*)\]/g, (was, name: string, index: number) => {
        left.push({ ...place(index), construct: "widget", outcome: "left", was, now: "nothing", tag: name });
        return "";
      })
      .replace(/%\[(https?:\/\/[^\]\s]+)\]/g, (was, url: string, index: number) => {
        const led = publicAddress(url);
        left.push({ ...place(index), construct: "embed", outcome: "noted", was, now: `a link to ${led}` });
        return `<${led}>`;
      })
      .replace(/(!\[[^\]]*\]\([^()\s]+)\s+align="[^"]*"\)/g, "$1)");
  });
}
