/** What a page's samples were run on, and when. */
export interface Proof {
  /** The day, such as `2026-11-22`. */
  checked: string;
  /** `{ "PostgreSQL": "18.4" }` */
  versions: Record<string, string>;
  /** How many. */
  samples: number;
}

/** What a page was checked against, by major version, for those who look for pages: `PostgreSQL 18`. */
export function checkedAgainst(proof: Proof | undefined): string[] {
  return Object.entries(proof?.versions ?? {}).map(([name, version]) => `${name} ${version.split(".")[0]}`);
}
