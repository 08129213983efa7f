/** The feed documents of a site's folder, by path, made as a build makes them, without Eleventy. */
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import { RecordStore } from "../../src/cache/record-store.ts";
import { type Content, contentOf } from "../../src/content/content.ts";
import type { Entry } from "../../src/content/entry.ts";
import { feedDocuments } from "../../src/feeds/documents.ts";
import { feedsOf } from "../../src/feeds/feeds.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { KeptFrontMatter } from "../../src/reading/front-matter/kept-front-matter.ts";
import { KeptBodies } from "../../src/reading/kept-bodies.ts";
import { readContent } from "../../src/reading/read-content.ts";
import { collections } from "../../src/site/collections.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { settingsOf } from "./settings-of.ts";

/** Every kind of feed, with posts and projects of every kind in them. */
export const FEED_SITE = "tests/fixtures/feeds/site";

const TOOLS = {
  cache: new Cache(join(tmpdir(), "feed-site-pictures")),
  typeface: new Typeface(await readTextFonts()),
  bodies: new KeptBodies(new RecordStore(join(tmpdir(), "feed-site-bodies"))),
  frontMatter: new KeptFrontMatter(join(tmpdir(), "feed-site-front-matter")),
};

export async function readSite(folder: string, at = "2026-11-23T00:00:00Z"): Promise<Content> {
  const options = { siteDir: resolve(folder), at: Temporal.Instant.from(at), preview: false };
  const read = await readContent(options, await settingsOf(resolve(folder)), collections, TOOLS);
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
