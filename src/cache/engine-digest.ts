/**
 * A digest of everything but the site that a kept value depends on: the engine's files, its packages and Node. It is part of
 * every cache key, so another version of the engine finds nothing rather than something wrong.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of all rooms: `src/`, or `dist/` of the package. */
const ENGINE = fileURLToPath(new URL("..", import.meta.url));

let known: string | undefined;

export function engineDigest(): string {
  known ??= digestNow();
  return known;
}

function digestNow(): string {
  const hash = createHash("sha256").update([JSON.stringify(process.versions), ...packagesAbove(ENGINE)].join("\0"));
  for (const [name, bytes] of filesIn(ENGINE)) hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}

/** What names the packages in use, in this folder and all above it: `package.json`, and npm's record of what is installed. */
function packagesAbove(folder: string): string[] {
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
