/** No two things may claim the same address, even in a different case: some file systems and hosts ignore case. */

import type { Problem } from "../content/problems/problem.ts";
import { fileNameProblems } from "../content/text/file-name.ts";

/** Something that is published, and the file that asks for it. */
export interface Claim {
  path: string;
  file: string;
}

/** `assets` are files that pages publish beside themselves; several pages may ask for one. */
export function checkAddresses(pages: readonly Claim[], assets: readonly Claim[] = []): Problem[] {
  const first = new Map<string, Claim>();
  const check = (hint: string) => (claim: Claim) => clashes(claim, first, hint);
  return [...pages.flatMap(check("give one a permalink")), ...assets.flatMap(check("give one another name"))];
}

/** Nothing can be written below a file. */
export function checkParents(claims: readonly Claim[], files: readonly Claim[]): Problem[] {
  // An index.html has its folder's key, and lets others lie beside it.
  const plain = files.filter(({ path }) => !path.endsWith("/index.html"));
  const fileAt = new Map(plain.map((file) => [keyOf(file.path), file]));
  return claims.flatMap(({ path, file }) => {
    const above = foldersOf(keyOf(path)).map((folder) => fileAt.get(folder));
    const blocked = above.find((claim) => claim !== undefined);
    if (!blocked) return [];
    const message = `wants the address ${path}, which is below ${blocked.path} of ${blocked.file}`;
    return [{ file, message, hint: "give one a permalink" }];
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
  const key = keyOf(claim.path);
  const earlier = first.get(key);
  if (!earlier) first.set(key, claim);
  if (!earlier || (earlier.file === claim.file && earlier.path === claim.path && hint.endsWith("name"))) return [];
  return [{ file: claim.file, message: `wants the address ${claim.path}, which ${earlier.file} has`, hint }];
}

/** Equal for paths that would be one file. A page is a file in a folder, and a file can't have the name of a folder beside it. */
function keyOf(path: string): string {
  const file = path.normalize("NFC").toLowerCase().replace(/\/$/, "");
  return file.replace(/\/index\.html$/, "");
}
