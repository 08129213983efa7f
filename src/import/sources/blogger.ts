/** Blogger, by the XML of its settings, or the `feed.atom` and albums of Google Takeout. */

import { parsedUrl } from "../../content/parsed-url.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import { type ExportFile, exportFiles, zipHas } from "../exports/export-files.ts";
import { momentIn } from "../exports/moments.ts";
import { decodedPath, pathOfAddress } from "../exports/old-address.ts";
import { plainTextOf } from "../exports/plain-text.ts";
import { childOf, childrenOf, readXml, textOf, type XmlElement } from "../exports/xml.ts";
import type { Left, SourceComment, SourceEntry, SourceFile, SourceSite } from "../source-site.ts";
import type { SourceKind } from "./source.ts";

const isBlogger = (start: string) =>
  /<feed\b/.test(start) && /schemas\.google\.com\/blogger|tag:blogger\.com/.test(start);

export const blogger: SourceKind = {
  name: "blogger",
  title: "a Blogger export",
  detect: ({ path, start, has, isFolder }) => {
    if (!isFolder && zipHas(path, /(^|\/)Blogs\/.*feed\.atom$/)) return "a zip with Blogs/…/feed.atom";
    if (isBlogger(start(""))) return "a feed of Blogger's";
    return has("Blogs") && (has("Comments") || has("Albums"))
      ? "Takeout of Blogger"
      : isBlogger(start("feed.atom"))
        ? "feed.atom of Takeout"
        : undefined;
  },
  async read(path, { progress }) {
    const files = await exportFiles(path);
    for (const file of files.filter((one) => /\.(xml|atom)$/i.test(one.path))) {
      const text = await file.text();
      if (isBlogger(text.slice(0, 4096))) return siteOf(text, file.path, await picturesOf(files), progress);
    }
    throw new UsageError(`${path} has no feed of Blogger's`);
  },
};

/** Takeout has pictures in albums. */
async function picturesOf(files: readonly ExportFile[]): Promise<SourceFile[]> {
  const pictures = files.filter(({ path }) => /(^|\/)Albums\/.+\.(avif|gif|jpe?g|png|webp)$/i.test(path));
  return Promise.all(
    pictures.map(async (file) => ({
      path: `/${file.path.split("/").slice(-2).join("/")}`,
      at: { file: await file.file() },
    })),
  );
}

const KINDS = "http://schemas.google.com/g/2005#kind";

