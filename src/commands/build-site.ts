/** Shared by `build` and `check`: builds the site into a folder, completely or not at all, and reports on it. */
import { join } from "node:path";
import { sizesIn } from "../cache/folder-size.ts";
import { outputOf } from "../content/address.ts";
import type { Host } from "../content/host.ts";
import { LEDGER_FILE } from "../content/ledger.ts";
import { ContentError, contentErrorIn } from "../content/problems/problem.ts";
import { writeCompressedCopies } from "../publish/compressed-copies.ts";
import { HOST_ROWS } from "../publish/hosts/host-files.ts";
import { isInterrupted, publishTo } from "../publish/staging.ts";
import type { TextsPart } from "../reading/read-content.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { readLastOutput, spareFolder, writeOutputRecord, writeServed } from "../site/output-record-file.ts";
import { type BuildSummary, SiteState } from "../site/site-state.ts";
import type { WrittenSite } from "../site/write.ts";
import { keepYoungGenerationSmall, letCompilerHeapGrow, letHeapGrow } from "./memory.ts";
import type { BuildOptions } from "./options/build-options.ts";
import { count, withCommas } from "./report/numbers.ts";
import { reportFindings, summaryOf } from "./report/report.ts";
import { StageReport } from "./report/stage-report.ts";

/** `afterwards` runs on the complete site before it is published; if it throws, nothing is published. */
export async function buildSite(
  options: BuildOptions,
  afterwards?: (site: WrittenSite) => Promise<void>,
): Promise<void> {
  const start = performance.now();
  const state = await SiteState.before(options);
  // What a killed build has left behind goes with a whole one.
  const unchanged = afterwards || (await isInterrupted(options.outDir)) ? undefined : state.unchanged();
  if (unchanged) return report(unchanged, options, `nothing has changed, ${secondsSince(start)}`);
  const stages = new StageReport(process.stderr, options.inCi);
  const site = await publish(options, afterwards, stages);
  const summary = summaryFrom(site);
  const copies = copiesFor(site.content.site.host, options.compress);
  state.write(site, summary, afterwards !== undefined || copies.length > 0);
  report(summary, options, secondsSince(start));
  if (options.profile) console.error(`${stages.profile}\n${cacheSizes(options.siteDir)}`);
}

function cacheSizes(siteDir: string): string {
  const sizes = [...sizesIn(join(siteDir, ".cache"))].map(([name, bytes]) => `${name} ${(bytes / 1e6).toFixed(1)} MB`);
  return `.cache: ${sizes.join(", ")}`;
}

/** `--part`: makes a part of the texts for a build that comes later, here or on another machine. */
export async function buildPart(options: BuildOptions, part: TextsPart): Promise<void> {
  const { preparePart } = await import("../site/build-site.ts");
  const made = await preparePart({ ...options, preview: false }, part);
  if (!made.ok) throw new ContentError(made.problems, sourcesIn(options.siteDir));
  say(`part ${part.number} of ${part.of}: ${count(made.value, "text")} in .cache/bodies`, options);
}

async function publish(
  options: BuildOptions,
  afterwards: ((site: WrittenSite) => Promise<void>) | undefined,
  progress: StageReport,
): Promise<WrittenSite> {
  const { outDir, siteDir } = options;
  const write = async (folder: string, isUsed: boolean) => {
    const last = { ...readLastOutput(siteDir, outDir), used: isUsed ? folder : undefined };
    if (last.record) letHeapGrow();
    keepYoungGenerationSmall();
    letCompilerHeapGrow();
    // Eleventy and all that renders is loaded here, since most often nothing has changed, or something is wrong with the options.
    const { writeSite } = await import("../eleventy/run.ts");
    const site = await writeSite({ ...options, last }, folder, { progress });
    const endings = copiesFor(site.content.site.host, options.compress);
    if (endings.length > 0) await writeCompressedCopies(folder, endings, join(siteDir, ".cache/compressed"));
    await afterwards?.(site);
    return site;
  };
  const site = await publishTo(outDir, write, spareFor(options))
    .finally(() => progress.end())
    .catch((error: unknown) => {
      reportFindings({ problems: contentErrorIn(error)?.problems ?? [], warnings: [] }, options);
      throw error;
    });
  writeOutputRecord(siteDir, outDir, site.record);
  writeServed(siteDir, outDir, site.served);
  return site;
}

/** Endings of the compressed copies that a build makes: those that the site's host sends, or what most servers can. */
function copiesFor(host: Host | undefined, compress: boolean | undefined): readonly string[] {
  if (compress === false) return [];
  const sent = host === undefined || host === "own" ? [] : HOST_ROWS[host].copies;
  return compress && sent.length === 0 ? ["br", "gz"] : sent;
}

/**
 * Only where builds follow one another, and where two names that differ in capitals only are two files. Elsewhere nobody would
 * use it again, or a file that is gone could be a new one under its other name.
 */
function spareFor({ siteDir, outDir, inCi }: BuildOptions): string | undefined {
  return inCi || process.platform !== "linux" ? undefined : spareFolder(siteDir, outDir);
}

function summaryFrom({ pages, feeds, index, read, advice, accepted, ledger }: WrittenSite): BuildSummary {
  const made = pages.filter(({ path }) => outputOf(path).endsWith(".html")).length;
  const added = ledger.added.length;
  return {
    pages: made,
    feeds: feeds.length,
    indexed: index.pages,
    withheld: read.withheld.length,
    advice,
    accepted,
    added,
    due: read.due,
  };
}

function report(summary: BuildSummary, options: BuildOptions, took: string): void {
  const { advice, accepted, added, due } = summary;
  say(summaryOf(summary, advice, options.out, took), options);
  if (!options.isTrial && added > 0) say(newlyPublished(added), options);
  reportFindings({ problems: [], warnings: advice, accepted, due }, options);
}

/** Programs read what is printed as JSON. */
function say(text: string, { format }: BuildOptions): void {
  if (format === "json") console.error(text);
  else console.log(text);
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** A build knows of no deploy. */
function newlyPublished(count: number): string {
  const added = count === 1 ? "1 address is" : `${withCommas(count)} addresses are`;
  return `${added} not in ${LEDGER_FILE} yet; wellformed published notes what is online`;
}
