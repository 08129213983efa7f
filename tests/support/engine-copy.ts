/** A copy of the engine that a test may change, and whose commands it may run. */
import { execFile } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CommandResult } from "./command-process.ts";
import { typeScriptLoader } from "./wellformed-command.ts";

const PARTS = ["src", "biome.json", "eleventy.config.ts", "package.json"];

/** With the content of a site, and without the tests. */
export function copyEngine(folder: string, site: string): void {
  for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  cpSync(site, folder, { recursive: true, filter: (path) => !path.includes(".cache") });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const config = JSON.parse(readFileSync("tsconfig.json", "utf8")) as { include: string[] };
  const include = config.include.filter((part) => !/tests|vitest/.test(part));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...config, include }));
}

/** Runs a command of the copy's `wellformed` in the copy's folder. */
export function runCommandInCopy(
  folder: string,
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<CommandResult> {
  return runInCopy(folder, ["src/commands/wellformed.ts", ...args], environment);
}

/** Runs a file of `node_modules/` or of the copy's own, with Node, in the copy's folder. */
export function runInCopy(folder: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...typeScriptLoader(folder), ...args],
      { cwd: folder, env: { ...process.env, CI: "", GITHUB_ACTIONS: "", ...environment } },
      (error, stdout, stderr) => done({ code: error ? 1 : 0, output: stdout + stderr }),
    );
  });
}
