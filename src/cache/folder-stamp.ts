/** The state of folders as the file system tells it, without reading any file: equal stamps mean that nothing has changed. */
import { lstatSync, readdirSync, type Stats } from "node:fs";

export interface Stamps {
  /** One for each file: its path from the folder, and metadata that changes when it is written again. */
  readonly lines: readonly string[];
  /** The latest modification of any of them, in milliseconds since 1970. */
  readonly newest: number;
}

/** Stamps all files below a folder. `isLeftOut` is given paths from the folder; a folder is left out with all its files. */
export function stampsOf(folder: string, isLeftOut: (path: string) => boolean = () => false): Stamps {
  const lines: string[] = [];
  let newest = 0;
  const walk = (path: string) => {
    for (const entry of readdirSync(`${folder}/${path}`, { withFileTypes: true })) {
      const below = path ? `${path}/${entry.name}` : entry.name;
      if (isLeftOut(below)) continue;
      if (entry.isDirectory()) {
        walk(below);
        continue;
      }
      // Of ten thousand files, `join` would take a fifth of the time.
      const stats = lstatSync(`${folder}/${below}`);
      newest = Math.max(newest, stats.mtimeMs);
      lines.push(stampOf(below, stats));
    }
  };
  walk("");
  return { lines: lines.sort(), newest };
}

/** The line of one file. */
export function stampOf(path: string, { size, mtimeMs, mode }: Stats): string {
  return `${path}\0${size} ${mtimeMs} ${mode}`;
}
