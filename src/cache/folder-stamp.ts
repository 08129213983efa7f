/** What is in folders, as far as it is known without reading it: by it, nothing having changed is seen at a glance. */
import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";

export interface Stamps {
  /** One for each file: its path from the folder, and what tells it from one that was written again. */
  readonly lines: readonly string[];
  /** When any of them was last written to, in milliseconds since 1970. */
  readonly newest: number;
}

/** Of each file below a folder; `isLeftOut` is asked about each path from it, and of a folder it leaves out all. */
export function stampsOf(folder: string, isLeftOut: (path: string) => boolean = () => false): Stamps {
  const lines: string[] = [];
  let newest = 0;
  const walk = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const below = path ? `${path}/${entry.name}` : entry.name;
      if (isLeftOut(below)) continue;
      if (entry.isDirectory()) {
        walk(below);
        continue;
      }
      const stats = lstatSync(join(folder, below));
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
