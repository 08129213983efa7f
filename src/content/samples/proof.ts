/** How, and when, a page's samples were proven. */
export interface Proof {
  /** The day, such as `2026-11-22`. */
  checked: string;
  /** `{ "PostgreSQL": "18.4" }` */
  versions: Record<string, string>;
  /** How many. */
  samples: number;
}

/** Names with major versions, such as `PostgreSQL 18`, for the search facet. */
export function checkedAgainst(proof: Proof | undefined): string[] {
  return Object.entries(proof?.versions ?? {}).map(([name, version]) => `${name} ${version.split(".")[0]}`);
}
