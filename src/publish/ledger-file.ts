/** The ledger's file, which authors commit: an address a line, sorted, for readable diffs. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { BUILT_LIST, LEDGER_FILE, type Ledger } from "../content/ledger.ts";
import { failure, type Result, success } from "../content/problems/result.ts";

const LedgerFile = z.record(
  z.string().startsWith("/"),
  z.strictObject({ id: z.string().optional(), anchors: z.array(z.string()).optional() }),
);

/** The ledger; empty if nothing was published before. */
export async function readLedger(siteDir: string): Promise<Result<Ledger>> {
  const text = await readFile(join(siteDir, LEDGER_FILE), "utf8").catch(() => undefined);
  if (text === undefined) return success(new Map());
  try {
    return success(ledgerFrom(text));
  } catch (error) {
    const message = `can't be read: ${error instanceof SyntaxError ? error.message : "it holds what was never published"}`;
    return failure({ file: LEDGER_FILE, message, hint: "take it from your version control as it was" });
  }
}

/** The list that a build has left in its output folder; undefined if it is missing or broken. */
export async function readBuiltList(outDir: string): Promise<Ledger | undefined> {
  try {
    return ledgerFrom(await readFile(join(outDir, BUILT_LIST), "utf8"));
  } catch {
    return undefined;
  }
}

function ledgerFrom(text: string): Ledger {
  return new Map(Object.entries(LedgerFile.parse(JSON.parse(text))));
}

/** Writes the file atomically. True if it changed. */
export async function writeLedger(siteDir: string, ledger: Ledger): Promise<boolean> {
  const path = join(siteDir, LEDGER_FILE);
  const text = textOf(ledger);
  if (existsSync(path) && (await readFile(path, "utf8")) === text) return false;
  await mkdir(dirname(path), { recursive: true });
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
