/** Writing into a folder with files of an earlier build, which may be hard links to files of the published site. */
import { lstatSync, readdirSync, rmSync, type Stats, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";

/** True if a path leads to the very file that `stats` describe. */
export function isSameFile(path: string, { dev, ino, size }: Stats): boolean {
  const there = statsOf(path);
  return there?.isFile() === true && there.ino === ino && there.dev === dev && there.size === size;
}

/** What is there; undefined if nothing is, which it can't be below a file. */
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Removes what stands in the way of a new file: one of its name, or a file where it needs a folder. */
export function makeRoom(folder: string, file: string): void {
  try {
    unlinkSync(join(folder, file));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    for (let above = dirname(file); above !== "."; above = dirname(above)) {
      const there = statsOf(join(folder, above));
      if (there && !there.isDirectory()) unlinkSync(join(folder, above));
    }
    rmSync(join(folder, file), { recursive: true, force: true });
  }
}

/** Removes all files but these, and all folders without any of them. */
export function removeOthers(folder: string, files: { has(file: string): boolean; keys(): Iterable<string> }): void {
  const folders = new Set<string>();
  for (const file of files.keys()) {
    for (let above = dirname(file); above !== "." && !folders.has(above); above = dirname(above)) folders.add(above);
  }
  const clean = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const below = join(path, entry.name);
      if (entry.isDirectory() && folders.has(below)) clean(below);
      else if (entry.isDirectory() || !files.has(below)) rmSync(join(folder, below), { recursive: true, force: true });
    }
  };
  clean("");
}
