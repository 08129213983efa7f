/** A site's folder, read and derived as a build does it, for tests that need no page. Settings that are wrong are a fault of the test. */
import { Temporal } from "temporal-polyfill";
import { collectionsOf } from "../../src/content/own-collections.ts";
import { NONE_ACCEPTED } from "../../src/content/problems/baseline.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { readSite } from "../../src/reading/data/read-site.ts";
import { type ReadContent, readContent } from "../../src/reading/read-content.ts";
import { check } from "../../src/site/check.ts";
import { collections } from "../../src/site/collections.ts";
import { type DerivedSite, derive } from "../../src/site/derive.ts";
import { readTools } from "../../src/site/tools.ts";
import { AT } from "./built-fixture.ts";
import { TINY_THEME } from "./tiny-theme.ts";

export async function readFolder(siteDir: string, at = AT): Promise<ReadContent> {
  const settings = await readSite(siteDir);
  if (!settings.ok) throw new Error(settings.problems.map(formatProblem).join("\n"));
  const options = { siteDir, at: Temporal.Instant.from(at), preview: false };
  return readContent(options, settings.value, collections, await readTools(siteDir));
}

/** With what follows from it for a site that was never published. */
export async function deriveFolder(siteDir: string): Promise<DerivedSite> {
  const read = await readFolder(siteDir);
  const none = { published: new Map(), searches: [], accepted: NONE_ACCEPTED };
  return derive({ ...read, ...none, collections: collectionsOf(collections, read.site), theme: TINY_THEME });
}

/** What a build says of it. */
export function saidOf(site: DerivedSite): string[] {
  return check(site).problems.map(formatProblem);
}

/** One text in each of its renderings, and what is said of the whole site. */
export async function readText(siteDir: string, file: string) {
  const { entries, problems } = await readFolder(siteDir);
  const body = entries.find((entry) => entry.file === file)?.body;
  return {
    html: body?.html() ?? "",
    feed: body?.feedHtml() ?? "",
    markdown: body?.markdown().trimStart() ?? "",
    text: body?.sections.map((section) => section.text()).join("\n") ?? "",
    advice: body?.advice.map(formatProblem) ?? [],
    problems: problems.map(formatProblem),
  };
}
