/** The files of a tree that is imported. Symbolic links that lead outside of it are not followed, and neither are hidden folders. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

/** Folders that hold what was built or installed, in any engine. */
const NO_SOURCE = /^(node_modules|_site|\.git|\.jekyll-cache|\.sass-cache|vendor|bower_components|\.cache|\.astro)$/;
/** Of Hugo; deeper ones are somebody's own. */
const ROOTS_NO_SOURCE = /^resources$/;
const MOST_BYTES = 8_000_000;

/** Paths of all files below a folder, relative to `root` with `/` between their parts, sorted. */
export function filesBelow(root: string, folder: string, skip: RegExp = NO_SOURCE): string[] {
  const real = realpathOf(root);
  const found: string[] = [];
  const seen = new Set<string>();
  const walk = (path: string) => {
    const here = realpathOf(join(root, path));
    if (!here || seen.has(here)) return;
    seen.add(here);
    for (const entry of listOf(join(root, path))) {
      const inner = path ? `${path}/${entry.name}` : entry.name;
      if (entry.name.startsWith(".") && entry.name !== ".well-known") continue;
      const full = join(root, inner);
      if (entry.isSymbolicLink() && !isWithin(realpathOf(full), real)) continue;
      const stat = entry.isSymbolicLink() ? statOf(full) : entry;
      if (stat?.isDirectory()) {
        if (!skip.test(entry.name) && !(path === "" && ROOTS_NO_SOURCE.test(entry.name))) walk(inner);
      } else if (stat?.isFile()) found.push(inner);
    }
  };
  walk(folder.replace(/\/+$/, ""));
  return found.sort();
}

/** The text of a file, as UTF-8 or, where it is none, as Windows-1252; undefined for one that can't be read or is too long. */
export function textAt(root: string, file: string): string | undefined {
  const full = join(root, file);
  const stat = statOf(full);
  if (!stat?.isFile() || stat.size > MOST_BYTES || !isWithin(realpathOf(full), realpathOf(root))) return undefined;
  const bytes = readFileSync(full);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") && !bytes.includes("\uFFFD") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

export function isFolder(root: string, path: string): boolean {
  return statOf(join(root, path))?.isDirectory() ?? false;
}

/** True for a path that is the folder itself or lies in it, both without symbolic links. */
export function isWithin(path: string | undefined, folder: string | undefined): boolean {
  if (path === undefined || folder === undefined) return false;
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !posix.isAbsolute(way));
}

function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function statOf(path: string) {
  return statSync(path, { throwIfNoEntry: false });
}

function listOf(folder: string) {
  try {
    return lstatSync(folder).isDirectory() || statSync(folder).isDirectory()
      ? readdirSync(folder, { withFileTypes: true })
      : [];
  } catch {
    return [];
  }
}
