/** Loads what a module in `_data/` exports, such as the site's settings. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "../content/problem.ts";

/** What esbuild, which translates the module, says of one that it can't read. */
interface Faults {
  errors?: { text: string; location?: { line: number; column: number } }[];
}

/** The module's default export, or undefined where there is none; a module that can't be run is a problem. */
export async function readData(siteDir: string, file: string, problems: Problem[]): Promise<unknown> {
  const path = join(siteDir, file);
  if (!existsSync(path)) return undefined;
  try {
    return ((await import(pathToFileURL(path).href)) as { default: unknown }).default;
  } catch (error) {
    const [fault] = (error as Faults).errors ?? [];
    const { line, column } = fault?.location ?? {};
    const reason = fault?.text ?? String(error);
    problems.push({
      file,
      line,
      column: column === undefined ? undefined : column + 1,
      message: `can't be read: ${reason}`,
    });
    return undefined;
  }
}
