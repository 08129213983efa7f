/** What the engine is made of, in its repository or as a package. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOfData } from "./digest.ts";

/** The folder of all rooms: `src/`, or `dist/` of the package. */
export const ROOMS = fileURLToPath(new URL("..", import.meta.url));

/** In hexadecimal: of all its files, the packages in use, and Node. */
export function digestOfEngine(): string {
  const hash = createHash("sha256").update([JSON.stringify(process.versions), ...packagesAbove(ROOMS)].join("\0"));
  for (const path of filesIn(ROOMS)) {
    const bytes = readFileSync(join(ROOMS, path));
    hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * Stands for the same, without reading any file: by the times at which inodes were changed, since packages are installed with times
 * of modification that say nothing. The place counts, too.
 */
export function stampOfEngine(): string {
  const lines = Array.from(filesIn(ROOMS), (path) => {
    const { size, ctimeMs } = statSync(join(ROOMS, path));
    return `${path}\0${size} ${ctimeMs}`;
  });
  return digestOfData([ROOMS, process.versions, packagesAbove(ROOMS), lines]);
}

/** Each names the packages in use: npm's record of what is installed, and the lockfiles of pnpm, Yarn and Bun, which have none. */
const RECORDS = ["package.json", "node_modules/.package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];

/** The records in this folder and all above it. */
function packagesAbove(folder: string): string[] {
  const above = dirname(folder);
  const found = RECORDS.flatMap((name) => textOf(join(folder, name)) ?? []);
  return above === folder ? found : [...found, ...packagesAbove(above)];
}

/** Paths are relative to `folder`: moving the engine does not change its digest. */
function* filesIn(folder: string, above = ""): Generator<string> {
  const entries = readdirSync(join(folder, above), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name === "node_modules" || entry.name.startsWith(".")) continue;
    const path = `${above}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(folder, path);
    else yield path;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
