/** The file of the baseline, which authors commit. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  ACCEPTED_FILE,
  type Baseline,
  baselineFrom,
  baselineText,
  NONE_ACCEPTED,
} from "../../content/problems/baseline.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";

/** The baseline; empty if the site has no such file. */
export async function readAccepted(siteDir: string): Promise<Result<Baseline>> {
  const path = join(siteDir, ACCEPTED_FILE);
  if (!existsSync(path)) return success(NONE_ACCEPTED);
  try {
    const baseline = baselineFrom(JSON.parse(await readFile(path, "utf8")));
    if (baseline) return success(baseline);
    return unreadable("it holds what no check wrote");
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** Writes the file atomically; an empty baseline removes it. */
export async function writeAccepted(siteDir: string, baseline: Baseline): Promise<void> {
  const path = join(siteDir, ACCEPTED_FILE);
  if (baseline.size === 0) return rm(path, { force: true });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, baselineText(baseline));
  await rename(`${path}.new`, path);
}

function unreadable(why: string): Result<Baseline> {
  const hint = "take it from your version control as it was, or delete it and run wellformed check --accept";
  return failure({ file: ACCEPTED_FILE, message: `can't be read: ${why}`, hint });
}