/** `post`, `page`, `comment`, `settings`, `template`. */
function kindOf(entry: XmlElement): string {
  const type = textOf(entry, "blogger:type").toLowerCase();
  if (type) return type;
  const term =
    childrenOf(entry, "category").find(({ attributes }) => attributes["scheme"] === KINDS)?.attributes["term"] ?? "";
  return term.replace(/^.*#/, "");
}

function siteOf(
  source: string,
  file: string,
  files: SourceFile[],
  progress: ((done: number, all: number) => void) | undefined,
): SourceSite {
  const entries: XmlElement[] = [];
  const head: Partial<Record<string, string>> = {};
  let url = "";
  const faults = readXml(source, new Set(["entry", "title", "subtitle", "link"]), (element, path) => {
    if (path.length !== 1) return;
    if (element.name === "entry") entries.push(element);
    else if (element.name === "link" && element.attributes["rel"] === "alternate")
      url ||= element.attributes["href"] ?? "";
    else head[element.name] ??= element.text.trim();
  });
  const left: Left[] = faults.map(({ line, message }) => ({
    file,
    line,
    construct: "XML that is not well-formed",
    outcome: "noted",
    was: message,
    now: "read as far as it goes",
  }));
  const comments = new Map<string, SourceComment[]>();
  for (const entry of entries) {
    const parent = parentOf(entry);
    if (kindOf(entry) === "comment" && parent)
      comments.set(parent, [...(comments.get(parent) ?? []), ...commentOf(entry)]);
  }
  const posts = entries.filter((entry) => /^(post|page)$/.test(kindOf(entry)));
  const read = posts.map((entry, index) => {
    if (index % 100 === 0) progress?.(index, posts.length);
    return entryOf(entry, file, comments);
  });
  progress?.(posts.length, posts.length);
  const others = new Set(entries.map(kindOf).filter((kind) => kind !== "" && !/^(post|page|comment)$/.test(kind)));
  for (const kind of others)
    left.push({ file, construct: `${kind} of Blogger`, outcome: "left", was: kind, now: "nothing" });
  const first = read.find(({ address }) => address !== undefined);
  const origin = parsedUrl(url)?.origin ?? parsedUrl(firstLink(posts, first?.line))?.origin;
  const names = [...new Set(read.flatMap(({ authors }) => authors))];
  return {
    title: plainTextOf(head["title"] ?? "") || undefined,
    description: plainTextOf(head["subtitle"] ?? "") || undefined,
    url: origin && !/www\.blogger\.com/.test(origin) ? origin : undefined,
    authors: names.map((name) => ({ key: name, name })),
    entries: read,
    ...{ left, files, redirects: [] },
    feeds: ["/feeds/posts/default", "/atom.xml", "/rss.xml"],
  };
}

function firstLink(posts: readonly XmlElement[], line: number | undefined): string {
  const post = posts.find((one) => one.line === line);
  return (post && linkOf(post)) ?? "";
}

function linkOf(entry: XmlElement): string | undefined {
  return childrenOf(entry, "link").find(({ attributes }) => attributes["rel"] === "alternate")?.attributes["href"];
}

function entryOf(entry: XmlElement, file: string, comments: ReadonlyMap<string, SourceComment[]>): SourceEntry {
  const left: Left[] = [];
  const id = textOf(entry, "id");
  const content = childOf(entry, "content");
  const name = textOf(entry, "blogger:filename");
  const status = textOf(entry, "blogger:status").toUpperCase();
  const control = childOf(entry, "app:control");
  const isDraft = control !== undefined && textOf(control, "app:draft") === "yes";
  const address = name
    ? decodedPath(name.startsWith("/") ? name : `/${name}`)
    : pathOfAddress(linkOf(entry) ?? "none:");
  const author = childOf(entry, "author");
  const writer = author ? textOf(author, "name") : "";
  const why =
    isDraft || status === "DRAFT"
      ? "a draft"
      : status === "" || status === "LIVE"
        ? undefined
        : status === "SCHEDULED"
          ? "scheduled"
          : status.toLowerCase().replaceAll("_", " ");
  const labels = childrenOf(entry, "category").filter(
    ({ attributes }) =>
      /\/ns#$/.test(attributes["scheme"] ?? "") || /^tag:blogger\.com.*blog-\d+$/.test(attributes["scheme"] ?? ""),
  );
  if (childOf(entry, "georss:featurename"))
    left.push({
      file,
      line: entry.line,
      construct: "place of a post",
      outcome: "noted",
      was: textOf(entry, "georss:featurename"),
      now: "nothing",
    });
  return {
    ...{ file, line: entry.line, left },
    kind: kindOf(entry) === "page" ? "page" : "post",
    title: plainTextOf(textOf(entry, "title")) || undefined,
    address: why === undefined ? address : undefined,
    aliases: [],
    ...(id && { id }),
    date: momentIn(textOf(entry, "published")) ?? momentIn(textOf(entry, "blogger:created")),
    ...(why && { draft: { why } }),
    tags: [...new Set(labels.map(({ attributes }) => attributes["term"] ?? "").filter(Boolean))],
    authors: writer && writer !== "Anonymous" && writer !== "Unknown" ? [writer] : [],
    description: textOf(entry, "blogger:metaDescription") || undefined,
    comments: comments.get(id) ?? [],
    body: {
      format: "html",
      text: (content?.text ?? "").replace(/<a name=["']more["']><\/a>/g, ""),
      line: content?.textLine ?? entry.line,
    },
  };
}

/** The post that a comment belongs to, by its id. */
function parentOf(entry: XmlElement): string | undefined {
  return textOf(entry, "blogger:parent") || childOf(entry, "thr:in-reply-to")?.attributes["ref"];
}

function commentOf(entry: XmlElement): SourceComment[] {
  const status = textOf(entry, "blogger:status").toUpperCase();
  if (status !== "" && status !== "LIVE") return [];
  const author = childOf(entry, "author");
  const related = childrenOf(entry, "link").find(({ attributes }) => attributes["rel"] === "related")?.attributes[
    "href"
  ];
  const above = textOf(entry, "blogger:inReplyTo");
  const answered = /\/comments\/default\/(\d+)/.exec(related ?? "")?.[1];
  const id = textOf(entry, "id");
  const parent = above || (answered ? id.replace(/post-\d+$/, `post-${answered}`) : undefined);
  const url = author ? textOf(author, "uri") : "";
  return [
    {
      id,
      ...(parent && { parent }),
      author: (author && textOf(author, "name")) || "Anonymous",
      ...(/^https?:/.test(url) && { url }),
      date: momentIn(textOf(entry, "published")) ?? momentIn(textOf(entry, "blogger:created")),
      html: childOf(entry, "content")?.text ?? "",
    },
  ];
}
