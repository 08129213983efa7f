/** Loads a module of `_data/`, such as the site's settings. */
import { existsSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { defaultExportOf } from "./default-export.ts";

/** The first error in a message of esbuild, which compiles modules, and a place in a stack of V8. */
const SYNTAX_ERROR = /^(?<path>.+):(?<line>\d+):(?<column>\d+): ERROR: (?<reason>.*)/m;
const FRAME = /^ +at (?:.*\()?(?<path>.+):(?<line>\d+):(?<column>\d+)\)?$/gm;

/** Ten, as is usual, may all be in what loads modules. */
const FRAMES = 40;

/** The module's default export; undefined if there is no such file. A module that can't be run, or exports none, is a problem. */
export async function readData(siteDir: string, file: string): Promise<Result<unknown>> {
  const path = join(siteDir, file);
  if (!existsSync(path)) return success(undefined);
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  try {
    const value = await defaultExportOf(path);
    // Taken for a file that is not there, it would be left out without a word.
    if (value === undefined) return failure({ file, message: "has no default export", hint: 'write "export default"' });
    return success(value);
  } catch (error) {
    const { reason = String(error), ...syntaxError } = SYNTAX_ERROR.exec(String(error))?.groups ?? {};
    // esbuild counts columns from 0.
    const place = placeOf(siteDir, syntaxError, 1) ?? thrownAt(siteDir, error) ?? { file };
    return failure({ ...place, message: `can't be read: ${reason}` });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The place in a module of the site, or in one that it imports, where the error was thrown. */
function thrownAt(siteDir: string, error: unknown): Place | undefined {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const { groups = {} } of stack.matchAll(FRAME)) {
    const place = placeOf(siteDir, groups, 0);
    if (place) return place;
  }
  return undefined;
}

/** Undefined for a file outside the site. */
function placeOf(siteDir: string, found: Record<string, string>, firstColumn: 0 | 1): Place | undefined {
  const { path = "", line, column } = found;
  if (!path || path.startsWith("node:")) return undefined;
  const name = relative(realpathSync(siteDir), path.startsWith("file:") ? fileURLToPath(path) : path);
  const parts = name.split(sep);
  if (parts[0] === ".." || parts.includes("node_modules")) return undefined;
  return { file: parts.join("/"), line: Number(line), column: Number(column) + firstColumn };
}
