/** Shared by `build` and `check`: builds the site into a folder, completely or not at all, and reports on it. */
import { LEDGER_FILE } from "../content/ledger.ts";
import { contentErrorIn, type Problem } from "../content/problems/problem.ts";
import { writeSite } from "../eleventy/run.ts";
import { writeLedger } from "../publish/ledger-file.ts";
import { publishTo } from "../publish/staging.ts";
import { readLastOutput, writeOutputRecord } from "../site/output-record-file.ts";
import type { WrittenSite } from "../site/write.ts";
import type { BuildOptions } from "./options.ts";
import { reportFindings, summaryOf, withProgress } from "./report.ts";

/** `afterwards` runs on the complete site before it is published; if it throws, nothing is published. */
export async function buildSite(
  options: BuildOptions,
  afterwards?: (site: WrittenSite) => Promise<void>,
): Promise<void> {
  const { outDir, out, format, inCi, siteDir } = options;
  const start = performance.now();
  const write = async (stagingDir: string) => {
    const last = await readLastOutput(siteDir, outDir);
    const site = await writeSite({ ...options, last }, stagingDir);
    await afterwards?.(site);
    return site;
  };
  const site = await withProgress(publishTo(outDir, write)).catch((error: unknown) => {
    reportFindings({ problems: contentErrorIn(error)?.problems ?? [], warnings: [] }, options);
    throw error;
  });
  await writeOutputRecord(siteDir, outDir, site.record);
  const { ledger, advice } = site;
  const isRecorded = options.record && (await writeLedger(siteDir, ledger.all));
  const warnings = inCi && ledger.added.length > 0 ? [...advice, notRecorded(ledger.added.length)] : advice;
  const say = format === "json" ? console.error : console.log;
  say(summaryOf(site, warnings, out, (performance.now() - start) / 1000));
  if (isRecorded) say(`${LEDGER_FILE} has what is new; commit it`);
  reportFindings({ problems: [], warnings }, options);
}

function notRecorded(count: number): Problem {
  const message = `does not have ${count} of the addresses that this build publishes`;
  return { file: LEDGER_FILE, message, hint: "run npm run build where you write, and commit it" };
}
