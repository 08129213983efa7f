/** The feed documents of a site's folder, by path, made as a build makes them, without Eleventy. */
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import type { Content } from "../../src/content/content.ts";
import type { Problem } from "../../src/content/problems/problem.ts";
import { feedDocuments } from "../../src/feeds/documents.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readContent } from "../../src/reading/read-content.ts";
import { readTextFonts } from "../../src/theme/assets.ts";

/** Every kind of feed, with posts and projects of every kind in them. */
export const FEED_SITE = "tests/fixtures/feeds/site";

const TOOLS = { cache: new Cache(join(tmpdir(), "feed-site-pictures")), typeface: new Typeface(await readTextFonts()) };

export async function readSite(folder: string, at = "2026-11-23T00:00:00Z"): Promise<Content> {
  const problems: Problem[] = [];
  const options = { siteDir: resolve(folder), at: Temporal.Instant.from(at), preview: false };
  const { content } = await readContent(options, TOOLS, problems);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return content;
}

export function documentsOf(content: Content): Map<string, string> {
  return new Map(feedDocuments(content).map(({ path, write }) => [path, write()]));
}
