/** Runs `npm run build` as its own process, as a site's owner does. */
import { execFile } from "node:child_process";

export interface BuildRun {
  code: number;
  /** What it printed, standard output and error together. */
  output: string;
}

export function runBuild(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<BuildRun> {
  return runCommand("build", args, environment);
}

/** Any of the commands in `src/commands/`. */
export function runCommand(name: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<BuildRun> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    execFile(
      process.execPath,
      ["--import", "tsx", `src/commands/${name}.ts`, ...args],
      { env },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, output: stdout + stderr });
      },
    );
  });
}
