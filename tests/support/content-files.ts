/** The front matter of the notebook, the fixture that is a whole site, read without the engine. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { tagPath } from "../../src/content/tag.ts";

export interface ContentFile {
  slug: string;
  path: string;
  title: string;
  /** A post's `description`, a project's `summary`. */
  description: string;
  tags: string[];
  /** Missing for projects. */
  date?: string;
  updated?: string;
}

export const NOTEBOOK = "tests/fixtures/sites/notebook";
/** The moment that it is built for: each of its entries is published. */
export const NOTEBOOK_AT = "2026-11-23T00:00:00Z";

/** Published posts, newest first. */
export const posts = readFolder("posts").sort(
  (a, b) => `${b.date}`.localeCompare(`${a.date}`) || (a.slug < b.slug ? -1 : 1),
);
export const projects = readFolder("projects");
export const tags = [...new Set(posts.flatMap((post) => post.tags))].map((name) => ({
  name,
  path: tagPath(name, { site: { language: "en", slugs: "letters" }, root: "/" }),
}));

/** Every page that search engines may list. */
export const listedPaths = [
  ...["/", "/posts/", "/projects/", "/tags/", "/about/", "/subscribe/", "/search/terms/"],
  ...[...posts, ...projects, ...tags].map(({ path }) => path),
].sort();

export const unlistedPaths = ["/404.html", "/search/"];
export const feedPaths = ["/feed.xml", "/atom.xml", "/feed.json"];

function readFolder(folder: string): ContentFile[] {
  return readdirSync(join(NOTEBOOK, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ slug: name.slice(0, -".md".length), matter: frontMatterOf(join(NOTEBOOK, folder, name)) }))
    .map(({ slug, matter }) => ({
      slug,
      path: `/${folder}/${slug}/`,
      title: String(matter["title"]),
      description: String(matter["description"] ?? matter["summary"]),
      tags: (matter["tags"] ?? []) as string[],
      ...(matter["date"] !== undefined && { date: String(matter["date"]) }),
      ...(matter["updated"] !== undefined && { updated: String(matter["updated"]) }),
    }));
}

function frontMatterOf(file: string): Record<string, unknown> {
  const [, yaml = ""] = readFileSync(file, "utf8").split(/^---$/m);
  return parse(yaml) as Record<string, unknown>;
}
