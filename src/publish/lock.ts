/**
 * One build at a time writes a folder. Each puts a file with its process's number in its name beside the folder, and then
 * looks who else has: of two that start at one moment, at least one sees the other. No file is ever taken over, so nobody
 * can lose one; those of processes that are gone are swept away.
 */
import { readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UsageError } from "../content/problems/usage-error.ts";
import { isAlive } from "./is-alive.ts";

/** Two that saw each other both step back, and try again at moments of their own. */
const TRIES = 4;
const LONGEST_WAIT = 150;

/** Of this process, which may be asked for two builds at once as well. */
const held = new Set<string>();

/** Takes the lock of a folder and returns what gives it back. */
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
    await setTimeout(Math.random() * LONGEST_WAIT);
  }
}

function refusal(outDir: string, pid: number): UsageError {
  const file = `${outDir}.lock.${pid}`;
  return new UsageError(`another build (process ${pid}) is writing here; wait for it, or delete ${file}`);
}

/** Another process that runs and has the folder, or wants it. */
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
