/** Comments that a static site kept as data: Staticman's files, or one list for each post, in YAML or JSON. */
import { parse } from "yaml";
import { escapeText } from "../../content/text/escape.ts";
import { exportFiles } from "../exports/export-files.ts";
import { isObject, type JsonObject, objectsIn, textIn } from "../exports/json.ts";
import { momentIn } from "../exports/moments.ts";
import type { SourceComment } from "../source-site.ts";

/** By the name of the post's folder or file, which is its slug. */
export async function staticComments(folder: string): Promise<Map<string, SourceComment[]>> {
  const comments = new Map<string, SourceComment[]>();
  for (const file of (await exportFiles(folder)).filter(({ path }) => /\.(ya?ml|json)$/i.test(path))) {
    const parts = file.path.replace(/\.\w+$/, "").split("/");
    const value = parsed(await file.text());
    const list = Array.isArray(value) ? objectsIn(value) : isObject(value) ? listIn(value) : [];
    // A file for each comment stands in its post's folder; a file of its own has all of them.
    const slug = (parts.length > 1 && !Array.isArray(value) ? parts.at(-2) : parts.at(-1)) ?? "";
    const read = list.flatMap((one, index) => commentOf(one, `${parts.at(-1)}-${index + 1}`));
    if (read.length > 0) comments.set(slug, [...(comments.get(slug) ?? []), ...read]);
  }
  return comments;
}

/** One comment, or several by their ids. */
function listIn(value: JsonObject): JsonObject[] {
  if (textIn(value, "message", "comment", "body", "content", "text") !== "") return [value];
  return Object.entries(value).flatMap(([id, one]) => (isObject(one) ? [{ _id: id, ...one }] : []));
}

function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: "silent", uniqueKeys: false, schema: "failsafe" });
  } catch {
    return undefined;
  }
}

/** Mail addresses, or digests of them, and IP numbers are not read. */
function commentOf(comment: JsonObject, fallback: string): SourceComment[] {
  if (/^(true|1)$/i.test(textIn(comment, "hidden", "spam", "deleted"))) return [];
  const message = textIn(comment, "message", "comment", "body", "content", "text", "html");
  if (!message) return [];
  const parent = textIn(
    comment,
    "replyTo",
    "replying_to",
    "replying_to_uid",
    "reply_to",
    "replyThread",
    "parent",
    "_parent",
    "in_reply_to",
  );
  const url = textIn(comment, "url", "link", "website", "site", "authorUrl");
  const date = textIn(comment, "date", "created_at", "createdAt", "timestamp", "published");
  return [
    {
      id: textIn(comment, "_id", "id", "uid") || fallback,
      ...(parent && !/^(0|null|undefined)$/.test(parent) && { parent }),
      author: textIn(comment, "name", "author", "authorName", "from", "fields.name") || "Anonymous",
      ...(/^https?:/.test(url) && { url }),
      date:
        momentIn(/^\d{9,14}$/.test(date) ? Number(date) : date) ??
        (/^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined),
      html: textIn(comment, "html") === message || /<\w+[^>]*>/.test(message) ? message : paragraphs(message),
    },
  ];
}

function paragraphs(text: string): string {
  const parts = text.split(/\n{2,}/).filter((part) => part.trim() !== "");
  return parts.map((part) => `<p>${escapeText(part.trim()).replace(/\n/g, "<br>\n")}</p>`).join("\n");
}
