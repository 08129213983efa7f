/** Loads a module of `_data/`, such as the site's settings. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { failure, type Result, success } from "../content/problems/result.ts";

/** How esbuild, which translates the module, words the first error that it finds. */
const FAULT = /:(\d+):(\d+): ERROR: (.*)/;

/** The module's default export, or undefined where there is no such file; a module that can't be run is a problem. */
export async function readData(siteDir: string, file: string): Promise<Result<unknown>> {
  const path = join(siteDir, file);
  if (!existsSync(path)) return success(undefined);
  try {
    // A module is anything until a schema has looked at it.
    const module: { default: unknown } = await import(pathToFileURL(path).href);
    return success(module.default);
  } catch (error) {
    const [, line, column, reason = String(error)] = FAULT.exec(String(error)) ?? [];
    const place = line && { line: Number(line), column: Number(column) + 1 };
    return failure({ file, ...place, message: `can't be read: ${reason}` });
  }
}
