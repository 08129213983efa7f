/** Adds what a build has to the ledger. */
import { addToLedger, LEDGER_FILE } from "../content/ledger.ts";
import { ContentError } from "../content/problems/problem.ts";
import { by } from "../content/problems/rule.ts";
import { readBuiltList, readLedger, writeLedger } from "../publish/ledger-file.ts";
import { count } from "./report/numbers.ts";

/** Returns the message to print; undefined if the folder holds no build. */
export async function noteAsPublished(siteDir: string, outDir: string): Promise<string | undefined> {
  const built = await readBuiltList(outDir);
  if (!built) return undefined;
  const before = await readLedger(siteDir);
  if (!before.ok) throw new ContentError(by("published", before.problems));
  const added = [...built.keys()].filter((path) => !before.value.has(path)).length;
  const isChanged = await writeLedger(siteDir, addToLedger(before.value, built));
  const what =
    added > 0 ? `has ${count(added, "new address", "new addresses")}; commit it` : "has what is new; commit it";
  return `${LEDGER_FILE} ${isChanged ? what : "has everything already"}`;
}
