/**
 * A digest of all that a value is made with beside the site itself: the engine's own files, its packages and Node. A cache
 * names it in every key, so that another version finds nothing and never something else.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Above all rooms. */
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

/** What package managers say of packages: the engine's own file, and the exact versions that npm has installed. */
function packagesAbove(folder: string): string[] {
  const above = dirname(folder);
  const found = ["package.json", "node_modules/.package-lock.json"].flatMap((name) => textOf(join(folder, name)) ?? []);
  return above === folder ? found : [...found, ...packagesAbove(above)];
}

/** By path from `folder`: where the engine lies is no part of what it is. */
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
