/** No two things may want one address, not even in another case: some file systems and hosts don't tell them apart. */
import type { Problem } from "../content/problem.ts";

/** Something that is published, and the file that asks for it. */
export interface Claim {
  path: string;
  file: string;
}

export function checkAddresses(claims: Claim[]): Problem[] {
  const first = new Map<string, Claim>();
  return claims.flatMap((claim): Problem[] => {
    // A file and a folder of one name can't stand side by side either.
    const key = claim.path.normalize("NFC").toLowerCase().replace(/\/$/, "");
    const known = first.get(key);
    if (!known) {
      first.set(key, claim);
      return [];
    }
    return [
      {
        file: claim.file,
        message: `wants the address ${claim.path}, which ${known.file} has`,
        hint: "give one a permalink",
      },
    ];
  });
}
