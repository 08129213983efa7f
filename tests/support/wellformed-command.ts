/** How Node is called to run the command `wellformed` of an engine in its repository. */

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What lets Node load TypeScript, as `package.json` has it. `engine` is the folder of the repository, by default this one. */
export function typeScriptLoader(engine = "."): string[] {
  return ["--import", pathToFileURL(resolve(engine, "src/commands/load-typescript.js")).href];
}

/** The arguments of Node, with those of the command behind them: `build`, `--site`, … */
export function wellformedCommand(args: readonly string[], engine = "."): string[] {
  return [...typeScriptLoader(engine), resolve(engine, "src/commands/wellformed.ts"), ...args];
}
