/** Loads what a module in `_data/` exports, such as the site's settings. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "../content/problems/problem.ts";

/** As esbuild, which translates the module, words the first thing that it can't read. */
const FAULT = /:(\d+):(\d+): ERROR: (.*)/;

/** The module's default export, or undefined where there is none; a module that can't be run is a problem. */
export async function readData(siteDir: string, file: string, problems: Problem[]): Promise<unknown> {
  const path = join(siteDir, file);
  if (!existsSync(path)) return undefined;
  try {
    const module: { default?: unknown } = await import(pathToFileURL(path).href);
    return module.default;
  } catch (error) {
    const [, line, column, reason = String(error)] = FAULT.exec(String(error)) ?? [];
    const place = line && { line: Number(line), column: Number(column) + 1 };
    problems.push({ file, ...place, message: `can't be read: ${reason}` });
    return undefined;
  }
}
