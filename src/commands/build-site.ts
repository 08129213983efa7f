/** Shared by `build` and `check`: builds the site into a folder, completely or not at all, and reports on it. */
import { LEDGER_FILE } from "../content/ledger.ts";
import { contentErrorIn } from "../content/problems/problem.ts";
import { writeSite } from "../eleventy/run.ts";
import { publishTo } from "../publish/staging.ts";
import type { WrittenSite } from "../site/write.ts";
import type { BuildOptions } from "./options.ts";
import { reportFindings, summaryOf, withProgress } from "./report.ts";

/** `afterwards` runs on the complete site before it is published; if it throws, nothing is published. */
export async function buildSite(
  options: BuildOptions,
  afterwards?: (site: WrittenSite) => Promise<void>,
): Promise<void> {
  const { outDir, out, format, isTrial } = options;
  const start = performance.now();
  const write = async (stagingDir: string) => {
    const site = await writeSite(options, stagingDir);
    await afterwards?.(site);
    return site;
  };
  const site = await withProgress(publishTo(outDir, write)).catch((error: unknown) => {
    reportFindings({ problems: contentErrorIn(error)?.problems ?? [], warnings: [] }, options);
    throw error;
  });
  const { ledger, advice } = site;
  const say = format === "json" ? console.error : console.log;
  say(summaryOf(site, advice, out, (performance.now() - start) / 1000));
  if (!isTrial && ledger.added.length > 0) say(newlyPublished(ledger.added.length));
  reportFindings({ problems: [], warnings: advice, accepted: site.accepted }, options);
}

/** A build knows of no deploy. */
function newlyPublished(count: number): string {
  const added = count === 1 ? "1 address is" : `${count.toLocaleString("en")} addresses are`;
  return `${added} not in ${LEDGER_FILE} yet; wellformed published notes what is online`;
}
