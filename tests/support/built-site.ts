/** A built site as a folder: its files, the addresses that they have, and whether two of them are the same. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Every file, relative to the folder, by name. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** Site-relative paths of all pages: `posts/index.html` is `/posts/`. */
export function pagesOf(folder: string): string[] {
  return filesOf(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`);
}

/** The file, relative to the site's folder, that a host serves at a path. */
export function fileAt(path: string): string {
  return decodeURI(path.endsWith("/") ? `${path}index.html` : path).slice(1);
}

export function readAt(folder: string, path: string): string {
  return readFileSync(join(folder, fileAt(path)), "utf8");
}

/** Every file with a digest of its bytes. */
export function fingerprintOf(folder: string): Record<string, string> {
  return Object.fromEntries(filesOf(folder).map((file) => [file, digestOf(readFileSync(join(folder, file)))]));
}

function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
