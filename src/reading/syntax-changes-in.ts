/** Finds what a further Markdown syntax would change in a site's texts. */
import type { Collection } from "../content/collection.ts";
import type { MarkdownSyntax } from "../content/markdown-syntax.ts";
import { ProblemCollector } from "../content/problems/problem-collector.ts";
import { type Result, success } from "../content/problems/result.ts";
import { type SyntaxChange, syntaxChanges } from "../markdown/syntax-changes.ts";
import { readSite, type SiteOverrides } from "./data/read-site.ts";
import { readFrontMatter } from "./front-matter/front-matter.ts";
import { isContentFile, listFiles, readSources } from "./read-files.ts";

/** In the order of files and lines. Unreadable files are skipped, since a check reports them; fails if the settings can't be read. */
export async function syntaxChangesIn(
  { siteDir, ...overrides }: SiteOverrides & { readonly siteDir: string },
  collections: readonly Collection[],
  setting: keyof MarkdownSyntax,
): Promise<Result<readonly (SyntaxChange & { readonly file: string })[]>> {
  const site = await readSite(siteDir, overrides);
  if (!site.ok) return site;
  const { language, markdown: syntax } = site.value;
  const problems = new ProblemCollector();
  const folders = await Promise.all(collections.map(({ folder }) => listFiles(siteDir, folder, problems)));
  const sources = readSources(siteDir, folders.flat().filter(isContentFile), problems);
  const changes = sources.flatMap(({ file, text }) => {
    const read = readFrontMatter(file, text);
    if (!read.ok) return [];
    const { body: markdown, bodyLine: firstLine } = read.value;
    return syntaxChanges({ file, markdown, firstLine, lang: language }, setting, syntax).map((change) => ({
      file,
      ...change,
    }));
  });
  return success(changes);
}
