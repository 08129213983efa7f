/** A build replaces its output folder; this keeps it from replacing anything else. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { UsageError } from "../content/usage-error.ts";

/** Of the site's own folders, those that an author or the engine writes in. */
const KEPT = new Set(["posts", "projects", "_data", "src", "tests", "docs", "node_modules", ".git"]);
/** Every site has these, and hardly anything else has both. */
const MARKS = ["404.html", "sitemap.xml"];

/** Throws a `UsageError` where `outDir` is, or has in it, what no earlier build made. Both paths are absolute. */
export function checkOutputFolder(outDir: string, siteDir: string): void {
  const refuse = (why: string) => {
    throw new UsageError(`--out: ${outDir} ${why}; name a folder that is new, empty or from an earlier build`);
  };
  if (isWithin(siteDir, outDir)) refuse("holds the site itself");
  const [top = ""] = relative(siteDir, outDir).split(sep);
  if (KEPT.has(top)) refuse("lies among the site's own files");
  if (!existsSync(outDir)) return;
  if (!statSync(outDir).isDirectory()) refuse("is a file");
  if (top !== ".cache" && readdirSync(outDir).length > 0 && !MARKS.every((mark) => existsSync(join(outDir, mark)))) {
    refuse("holds what no build made");
  }
}

function isWithin(path: string, folder: string): boolean {
  const [first] = relative(folder, path).split(sep);
  return first !== ".." && !relative(folder, path).startsWith(sep);
}
