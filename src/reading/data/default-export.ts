/** Imports a module that is the site's own. */
import { pathToFileURL } from "node:url";

/** What its default export is, which may be anything until a schema has looked at it. Throws what the module throws. */
export async function defaultExportOf(path: string): Promise<unknown> {
  const { default: exported }: { default?: unknown } = await import(pathToFileURL(path).href);
  // Where no `package.json` has a `type`, tsx makes CommonJS of it, and all that it exports is one default to Node.
  const isCommonJs = typeof exported === "object" && exported !== null && "__esModule" in exported;
  return isCommonJs && "default" in exported ? exported.default : exported;
}
