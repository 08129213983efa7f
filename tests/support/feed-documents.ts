/** The feed documents of a site's folder, by path, made as a build makes them, without Eleventy. */
import { resolve } from "node:path";
import { type Content, contentOf } from "../../src/content/content.ts";
import type { Entry } from "../../src/content/entry.ts";
import { feedDocuments } from "../../src/feeds/documents.ts";
import { feedsOf } from "../../src/feeds/feeds.ts";
import { collections } from "../../src/site/collections.ts";
import { readFolder } from "./read-folder.ts";

/** Every kind of feed, with posts and projects of every kind in them. */
export const FEED_SITE = "tests/fixtures/feeds/site";

export async function readSite(folder: string, at = "2026-11-23T00:00:00Z"): Promise<Content> {
  const read = await readFolder(resolve(folder), at);
  if (read.problems.length > 0) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return contentOf(read);
}

export function documentsOf(content: Content): Map<string, string> {
  return new Map(feedDocuments(content.site, feedsOf(content)).map(({ path, write }) => [path, write()]));
}

/** The same content, with posts that were changed, or others, in the place of its own, and without projects if so wanted. */
export function withPosts(content: Content, posts: readonly Entry[], projects: readonly Entry[] = []): Content {
  return contentOf({ ...content, collections, entries: [...posts, ...projects] });
}
