/** Runs `npm run build` as its own process, as a site's owner does. */
import { execFile } from "node:child_process";
import { resolve } from "node:path";

export interface BuildRun {
  code: number;
  /** What it printed, standard output and error together. */
  output: string;
}

export function runBuild(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<BuildRun> {
  return runCommand("build", args, environment);
}

/** Any of the commands in `src/commands/`, started in `cwd`. */
export function runCommand(
  name: string,
  args: string[],
  environment: NodeJS.ProcessEnv = {},
  cwd = ".",
): Promise<BuildRun> {
  return new Promise((done) => {
    const TSX_TSCONFIG_PATH = resolve("tsconfig.json");
    const env = { ...process.env, CI: "", GITHUB_ACTIONS: "", TSX_TSCONFIG_PATH, ...environment };
    execFile(
      process.execPath,
      ["--import", resolve("node_modules/tsx/dist/loader.mjs"), resolve(`src/commands/${name}.ts`), ...args],
      { env, cwd },
      (error, stdout, stderr) => {
        done({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, output: stdout + stderr });
      },
    );
  });
}
