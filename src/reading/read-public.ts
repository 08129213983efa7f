/** Lists the files of `public/`. Their contents are read for metadata alone, and only when they have changed. */
import { join } from "node:path";
import type { Problem } from "../content/problems/problem.ts";
import type { ProblemCollector } from "../content/problems/problem-collector.ts";
import { PUBLIC, type PublicFile, publicPath } from "../content/public-file.ts";
import { cleanFiles } from "../pictures/metadata/clean-copies.ts";
import { listFiles } from "./read-files.ts";

export interface PublicFolder {
  readonly files: readonly PublicFile[];
  /** Warnings of files that are published nevertheless. */
  readonly advice: readonly Problem[];
}

/** Dotfiles are included, and editors' files are not. */
export async function readPublic(siteDir: string, problems: ProblemCollector): Promise<PublicFolder> {
  const names = await listFiles(siteDir, PUBLIC, problems);
  const found = names.length > 0 ? await cleanFiles(siteDir, names, join(siteDir, ".cache/public")) : [];
  const clean = found.flatMap((result) => problems.take(result) ?? []);
  return {
    files: clean.map(({ file, source, stamp }) => ({ file, source, stamp, path: publicPath(file) ?? "" })),
    advice: clean.flatMap(({ file, advice }) => (advice ? [{ ...advice, file }] : [])),
  };
}
