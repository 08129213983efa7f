/** How much disk space folders take. */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The size of each entry of `folder` in bytes, by name; of a folder, with all that is in it. Hard links count as nothing: their
 * files are counted elsewhere. Empty if the folder does not exist.
 */
export function sizesIn(folder: string): Map<string, number> {
  try {
    const names = readdirSync(folder).sort();
    return new Map(names.map((name) => [name, sizeOf(join(folder, name))]));
  } catch {
    return new Map();
  }
}

function sizeOf(path: string): number {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
  return stats && stats.nlink === 1 ? stats.size : 0;
}
