/**
 * A digest of all that a value is made with beside the site itself: the engine's own files, its packages and Node. A cache
 * names it in every key, so that another version finds nothing and never something else.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "./digest.ts";

/** Above all rooms. */
const ENGINE = fileURLToPath(new URL("..", import.meta.url));

let known: string | undefined;

export function engineDigest(): string {
  known ??= digestOf([JSON.stringify(process.versions), ...packagesAbove(ENGINE), ...textsIn(ENGINE)].join("\0"));
  return known;
}

/** What package managers say of packages: the engine's own file, and the exact versions that npm has installed. */
function packagesAbove(folder: string): string[] {
  const above = dirname(folder);
  const found = ["package.json", "node_modules/.package-lock.json"].flatMap((name) => textOf(join(folder, name)) ?? []);
  return above === folder ? found : [...found, ...packagesAbove(above)];
}

function textsIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? textsIn(path) : [entry.name, readFileSync(path, "latin1")];
  });
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
