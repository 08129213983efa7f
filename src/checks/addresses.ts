/** No two things may claim the same address, even in a different case: some file systems and hosts ignore case. */

import { addressKeys, folderOf } from "../content/address.ts";
import type { Problem } from "../content/problems/problem.ts";
import { fileNameProblems } from "../content/text/file-name.ts";

/** Something that is published, and the file that asks for it. */
export interface Claim {
  path: string;
  file: string;
  /** The key of the file that asks for it, if one does. */
  field?: string | undefined;
}

/** `assets` are files that pages publish beside themselves; several pages may ask for one. */
export function checkAddresses(pages: readonly Claim[], assets: readonly Claim[] = []): Problem[] {
  const first = new Map<string, Claim>();
  const check = (hint: string) => (claim: Claim) => clashes(claim, first, hint);
  return [...pages.flatMap(check("give one a permalink")), ...assets.flatMap(check("give one another name"))];
}

/** `/posts/x.html` and `/posts/x/` are two addresses, and the files beside both pages would be in one folder. */
export function checkFolders(pages: readonly Claim[]): Problem[] {
  const first = new Map<string, Claim>();
  return pages.flatMap((claim): Problem[] => {
    const folder = keyOf(folderOf(claim.path));
    const other = first.get(folder);
    if (!other) first.set(folder, claim);
    if (!other || addressKeys(claim.path).some((key) => addressKeys(other.path).includes(key))) return [];
    const message = `wants the address ${claim.path}, whose files lie where those of ${other.path} of ${other.file} do`;
    return [{ file: claim.file, message, hint: "give one a permalink" }];
  });
}

/** Nothing can be written below a file. */
export function checkParents(claims: readonly Claim[], files: readonly Claim[]): Problem[] {
  const fileAt = new Map(files.map((file) => [keyOf(file.path), file]));
  return claims.flatMap(({ path, file, field }) => {
    const above = foldersOf(keyOf(path)).map((folder) => fileAt.get(folder));
    const blocked = above.find((claim) => claim !== undefined);
    if (!blocked) return [];
    const message = `wants the address ${path}, which is below ${blocked.path} of ${blocked.file}`;
    return [{ file, ...(field !== undefined && { field }), message, hint: "give one a permalink" }];
  });
}

/** Published files must have names that every file system allows. */
export function checkNames(claims: readonly Claim[]): Problem[] {
  return claims.flatMap(({ path, file }) => fileNameProblems(path, "wants the address", { file }));
}

/** `/a/b/c` lies in `/a` and in `/a/b`. */
function foldersOf(key: string): string[] {
  const names = key.split("/");
  return names.slice(2).map((_, index) => names.slice(0, index + 2).join("/"));
}

function clashes(claim: Claim, first: Map<string, Claim>, hint: string): Problem[] {
  const keys = addressKeys(claim.path);
  const earlier = keys.map((key) => first.get(key)).find((one) => one !== undefined);
  for (const key of keys) if (!first.has(key)) first.set(key, claim);
  if (!earlier || (earlier.file === claim.file && earlier.path === claim.path && hint.endsWith("name"))) return [];
  return [{ file: claim.file, message: `wants the address ${claim.path}, which ${earlier.file} has`, hint }];
}

/** Equal for paths that would be one folder, or one file. */
function keyOf(path: string): string {
  return path.normalize("NFC").toLowerCase().replace(/\/$/, "");
}
