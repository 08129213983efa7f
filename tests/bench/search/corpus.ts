/** A folder of posts (`posts/*.md`) and queries (`queries*.jsonl`), as content that the site's own code can index. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { type Content, contentOf } from "../../../src/content/content.ts";
import type { Entry } from "../../../src/content/entry.ts";
import { headFromFrontMatter } from "../../../src/content/head-from-front-matter.ts";
import { PostFrontMatter } from "../../../src/content/post.ts";
import { success } from "../../../src/content/problems/result.ts";
import { Site } from "../../../src/content/site.ts";
import { slugOf } from "../../../src/content/text/slug.ts";
import { renderMarkdown } from "../../../src/markdown/render.ts";
import { type FrontMatter, readFrontMatter } from "../../../src/reading/front-matter/front-matter.ts";
import { withSaid } from "../../../src/search/said.ts";
import { collections } from "../../../src/site/collections.ts";
import { collectionNamed } from "../../support/entries.ts";

/** A search for a post that is known to be there. */
export interface KnownItem {
  kind: string;
  query: string;
  /** Slugs of the posts, any of which is meant. */
  targets: string[];
}

export interface Corpus {
  content: Content;
  queries: KnownItem[];
}

const site = Site.parse({ title: "Bench", url: "https://bench.example/", language: "en", description: "A bench." });

/** Posts are read as the engine reads them, but nothing that is wrong with one stops the bench. */
export function readCorpus(folder: string): Corpus {
  const files = globSync("queries*.jsonl", { cwd: folder }).sort();
  if (files.length === 0) throw new Error(`${folder} has no queries.jsonl`);
  const lines = files.flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean));
  return {
    content: readPosts(folder),
    queries: lines.map((line) => knownItemFrom(JSON.parse(line))),
  };
}

export function readPosts(folder: string): Content {
  const entries = globSync("posts/**/*.md", { cwd: folder })
    .sort()
    .map((file) => postFrom(file, readFileSync(join(folder, file), "utf8")));
  return contentOf({ site, collections, entries });
}

function knownItemFrom(line: { kind: string; query: string; target: string; targets?: string[] }): KnownItem {
  return { kind: line.kind, query: line.query, targets: line.targets ?? [line.target] };
}

function postFrom(file: string, text: string): Entry {
  const reading = readFrontMatter(file, text);
  if (!reading.ok) throw new Error(`${file}: ${reading.problems[0]?.message}`);
  const { title, date, description, tags, lang } = reading.value.data as Record<string, unknown>;
  const matter = PostFrontMatter.parse({
    title: String(title),
    date: String(date),
    ...(description ? { description: String(description).replace(/\s+/g, " ") } : {}),
    ...(lang ? { lang: String(lang) } : {}),
    tags: oneSpellingEach(Array.isArray(tags) ? tags.map(String) : []),
  });
  const head = headFromFrontMatter(matter, collectionNamed("posts"), {
    file,
    slug: basename(file, ".md"),
    site,
    at: Temporal.Instant.from("2100-01-01T00:00:00Z"),
  });
  return { ...head, image: undefined, body: bodyFrom(reading.value, head) };
}

function bodyFrom({ body, bodyLine }: FrontMatter, { file, path, lang }: Pick<Entry, "file" | "path" | "lang">) {
  const context = { file, path, lang, firstLine: bodyLine, siteUrl: site.url };
  const rendered = renderMarkdown(body, { ...context, resolve: (url) => success({ kind: "external", url }) });
  return withSaid(rendered.body, lang);
}

function oneSpellingEach(tags: string[]): string[] {
  return [...new Map(tags.map((tag) => [slugOf(tag), tag])).values()];
}
