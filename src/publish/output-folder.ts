/** Checks that an output folder can be replaced: nothing may be lost that no build has made. */
import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { UsageError } from "../content/problems/usage-error.ts";

/** Folders of a site that are never the output, beside the folders of content. */
const KEPT = ["_data", "public", "theme", "src", "tests", "docs", "node_modules", ".git"];
/** Every built site has both files, and hardly any other folder does. */
const MARKS = ["404.html", "sitemap.xml"];

/**
 * Throws a `UsageError` if `outDir` is or holds something that no earlier build made. Both paths are absolute; `folders` are
 * those of content.
 */
export function checkOutputFolder(outDir: string, siteDir: string, folders: readonly string[]): void {
  const refuse = (why: string): never => {
    throw new UsageError(`--out: ${outDir} ${why}; name a folder that is new, empty or from an earlier build`);
  };
  // The link would be replaced by a folder, and its target would not change.
  if (entryAt(outDir)?.isSymbolicLink()) refuse("is a symbolic link");
  const [out, site] = [realPathOf(outDir) ?? refuse("can't be made"), realpathSync(siteDir)];
  if (isWithin(site, out)) refuse("holds the site itself");
  if ([...KEPT, ...folders].includes(topOf(site, out))) refuse("lies among the site's own files");
  const found = statSync(out, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) refuse("is a file");
  const files = new Set(readdirSync(out));
  const isOurs = topOf(siteDir, outDir) === ".cache" || MARKS.every((mark) => files.has(mark));
  if (files.size > 0 && !isOurs) refuse("holds what no build made");
}

/** The real path of a folder that may not exist yet; undefined below a file or a broken link. */
function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    if (entryAt(path)) return undefined;
    const parent = realPathOf(dirname(path));
    const isBelowFile = entryAt(parent ?? path)?.isDirectory() === false;
    return parent && !isBelowFile ? join(parent, basename(path)) : undefined;
  }
}

function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** The first folder on the way from `folder` to `path`. */
function topOf(folder: string, path: string): string {
  return relative(folder, path).split(sep)[0] ?? "";
}

function isWithin(path: string, folder: string): boolean {
  return topOf(folder, path) !== ".." && !relative(folder, path).startsWith(sep);
}
