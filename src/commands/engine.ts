/** The engine's own package: as sources in its repository, or compiled in a site's `node_modules`. */
import { readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Where its `package.json` is, with a separator at its end. */
export const ENGINE = fileURLToPath(new URL("../..", import.meta.url));

/** That of the engine's modules: `.ts` in the repository, `.js` where it is compiled. */
export const MODULE_EXTENSION = extname(import.meta.url);

/** A page of the engine's documentation, by its path from the working folder: in a site, `node_modules/wellformed/docs/proof.md`. */
export function documentation(page: string): string {
  return relative(process.cwd(), join(ENGINE, "docs", page));
}

export function engineVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(`${ENGINE}package.json`, "utf8"));
  return version;
}
