/** Builds into a staging folder, which replaces the published site by rename when it is complete. */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { lock } from "./lock.ts";

/** Suffixes of the names of a build's temporary files, after the folder's name. */
const MARKS = [".staging", ".previous", ".lock."];

/**
 * Runs `build` with a staging folder beside `outDir`, then replaces `outDir` by that folder, and returns the result of `build`.
 * If `build` fails, `outDir` stays as it was. A second build of the same `outDir` is refused while the first one runs.
 *
 * The staging folder is empty, unless there is a `spare`: the replaced folder is kept there, and becomes the staging folder of the
 * next build, since most of ten thousand files are in it already. Then `isUsed` is true: the build must replace files, and never
 * write into one, since it may be a hard link to one of the published site.
 */
export async function publishTo<Built>(
  outDir: string,
  build: (stagingDir: string, isUsed: boolean) => Promise<Built>,
  spare?: string,
): Promise<Built> {
  const staging = `${outDir}.staging`;
  const previous = `${outDir}.previous`;
  await mkdir(dirname(outDir), { recursive: true });
  const unlock = await lock(outDir);
  try {
    await recover(outDir, previous);
    await rm(staging, { recursive: true, force: true });
    const isUsed = spare !== undefined && (await isMoved(spare, staging));
    if (!isUsed) await mkdir(staging);
    const built = await build(staging, isUsed);
    await swap(outDir, staging, previous);
    if (spare !== undefined) await isMoved(previous, spare);
    await rm(previous, { recursive: true, force: true });
    return built;
  } finally {
    await rm(staging, { recursive: true, force: true });
    await unlock();
  }
}

/** True if a build was killed, or is running. */
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
}

/** False if there is nothing to move, or the target is on another disk. */
async function isMoved(from: string, to: string): Promise<boolean> {
  try {
    await rm(to, { recursive: true, force: true });
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Restores the published site, if a build was killed between the two renames and left it under its other name. */
async function recover(outDir: string, previous: string): Promise<void> {
  if (existsSync(previous) && !existsSync(outDir)) await rename(previous, outDir);
  await rm(previous, { recursive: true, force: true });
}
