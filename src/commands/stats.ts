/** `wellformed stats`: how much there is on a site, by collection and year, and what has waited longest. */
import { Temporal } from "temporal-polyfill";
import { contentOf } from "../content/content.ts";
import { collectionsOf } from "../content/own-collections.ts";
import { ContentError } from "../content/problems/problem.ts";
import { type Figures, type SampledPage, type Statistics, statisticsOf } from "../content/statistics.ts";
import { readSite } from "../reading/data/read-site.ts";
import { readContent } from "../reading/read-content.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { sampledPages } from "../reading/sampled-pages.ts";
import { collections } from "../site/collections.ts";
import { readTools } from "../site/tools.ts";
import { readStatsOptions } from "./options/options.ts";
import { count, withCommas } from "./report/numbers.ts";
import { textTable } from "./report/text-table.ts";

/** How many rows of a list the terminal shows; JSON has all. */
const SHOWN = 5;

export async function stats(args: string[]): Promise<void> {
  const { siteDir, format } = readStatsOptions(args, process.env);
  const settings = await readSite(siteDir);
  if (!settings.ok) throw new ContentError(settings.problems, sourcesIn(siteDir));
  const options = { siteDir, at: Temporal.Now.instant(), preview: true };
  const table = collectionsOf(collections, settings.value);
  const read = await readContent(options, settings.value, table, await readTools(siteDir));
  const statistics = statisticsOf(contentOf(read), sampledPages(read));
  console.log(format === "json" ? JSON.stringify(statistics, null, 2) : asText(statistics));
  if (read.problems.length === 0) return;
  console.error(`${count(read.problems.length, "problem")} in the content, so some may not be counted: npm run check`);
}

function asText(statistics: Statistics): string {
  const { total, drafts, scheduled, hosts, collections, years, samples } = statistics;
  const unlinked = statistics.entries.filter(
    ({ state, linkedFrom, path }) => state === "published" && linkedFrom === 0 && path !== "/",
  );
  return [
    `${count(total.entries, "entry", "entries")} published with ${count(total.words, "word")}, ` +
      `${count(drafts, "draft")}, ${scheduled} scheduled`,
    `${count(total.internal, "link")} between pages, ${total.external} to ${count(hosts, "other site")}`,
    figuresTable(
      "collection",
      collections.map(({ title, ...figures }) => [title, figures]),
    ),
    figuresTable(
      "year",
      years.map(({ year, ...figures }) => [String(year), figures]),
    ),
    list("Samples that were checked longest ago", samples.map(sampleText)),
    list(
      "No text links to",
      unlinked.map(({ file }) => file),
    ),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function figuresTable(name: string, rows: readonly [string, Figures][]): string {
  if (rows.length === 0) return "";
  const head = [name, "entries", "words", "links in the site", "to others"];
  const cells = rows.map(([label, { entries, words, internal, external }]) => [
    label,
    ...[entries, words, internal, external].map((number) => withCommas(number)),
  ]);
  return textTable([head, ...cells]);
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length > SHOWN ? [`  and ${lines.length - SHOWN} more`] : [];
  return [`${title}:`, ...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...more].join("\n");
}

function sampleText({ file, samples, unproven, checked = "never     " }: SampledPage): string {
  const without = unproven > 0 ? `, ${unproven} not proven` : "";
  return `${checked}  ${file} (${count(samples, "sample")}${without})`;
}
