/** Runs a program in the page's folder, with the page's database in its environment, and gives what it printed. */
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Place } from "../../content/problems/problem.ts";
import { type Result, success } from "../../content/problems/result.ts";
import type { Sample } from "../../content/samples/sample.ts";
import type { Outcome } from "../../content/samples/transcript.ts";
import { LIMITS } from "../limits.ts";
import { notProven } from "../not-proven.ts";
import type { Workplace } from "../workplace.ts";
import { endGroup } from "./end-group.ts";
import { type Compilation, stepsOf } from "./program-steps.ts";

/** The oldest with the permission model and TypeScript. Output should not depend on the machine. */
const OLDEST_NODE = 24;

interface Ended {
  output: string;
  exit: number;
}

/** A program that is saved, compiled if need be, and can be started. */
export interface ReadyProgram {
  command: readonly string[];
  environment: Record<string, string>;
}

export async function runProgram(
  sample: Sample,
  workplace: Workplace,
  database: Record<string, string>,
  place: Place,
): Promise<Result<Outcome>> {
  const ready = await readyProgram(sample, workplace, database, place);
  if (!ready.ok) return ready;
  if ("failed" in ready.value) return success(outcomeOf(ready.value.failed, workplace));
  const { command, environment } = ready.value;
  const ended = await run(command, workplace, environment, place);
  return ended.ok ? success(outcomeOf(ended.value, workplace)) : ended;
}

/** Or the compiler's failure. */
export async function readyProgram(
  { language, code, file = "" }: Sample,
  workplace: Workplace,
  database: Record<string, string>,
  place: Place,
): Promise<Result<ReadyProgram | { failed: Ended }>> {
  const { folders, node } = workplace;
  const refusal = language === "ts" || language === "js" ? nodeRefusal(node.version) : undefined;
  if (refusal) return notProven(place, ...refusal);
  await writeFile(join(folders.working, file), code);
  const steps = stepsOf(language, file, folders, node);
  const environment = { ...workplace.environment(database), ...steps.environment };
  if (!steps.compile) return success({ command: steps.run, environment });
  const { command, built } = steps.compile;
  await mkdir(dirname(built), { recursive: true });
  // The same sample on another version of PostgreSQL, or unchanged since it was last proven, need not be compiled again.
  const kept = join(folders.programs, await digestOfSources(folders.working, steps.compile));
  if (!(await copied(kept, built))) {
    const compiled = await run(command, workplace, environment, place);
    if (!compiled.ok) return compiled;
    if (compiled.value.exit !== 0) return success({ failed: compiled.value });
    await mkdir(folders.programs, { recursive: true });
    await copied(built, kept);
  }
  return success({ command: steps.run, environment });
}

/** Everything that a compiler may read: all files of the page's folder. */
async function digestOfSources(folder: string, { command, version }: Compilation): Promise<string> {
  const hash = createHash("sha256").update([version, ...command].join("\0").replaceAll(folder, ""));
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  for (const { name } of files.sort((one, other) => (one.name < other.name ? -1 : 1)))
    hash.update(`\0${name}\0`).update(await readFile(join(folder, name)));
  return hash.digest("hex");
}

/** True if there was something to copy. */
async function copied(from: string, to: string): Promise<boolean> {
  const making = `${to}.${process.pid}`;
  try {
    await copyFile(from, making);
    await rename(making, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

export function outcomeOf({ output, exit }: Ended, workplace: Workplace): Outcome {
  return { output: workplace.plain(output).trimEnd(), ...(exit !== 0 && { exit }) };
}

/** Why a Node such as `22.12.0` can't run samples, and what to do; undefined for one that can. */
export function nodeRefusal(version: string): [message: string, hint: string] | undefined {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return undefined;
  const message = `is a program for Node ${OLDEST_NODE} or later, and this is ${version}`;
  return [message, `npx -p node@${OLDEST_NODE} -c "wellformed prove" runs it without changing your own Node`];
}

function run(
  command: readonly string[],
  workplace: Workplace,
  environment: Record<string, string>,
  place: Place,
): Promise<Result<Ended>> {
  const child = workplace.spawn(inOnePipe(command), environment, ["ignore", "pipe", "pipe"]);
  return new Promise((resolve) => {
    let output = "";
    const fail = (message: string, hint?: string) => {
      endGroup(child);
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
    child.stdout?.on("data", add);
    child.stderr?.on("data", add);
    child.on("error", (error) => fail(`does not start: ${error.message}`));
    // Processes that it left behind would keep its output open, so they end with it.
    child.on("exit", () => endGroup(child));
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(success({ output, exit: code ?? 1 }));
    });
  });
}

/** Two pipes would lose the order in which a program has written to them. */
export function inOnePipe(command: readonly string[]): readonly string[] {
  return process.platform === "win32" ? command : ["sh", "-c", 'exec "$0" "$@" 2>&1', ...command];
}
