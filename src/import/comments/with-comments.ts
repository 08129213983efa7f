/** Puts comments that were kept elsewhere to the posts that they are about. */

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { parsedUrl } from "../../content/parsed-url.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import { exportFiles } from "../exports/export-files.ts";
import { decodedPath } from "../exports/old-address.ts";
import type { Left, SourceComment, SourceEntry, SourceSite } from "../source-site.ts";
import { disqusComments, isDisqus } from "./disqus.ts";
import { staticComments } from "./static-comments.ts";

/** Where static sites keep them, below their own folder. */
const FOLDERS = ["_data/comments", "data/comments", "src/_data/comments", "source/_data/comments"];

/** `given` is a file of Disqus', or a folder; without it, those of the tree are looked for. Throws a `UsageError` for what is neither. */
export async function withComments(site: SourceSite, path: string, given: string | undefined): Promise<SourceSite> {
  if (given !== undefined && !existsSync(given)) throw new UsageError(`--comments: there is nothing at ${given}`);
  const folder = statSync(path).isDirectory() ? FOLDERS.map((name) => join(path, name)).find(existsSync) : undefined;
  const from = given ?? folder;
  if (from === undefined) return site;
  const comments = await commentsIn(from);
  const bySlug = new Map<string, SourceEntry>();
  const byPath = new Map<string, SourceEntry>();
  for (const entry of site.entries) {
    for (const address of [entry.address, ...entry.aliases])
      if (address !== undefined) byPath.set(plain(address), entry);
    for (const slug of slugsOf(entry)) if (!bySlug.has(slug)) bySlug.set(slug, entry);
  }
  const added = new Map<SourceEntry, SourceComment[]>();
  const left: Left[] = [];
  for (const [key, list] of comments) {
    const url = parsedUrl(key);
    const entry = url
      ? (byPath.get(plain(decodedPath(url.pathname))) ?? bySlug.get(lastPart(url.pathname)))
      : (byPath.get(plain(key)) ?? bySlug.get(key.toLowerCase()) ?? bySlug.get(withoutDay(key)));
    if (entry) added.set(entry, [...(added.get(entry) ?? []), ...list]);
    else
      left.push({
        file: from,
        construct: "comments on a post that is not there",
        outcome: "left",
        was: `${key}: ${list.length}`,
        now: "nothing",
      });
  }
  const entries = site.entries.map((entry) => {
    const more = added.get(entry);
    return more ? { ...entry, comments: [...entry.comments, ...more] } : entry;
  });
  return { ...site, entries, left: [...(site.left ?? []), ...left] };
}

async function commentsIn(from: string): Promise<Map<string, SourceComment[]>> {
  if (statSync(from).isDirectory()) return staticComments(from);
  for (const file of await exportFiles(from)) {
    const text = await file.text();
    if (isDisqus(text.slice(0, 4096))) return disqusComments(text);
  }
  return staticComments(from);
}

function plain(path: string): string {
  return `${path
    .replace(/[?#].*$/, "")
    .replace(/(\/index)?\.html?$/, "")
    .replace(/\/+$/, "")}/`.toLowerCase();
}

function slugsOf({ address, file }: SourceEntry): string[] {
  const name =
    file
      .replace(/(\/index)?\.\w+$/, "")
      .split("/")
      .at(-1) ?? "";
  return [lastPart(address ?? ""), name.toLowerCase(), withoutDay(name)].filter(Boolean);
}

function lastPart(path: string): string {
  return (plain(decodedPath(path)).split("/").at(-2) ?? "").toLowerCase();
}

function withoutDay(name: string): string {
  return name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, "").toLowerCase();
}
