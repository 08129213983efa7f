/** What the engine is made of, in its repository or as a package. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of all rooms: `src/`, or `dist/` of the package. */
export const ROOMS = fileURLToPath(new URL("..", import.meta.url));

/** In hexadecimal: of all its files, the packages in use, and Node. */
export function digestOfEngine(): string {
  const hash = createHash("sha256").update([JSON.stringify(process.versions), ...packagesAbove(ROOMS)].join("\0"));
  for (const [name, bytes] of filesIn(ROOMS)) hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}

/** What names the packages in use, in this folder and all above it: `package.json`, and npm's record of what is installed. */
export function packagesAbove(folder: string): string[] {
  const above = dirname(folder);
  const found = ["package.json", "node_modules/.package-lock.json"].flatMap((name) => textOf(join(folder, name)) ?? []);
  return above === folder ? found : [...found, ...packagesAbove(above)];
}

/** Paths are relative to `folder`: moving the engine does not change its digest. */
function* filesIn(folder: string, above = ""): Generator<[path: string, bytes: Buffer]> {
  const entries = readdirSync(join(folder, above), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name === "node_modules" || entry.name.startsWith(".")) continue;
    const path = `${above}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(folder, path);
    else yield [path, readFileSync(join(folder, path))];
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
