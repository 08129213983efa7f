/** Finds the only file that a broken link can mean. */
import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { onlyMeant } from "../../content/problems/only-meant.ts";
import type { LinkMap } from "./link-resolver.ts";

/** Shorter names are similar to too many others, including files that are not written yet. */
const SHORTEST = 7;

/**
 * The target to write instead of a missing one: the file of the page at that address, the same name with the ending `.md`, or the file
 * in the same folder that `onlyMeant` finds. Undefined if it is ambiguous.
 */
export function targetMeant(target: string, { file }: { file: string }, map: LinkMap): string | undefined {
  const [name = "", ...rest] = target.split(/(?=[?#])/);
  if (name === "" || /[%\\<>()\s"]/.test(name) || name.startsWith("/")) return undefined;
  const wanted = posix.join(posix.dirname(file), name);
  if (wanted.startsWith("..")) return undefined;
  const meant = pageMeant(wanted, map) ?? neighbourMeant(wanted, map.siteDir);
  return meant === undefined ? undefined : `${posix.relative(posix.dirname(file), meant)}${rest.join("")}`;
}

/** A page's file: `other` and `other.html` for `other.md`. */
function pageMeant(wanted: string, { pathOfFile, withheld }: LinkMap): string | undefined {
  const base = wanted.replace(/\/+$/, "").replace(/\.(?:html?|md|markdown|mdx)$/i, "");
  const files = [...pathOfFile.keys()];
  const same = files.filter((one) => one === `${base}.md` || one === `${base}/index.md`);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  if (!/\.(md|markdown)$/i.test(wanted)) return undefined;
  // Drafts are candidates, too.
  const beside = [...files, ...withheld.keys()].filter((one) => posix.dirname(one) === posix.dirname(wanted));
  const meant = onlyMeant(posix.basename(base), beside.map(stem), SHORTEST);
  const found = beside.find((one) => stem(one) === meant);
  return found !== undefined && pathOfFile.has(found) ? found : undefined;
}

function stem(file: string): string {
  return posix.basename(file, ".md");
}

/** For a file that is no page, such as a picture. */
function neighbourMeant(wanted: string, siteDir: string): string | undefined {
  const [folder, base] = [posix.dirname(wanted), posix.basename(wanted)];
  if (!/\.\w+$/.test(base) || /\.(?:html?|md|markdown|mdx)$/i.test(base)) return undefined;
  const meant = onlyMeant(base, namesIn(join(siteDir, folder)), SHORTEST);
  return meant === undefined || /[%\\<>()\s"#?]/.test(meant) ? undefined : posix.join(folder, meant);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
