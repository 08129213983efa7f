/**
 * Runs the command `wellformed` as a site's owner does. Most runs share one process (`command-process.ts`), which
 * has the engine loaded; where the process itself is what is tested, `spawnBuild` starts one.
 */
import { type ChildProcess, execFile, fork } from "node:child_process";
import { resolve } from "node:path";
import type { CommandResult, CommandRun } from "./command-process.ts";
import { typeScriptLoader, wellformedCommand } from "./wellformed-command.ts";

export type BuildRun = CommandResult;

/** `npm run build`; `environment` is added to that of the tests. */
export function runBuild(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<BuildRun> {
  return runCommand("build", args, environment);
}

/** `wellformed NAME`, started in `cwd`. */
export function runCommand(
  name: string,
  args: string[],
  environment: NodeJS.ProcessEnv = {},
  cwd = ".",
): Promise<BuildRun> {
  const run = { name, args, environment: environmentWith(environment), cwd: resolve(cwd) };
  const done = last.then(() => inSharedProcess(run));
  last = done.catch(() => {});
  return done;
}

/** `npm run build` in a process of its own. */
export function spawnBuild(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<BuildRun> {
  return spawnCommand(["build", ...args], environment);
}

/** `wellformed` with all that stands behind it, in a process of its own. */
export function spawnCommand(words: string[], environment: NodeJS.ProcessEnv = {}): Promise<BuildRun> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      wellformedCommand(words),
      { env: environmentWith(environment) },
      (error, stdout, stderr) => {
        done({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, output: stdout + stderr });
      },
    );
  });
}

/** Where the tests themselves run must not show in what they test. */
function environmentWith(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...process.env, CI: "", GITHUB_ACTIONS: "", ...more };
}

/** One run at a time. */
let last: Promise<unknown> = Promise.resolve();
let shared: ChildProcess | undefined;

function inSharedProcess(run: CommandRun): Promise<CommandResult> {
  shared ??= start();
  const child = shared;
  return new Promise((done, fail) => {
    const ended = (code: number | null, signal: string | null) => {
      shared = undefined;
      fail(new Error(`wellformed ${run.name} ${run.args.join(" ")} ended the process of all runs: ${code ?? signal}`));
    };
    child.once("exit", ended);
    child.once("message", (result) => {
      child.off("exit", ended);
      child.unref();
      child.channel?.unref();
      done(result as CommandResult);
    });
    child.ref();
    child.channel?.ref();
    child.send(run);
  });
}

/** It ends when the tests' own process does, which it keeps from ending only while a command runs. */
function start(): ChildProcess {
  return fork(resolve("tests/support/command-process.ts"), {
    execArgv: typeScriptLoader(),
    env: environmentWith({}),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
