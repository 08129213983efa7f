/** Loads a package that only imports need; who never imports need not install it. */
import { UsageError } from "../content/problems/usage-error.ts";

/** The packages of this room, by the names under which npm has them. */
export const PACKAGES = [
  "liquidjs",
  "smol-toml",
  "mdast-util-from-markdown",
  "mdast-util-gfm",
  "micromark-extension-gfm",
  "mdast-util-mdx",
  "micromark-extension-mdxjs",
  "hast-util-from-html",
  "hast-util-to-mdast",
  "mdast-util-to-markdown",
  "saxes",
  "feedsmith",
  "@zip.js/zip.js",
  "csv-parse",
] as const;

/** What `load` imports; throws a `UsageError` with the command to run where the package is missing. */
export async function optional<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
    if (!isMissing) throw error;
    throw new UsageError(
      `imports and exports need packages that are not installed: npm install --save-dev ${PACKAGES.join(" ")}`,
    );
  }
}
