/** What `build` and `check` have in common: the site into a folder, whole or not at all, and what there is to say of it. */
import { LEDGER_FILE } from "../content/ledger.ts";
import type { Problem } from "../content/problems/problem.ts";
import { writeSite } from "../eleventy/run.ts";
import { writeLedger } from "../publish/ledger-file.ts";
import { publishTo } from "../publish/staging.ts";
import { Build } from "../site/build.ts";
import type { CommandOptions } from "./options.ts";
import { contentErrorIn, reportFindings, summaryOf, withProgress } from "./report.ts";

/** `afterwards` runs when the site is whole, and before it takes its place; what it throws keeps it from that. */
export async function buildSite(options: CommandOptions, afterwards?: (build: Build) => Promise<void>): Promise<void> {
  const { outDir, out, format, ...rest } = options;
  const start = performance.now();
  const build = new Build({ ...rest, preview: false });
  const write = async (stagingDir: string) => {
    await writeSite(build, stagingDir);
    await afterwards?.(build);
  };
  try {
    await withProgress(publishTo(outDir, write));
  } catch (error) {
    reportFindings({ problems: contentErrorIn(error)?.problems ?? [], warnings: [] }, options);
    throw error;
  }
  const { ledger, added } = build.ledger;
  const isNoted = options.record && (await writeLedger(options.siteDir, ledger));
  if (options.inCi && added.length > 0) build.advice.push(unnoted(added.length));
  const say = format === "json" ? console.error : console.log;
  say(summaryOf(build, out, (performance.now() - start) / 1000));
  if (isNoted) say(`${LEDGER_FILE} has what is new; commit it`);
  reportFindings({ problems: [], warnings: build.advice }, options);
}

function unnoted(count: number): Problem {
  const message = `does not have ${count} of the addresses that this build publishes`;
  return { file: LEDGER_FILE, message, hint: "run npm run build where you write, and commit it" };
}
