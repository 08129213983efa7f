/** What is asked of an import, checked before anything is loaded for it. */
import { existsSync } from "node:fs";
import { nearestName } from "../content/problems/nearest-name.ts";
import { UsageError } from "../content/problems/usage-error.ts";

/** Those of the table in `sources/kinds.ts`, which loads what reads them. */
export const KIND_NAMES = [
  ...["jekyll", "hugo", "eleventy", "astro", "docusaurus", "hexo", "zola"],
  ...["wordpress", "ghost", "medium", "substack", "blogger", "devto", "hashnode", "feed"],
] as const;

const AUTO = "auto";

/** Throws a `UsageError` for a kind that is not known, and for a path that does not exist. */
export function checkRequest(kind: string, path: string): void {
  const names: readonly string[] = [AUTO, ...KIND_NAMES];
  if (!names.includes(kind)) {
    const near = nearestName(kind, names);
    const hint = near ? `did you mean ${near}?` : `write ${AUTO} or one of ${KIND_NAMES.join(", ")}`;
    throw new UsageError(`"${kind}" can't be imported (${hint})`);
  }
  if (!existsSync(path)) throw new UsageError(`there is nothing at ${path}`);
}
