/** How much room a folder takes. */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * In bytes, of each folder and file in `folder`, by name. A file that has another name elsewhere takes no room of its own. Empty
 * where there is no such folder.
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
