/** `wellformed published`: takes what the last build has into the ledger. A deploy runs it when the site is online. */
import { addToLedger, BUILT_LIST, LEDGER_FILE } from "../content/ledger.ts";
import { ContentError } from "../content/problems/problem.ts";
import { by } from "../content/problems/rule.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { readBuiltList, readLedger, writeLedger } from "../publish/ledger-file.ts";
import { readPublishedOptions } from "./options.ts";
import { count } from "./report.ts";

export async function published(args: string[]): Promise<void> {
  const { siteDir, outDir } = readPublishedOptions(args, process.env);
  const built = await readBuiltList(outDir);
  if (!built) {
    throw new UsageError(
      `${outDir} has no ${BUILT_LIST}, which each build writes: build the site, or name its folder with --out`,
    );
  }
  const before = await readLedger(siteDir);
  if (!before.ok) throw new ContentError(by("published", before.problems));
  const added = [...built.keys()].filter((path) => !before.value.has(path)).length;
  const isChanged = await writeLedger(siteDir, addToLedger(before.value, built));
  const what =
    added > 0 ? `has ${count(added, "new address", "new addresses")}; commit it` : "has what is new; commit it";
  console.log(`${LEDGER_FILE} ${isChanged ? what : "has everything already"}`);
}
