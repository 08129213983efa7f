/** `wellformed published`: takes what the last build has into the ledger. A deploy runs it when the site is online. */

import { BUILT_LIST } from "../content/ledger.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { noteAsPublished } from "./note-as-published.ts";
import { readPublishedOptions } from "./options/options.ts";

export async function published(args: string[]): Promise<void> {
  const { siteDir, outDir } = readPublishedOptions(args, process.env);
  const said = await noteAsPublished(siteDir, outDir);
  if (said !== undefined) return console.log(said);
  throw new UsageError(
    `${outDir} has no ${BUILT_LIST}, which each build writes: build the site, or name its folder with --out`,
  );
}
