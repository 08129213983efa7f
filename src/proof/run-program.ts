/** Runs a program in the page's folder, with the page's database in its environment, and gives what it printed. */
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../content/problems/problem.ts";
import type { Result } from "../content/problems/result.ts";
import type { Sample } from "../content/samples/sample.ts";
import type { Outcome } from "../content/samples/transcript.ts";
import { majorOf } from "../content/samples/version.ts";
import { LIMITS } from "./limits.ts";
import type { NodeRelease } from "./node-release.ts";
import { notProven } from "./not-proven.ts";

/** It has the permission model and reads TypeScript; and what a sample prints should not depend on whose machine it is. */
const OLDEST_NODE = 24;
const FIRST_TO_CONFINE_NETWORK = 25;

export interface ProgramFolders {
  /** Where programs are saved and started; they may write to it. */
  working: string;
  /** Whose packages they may import. */
  packages: string[];
}

export async function runProgram(
  { language, code, file = "" }: Sample,
  { working, packages }: ProgramFolders,
  node: NodeRelease,
  environment: Record<string, string>,
  place: Place,
): Promise<Result<Outcome>> {
  const refusal = language === "sh" ? undefined : nodeRefusal(node.version);
  if (refusal) return notProven(place, ...refusal);
  await writeFile(join(working, file), code);
  const command = language === "sh" ? ["sh", file] : [node.path, ...permissionsFor(node, working, packages), file];
  const ended = await run(command, working, environment, place);
  if (!ended.ok) return ended;
  const { output, exit } = ended.value;
  return { ok: true, value: { output: output.replaceAll(working, "").trimEnd(), ...(exit !== 0 && { exit }) } };
}

/** Why a Node such as `22.12.0` runs no samples, and what to do; undefined for one that does. */
export function nodeRefusal(version: string): [message: string, hint: string] | undefined {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return undefined;
  const message = `is a program for Node ${OLDEST_NODE} or later, and this is ${version}`;
  return [message, `npx -p node@${OLDEST_NODE} -c "wellformed prove" runs it without changing your own Node`];
}

/**
 * Node's permission model: https://nodejs.org/docs/latest-v24.x/api/permissions.html. Before Node 25 it says nothing of the
 * network, which programs need for their database, and which it can only allow as a whole.
 */
function permissionsFor({ version }: NodeRelease, folder: string, packages: string[]): string[] {
  const readable = [folder, ...packages].map((path) => `--allow-fs-read=${path}`);
  const may = [...readable, `--allow-fs-write=${folder}`];
  const network = majorOf(version) >= FIRST_TO_CONFINE_NETWORK ? ["--allow-net"] : [];
  return [
    "--permission",
    ...may,
    ...network,
    "--disable-warning=SecurityWarning",
    "--disable-warning=ExperimentalWarning",
  ];
}

/** In a process group of its own, so that nothing that it starts outlives it. */
function run(
  [program = "", ...args]: string[],
  folder: string,
  environment: Record<string, string>,
  place: Place,
): Promise<Result<{ output: string; exit: number }>> {
  const { PATH = "" } = process.env;
  const env = { PATH, HOME: folder, LANG: "C.UTF-8", TZ: "UTC", NO_COLOR: "1", ...environment };
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => {
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // The whole group has ended already.
    }
  };
  return new Promise((resolve) => {
    let output = "";
    const fail = (message: string, hint?: string) => {
      end();
      resolve(notProven(place, message, hint));
    };
    const { milliseconds } = LIMITS;
    const timer = setTimeout(
      () => fail(`ran for ${milliseconds / 1000} s and was stopped`, "make it end"),
      milliseconds,
    );
    const add = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.length > LIMITS.output) fail(`prints more than ${LIMITS.output} characters`, "print less");
    };
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.on("error", (error) => fail(`does not start: ${error.message}`));
    // What it left behind would keep its output open: it ends with the program itself.
    child.on("exit", end);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ ok: true, value: { output, exit: code ?? 1 } });
    });
  });
}
