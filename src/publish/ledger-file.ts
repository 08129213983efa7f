/** The ledger's file, which is committed: one address a line, sorted, so that diffs are readable. */
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { LEDGER_FILE, type Ledger } from "../content/ledger.ts";
import { failure, type Result, success } from "../content/problems/result.ts";

const LedgerFile = z.record(
  z.string().startsWith("/"),
  z.strictObject({ id: z.string().optional(), anchors: z.array(z.string()).optional() }),
);

/** Empty where nothing was published before. */
export async function readLedger(siteDir: string): Promise<Result<Ledger>> {
  const path = join(siteDir, LEDGER_FILE);
  if (!existsSync(path)) return success(new Map());
  try {
    return success(new Map(Object.entries(LedgerFile.parse(JSON.parse(await readFile(path, "utf8"))))));
  } catch (error) {
    const message = `can't be read: ${error instanceof SyntaxError ? error.message : "it holds what no build wrote"}`;
    return failure({ file: LEDGER_FILE, message, hint: "take it from your version control as it was" });
  }
}

/** Atomic. True if the file changed. */
export async function writeLedger(siteDir: string, ledger: Ledger): Promise<boolean> {
  const path = join(siteDir, LEDGER_FILE);
  const text = textOf(ledger);
  if (existsSync(path) && (await readFile(path, "utf8")) === text) return false;
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
  return true;
}

export function textOf(ledger: Ledger): string {
  const lines = [...ledger]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { id, anchors = [] }]) => {
      const row = { ...(id && { id }), ...(anchors.length > 0 && { anchors }) };
      return `  ${JSON.stringify(path)}: ${JSON.stringify(row)}`;
    });
  return `{\n${lines.join(",\n")}\n}\n`;
}
