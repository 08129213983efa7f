/** Builds into a staging folder, which replaces the published site by rename when it is complete. */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { lock } from "./lock.ts";

/** What stands behind the folder's name, in that of what a build has beside it while it is at work. */
const MARKS = [".staging", ".previous", ".lock."];

/**
 * Runs `build` with an empty staging folder beside `outDir`, then replaces `outDir` by that folder, and returns the result of `build`.
 * If `build` fails, `outDir` stays as it was. A second build of the same `outDir` is refused while the first one runs.
 */
export async function publishTo<Built>(outDir: string, build: (stagingDir: string) => Promise<Built>): Promise<Built> {
  const staging = `${outDir}.staging`;
  const previous = `${outDir}.previous`;
  await mkdir(dirname(outDir), { recursive: true });
  const unlock = await lock(outDir);
  try {
    await recover(outDir, previous);
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging);
    const built = await build(staging);
    await swap(outDir, staging, previous);
    return built;
  } finally {
    await rm(staging, { recursive: true, force: true });
    await unlock();
  }
}

/** True where a build was killed, or is at work. */
export async function isInterrupted(outDir: string): Promise<boolean> {
  const names = await readdir(dirname(outDir)).catch(() => []);
  return names.some((name) => MARKS.some((mark) => name.startsWith(`${basename(outDir)}${mark}`)));
}

async function swap(outDir: string, staging: string, previous: string): Promise<void> {
  if (existsSync(outDir)) await rename(outDir, previous);
  try {
    await rename(staging, outDir);
  } catch (error) {
    if (existsSync(previous)) await rename(previous, outDir);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}

/** A build that was killed between the two renames left the published site under its other name. */
async function recover(outDir: string, previous: string): Promise<void> {
  if (existsSync(previous) && !existsSync(outDir)) await rename(previous, outDir);
  await rm(previous, { recursive: true, force: true });
}
