/** No two things may want one address, not even in another case: some file systems and hosts don't tell them apart. */
import type { Problem } from "../content/problem.ts";

/** Something that is published, and the file that asks for it. */
export interface Claim {
  path: string;
  file: string;
}

/** `assets` are files that pages publish beside themselves; several pages may ask for one. */
export function checkAddresses(pages: Claim[], assets: Claim[] = []): Problem[] {
  const first = new Map<string, Claim>();
  const check = (hint: string) => (claim: Claim) => clashes(claim, first, hint);
  return [...pages.flatMap(check("give one a permalink")), ...assets.flatMap(check("give one another name"))];
}

function clashes(claim: Claim, first: Map<string, Claim>, hint: string): Problem[] {
  const key = keyOf(claim.path);
  const known = first.get(key);
  if (!known) first.set(key, claim);
  if (!known || (known.file === claim.file && known.path === claim.path && hint.endsWith("name"))) return [];
  return [{ file: claim.file, message: `wants the address ${claim.path}, which ${known.file} has`, hint }];
}

/** A page is a file in a folder; a file and a folder of one name can't stand side by side either. */
function keyOf(path: string): string {
  const file = path.normalize("NFC").toLowerCase().replace(/\/$/, "");
  return file.replace(/\/index\.html$/, "");
}
