/** Ghost, by the JSON that its settings export, alone or with `content/images` in a folder or a zip. */

import { UsageError } from "../../content/problems/usage-error.ts";
import { type ExportFile, exportFiles, zipHas } from "../exports/export-files.ts";
import { ghostHtml } from "../exports/ghost-html.ts";
import { flagIn, isObject, type JsonObject, objectsIn, parsedJson, placeIn, textIn } from "../exports/json.ts";
import { momentIn } from "../exports/moments.ts";
import { decodedPath } from "../exports/old-address.ts";
import { plainTextOf } from "../exports/plain-text.ts";
import { feedsBelow } from "../listings.ts";
import type { Left, SourceComment, SourceEntry, SourceFile, SourceListing, SourceSite } from "../source-site.ts";
import type { SourceKind } from "./source.ts";

export const ghost: SourceKind = {
  name: "ghost",
  title: "a Ghost export",
  detect: ({ path, start, isFolder, names }) => {
    if (isFolder) {
      const file = names.find((name) => name.endsWith(".json") && isGhost(start(name)));
      return file && `${file}, JSON with "db"`;
    }
    if (isGhost(start(""))) return 'JSON with "db"';
    return zipHas(path, /(^|\/)content\/(images|media)\//) ? "a zip with content/images" : undefined;
  },
  async read(path, { progress }) {
    const files = await exportFiles(path);
    for (const file of files.filter((one) => one.path.endsWith(".json"))) {
      const data = dataIn(parsedJson(await file.text()));
      if (data) return siteOf(data, file.path, await filesOf(files), progress);
    }
    throw new UsageError(`${path} has no JSON of Ghost's, which has "db" and in it "posts"`);
  },
};

function isGhost(start: string): boolean {
  return /^\s*\{\s*"(db|meta|data)"\s*:/.test(start) && /"(exported_on|posts_tags|posts_meta|posts)"/.test(start);
}

/** `{"db":[{"data":…}]}`, or its content. */
function dataIn(value: unknown): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const [first] = objectsIn(value["db"]);
  const data = first ? first["data"] : value["data"];
  if (isObject(data) && Array.isArray(data["posts"])) return data;
  return Array.isArray(value["posts"]) ? value : undefined;
}

async function filesOf(files: readonly ExportFile[]): Promise<SourceFile[]> {
  const published = files.filter(({ path }) => /(^|\/)content\/(images|media|files)\//.test(path));
  return Promise.all(
    published.map(async (file) => ({
      path: decodedPath(file.path.replace(/^.*?(?=\/?content\/(?:images|media|files)\/)\/?/, "/")),
      at: { file: await file.file() },
    })),
  );
}

function siteOf(
  data: JsonObject,
  file: string,
  files: SourceFile[],
  progress: ((done: number, all: number) => void) | undefined,
): SourceSite {
  const settings = new Map(objectsIn(data["settings"]).map((one) => [textIn(one, "key"), textIn(one, "value")]));
  const users = new Map(objectsIn(data["users"]).map((user) => [textIn(user, "id"), user]));
  const tags = new Map(objectsIn(data["tags"]).map((tag) => [textIn(tag, "id"), tag]));
  const metas = new Map(objectsIn(data["posts_meta"]).map((meta) => [textIn(meta, "post_id"), meta]));
  const context = {
    ...{ file, users, tags, metas },
    tagsOf: grouped(data["posts_tags"], "tag_id"),
    authorsOf: grouped(data["posts_authors"], "author_id"),
    commentsOf: groupedObjects(data["comments"]),
    members: new Map(objectsIn(data["members"]).map((member) => [textIn(member, "id"), textIn(member, "name")])),
  };
  const posts = objectsIn(data["posts"]);
  const left: Left[] = [];
  for (const name of ["codeinjection_head", "codeinjection_foot", "ghost_head", "ghost_foot"]) {
    const code = settings.get(name);
    if (code) left.push({ file, construct: "code of the site", outcome: "left", was: code, now: "nothing" });
  }
  const entries = posts.flatMap((post, index): SourceEntry[] => {
    if (index % 100 === 0) progress?.(index, posts.length);
    return [entryOf(post, context)];
  });
  progress?.(posts.length, posts.length);
  const url = settings.get("url") ?? "";
  const listings: SourceListing[] = [
    ...[...tags.values()].map((tag) => ({ path: `/tag/${textIn(tag, "slug")}/`, tag: textIn(tag, "name") })),
    ...[...users].map(([key, user]) => ({ path: `/author/${textIn(user, "slug")}/`, author: key })),
  ];
  return {
    title: settings.get("title") || undefined,
    description: settings.get("description") || undefined,
    url: /^https?:/.test(url) ? url : undefined,
    language: settings.get("locale") || settings.get("lang") || settings.get("default_locale") || undefined,
    timeZone:
      settings.get("timezone") || settings.get("active_timezone") || settings.get("activeTimezone") || undefined,
    authors: [...users.values()].map((user) => ({
      key: textIn(user, "id"),
      name: textIn(user, "name"),
      url: textIn(user, "website") || undefined,
      about: textIn(user, "bio") || undefined,
    })),
    ...{ entries, left, files },
    redirects: [],
    listings,
    feeds: ["/rss/", ...feedsBelow(listings, "rss/")],
  };
}

interface Context {
  readonly file: string;
  readonly tags: ReadonlyMap<string, JsonObject>;
  readonly metas: ReadonlyMap<string, JsonObject>;
  readonly tagsOf: ReadonlyMap<string, readonly string[]>;
  readonly authorsOf: ReadonlyMap<string, readonly string[]>;
  readonly commentsOf: ReadonlyMap<string, readonly JsonObject[]>;
  readonly members: ReadonlyMap<string, string>;
}

function entryOf(
  post: JsonObject,
  { file: exported, tags, metas, tagsOf, authorsOf, commentsOf, members }: Context,
): SourceEntry {
  const id = textIn(post, "id");
  const file = placeIn(exported, post);
  const meta = { ...post, ...metas.get(id) };
  const left: Left[] = [];
  const slug = textIn(post, "slug");
  const isPage = textIn(post, "type") === "page" || flagIn(post, "page");
  const note = (construct: string, was: string, now: string, outcome: Left["outcome"] = "left") =>
    left.push({ file, construct, outcome, was, now });
  for (const name of ["codeinjection_head", "codeinjection_foot"])
    if (textIn(post, name)) note("code of a post", textIn(post, name), "nothing");
  if (flagIn(post, "featured")) note("featured post", textIn(post, "title"), "a post in its place by date", "noted");
  const own = (tagsOf.get(id) ?? []).flatMap((tag): JsonObject[] => {
    const found = tags.get(tag);
    return found ? [found] : [];
  });
  const hidden = own.filter((tag) => textIn(tag, "name").startsWith("#"));
  for (const tag of hidden) note("internal tag", textIn(tag, "name"), "nothing", "noted");
  const image = textIn(post, "feature_image", "image");
  const authors = authorsOf.get(id) ?? [textIn(post, "author_id")].filter(Boolean);
  const { html, from } = ghostHtml(post);
  if (from) note("text without HTML", from, "its words and structure", "noted");
  const caption = plainTextOf(textIn(meta, "feature_image_caption"));
  if (image && caption) note("caption of a preview picture", caption, "nothing");
  return {
    ...{ file, left, authors },
    kind: isPage ? "page" : "post",
    title: textIn(post, "title") || undefined,
    address: slug ? `/${decodedPath(slug)}/` : undefined,
    aliases: [],
    // Its feed has this id as a guid, and not the uuid.
    ...(id && { id }),
    date: momentIn(post["published_at"]) ?? momentIn(post["created_at"]),
    draft: draftReason(post),
    tags: own
      .filter((tag) => !hidden.includes(tag))
      .map((tag) => textIn(tag, "name"))
      .filter(Boolean),
    description:
      plainTextOf(textIn(post, "custom_excerpt")) ||
      plainTextOf(textIn(meta, "meta_description", "og_description")) ||
      undefined,
    ...(image && { image: { src: withoutHost(image), alt: textIn(meta, "feature_image_alt") || undefined } }),
    canonical: textIn(post, "canonical_url") || undefined,
    comments: (commentsOf.get(id) ?? []).flatMap((comment) => commentOf(comment, members)),
    body: { format: "html", text: withoutHost(html), line: 1 },
  };
}

function draftReason(post: JsonObject): { why: string } | undefined {
  const status = textIn(post, "status") || "published";
  const visibility = textIn(post, "visibility") || "public";
  if (status !== "published")
    return { why: status === "sent" ? "sent by mail only" : status === "draft" ? "a draft" : status };
  if (flagIn(post, "email_only")) return { why: "sent by mail only" };
  return visibility === "public" ? undefined : { why: `for ${visibility}` };
}

/** Ghost's placeholder for the blog's own host. */
function withoutHost(text: string): string {
  return text.replace(/__GHOST_URL__(?=\/)/g, "").replaceAll("__GHOST_URL__", "/");
}

/** The ids of the other side by post, in their order. */
function grouped(rows: unknown, name: string): Map<string, string[]> {
  const sorted = objectsIn(rows).toSorted(
    (one, other) => Number(one["sort_order"] ?? 0) - Number(other["sort_order"] ?? 0),
  );
  const groups = new Map<string, string[]>();
  for (const row of sorted) {
    const post = textIn(row, "post_id");
    groups.set(post, [...(groups.get(post) ?? []), textIn(row, name)]);
  }
  return groups;
}

function groupedObjects(rows: unknown): Map<string, JsonObject[]> {
  const groups = new Map<string, JsonObject[]>();
  for (const row of objectsIn(rows)) {
    const post = textIn(row, "post_id");
    groups.set(post, [...(groups.get(post) ?? []), row]);
  }
  return groups;
}

function commentOf(comment: JsonObject, members: ReadonlyMap<string, string>): SourceComment[] {
  if ((textIn(comment, "status") || "published") !== "published") return [];
  const parent = textIn(comment, "in_reply_to_id", "parent_id");
  return [
    {
      id: textIn(comment, "id"),
      ...(parent && { parent }),
      author: members.get(textIn(comment, "member_id")) || "Anonymous",
      date: momentIn(comment["created_at"]),
      html: textIn(comment, "html"),
    },
  ];
}
