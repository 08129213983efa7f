/** What `build` and `check` have in common: the site into a folder, whole or not at all, and what there is to say of it. */
import { Build } from "../eleventy/build.ts";
import { writeSite } from "../eleventy/run.ts";
import { publishTo } from "../publish/staging.ts";
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
  const say = format === "json" ? console.error : console.log;
  say(summaryOf(build, out, (performance.now() - start) / 1000));
  reportFindings({ problems: [], warnings: build.advice }, options);
}
