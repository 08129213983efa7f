/**
 * Lets one build at a time write a folder. Each puts a file named after its process id beside the folder, and then looks for
 * others' files: of two that start at once, at least one sees the other. A file is never taken over, so none can be lost; files
 * of processes that have ended are removed.
 */
import { readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UsageError } from "../content/problems/usage-error.ts";
import { isAlive } from "./is-alive.ts";

/** Two that have seen each other both step back, and try again after random delays. */
const TRIES = 4;
const LONGEST_WAIT_MS = 150;

/** The locks of this process, in which two builds may be started as well. */
const held = new Set<string>();

/** Takes the lock of a folder and returns a function that releases it. */
export async function lock(outDir: string): Promise<() => Promise<void>> {
  const own = `${outDir}.lock.${process.pid}`;
  if (held.has(own)) throw refusal(outDir, process.pid);
  held.add(own);
  const release = async () => {
    await rm(own, { force: true });
    held.delete(own);
  };
  for (let attempt = 1; ; attempt++) {
    await writeFile(own, "");
    const other = await otherHolder(outDir);
    if (!other) return release;
    await (attempt < TRIES ? rm(own, { force: true }) : release());
    if (attempt === TRIES) throw refusal(outDir, other);
    await setTimeout(Math.random() * LONGEST_WAIT_MS);
  }
}

function refusal(outDir: string, pid: number): UsageError {
  const file = `${outDir}.lock.${pid}`;
  return new UsageError(`another build (process ${pid}) is writing here; wait for it, or delete ${file}`);
}

/** The id of another running process that has the lock, or tries to take it. */
async function otherHolder(outDir: string): Promise<number | undefined> {
  const prefix = `${basename(outDir)}.lock.`;
  const files = (await readdir(dirname(outDir))).filter((name) => name.startsWith(prefix));
  let other: number | undefined;
  for (const name of files) {
    const pid = Number(name.slice(prefix.length));
    if (pid === process.pid) continue;
    if (pid && isAlive(pid)) other = pid;
    else await rm(join(dirname(outDir), name), { force: true });
  }
  return other;
}
