/** Renders Markdown as a post that lies among the Markdown fixtures: they are what it can link to and show. */
import { readdirSync } from "node:fs";
import type { Body } from "../../src/content/body.ts";
import { formatProblem } from "../../src/content/problem.ts";
import { resolverFor } from "../../src/eleventy/targets.ts";
import { renderMarkdown } from "../../src/markdown/render.ts";

export const FIXTURES = "tests/fixtures/markdown";
export const SITE_URL = "https://example.org/blog/";

const MAP = {
  siteDir: FIXTURES,
  pathOfFile: new Map(readdirSync(FIXTURES, { encoding: "utf8" }).map((file) => [file, pathOf(file)])),
  withheld: new Map([["half-written.md", "is a draft"]]),
};

export interface RenderedPost {
  body: Body;
  /** As a build prints them. */
  problems: string[];
}

/** By default an English `post.md` without front matter, so that a problem's line is the Markdown's own. */
export function renderPost(
  source: string,
  options: { file?: string; lang?: string; firstLine?: number } = {},
): RenderedPost {
  const { file = "post.md", lang = "en", firstLine = 1 } = options;
  const path = pathOf(file);
  const resolve = resolverFor({ file, path }, MAP);
  const { body, problems } = renderMarkdown(source, { file, path, lang, firstLine, siteUrl: SITE_URL, resolve });
  return { body, problems: problems.map(formatProblem) };
}

function pathOf(file: string): string {
  return `/posts/${file.replace(/\.md$/, "")}/`;
}
