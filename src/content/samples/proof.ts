/** How, and when, a page's samples were proven. */
import type { Transcript } from "./transcript.ts";
import { majorOf, versionOf } from "./version.ts";

export interface Proof {
  /** The day, such as `2026-11-22`. */
  checked: string;
  /** `{ "PostgreSQL": "18.4" }` */
  versions: Record<string, string>;
  /** How many. */
  samples: number;
  /** Labels of all versions that they ran on, where there are several of a system. */
  on?: string[];
  /** How many samples give something else on one of these. */
  differing?: number;
}

/** What is known of a page from its transcript. */
export function proofOf({ checked, versions, alsoOn, samples }: Transcript): Proof {
  const proof = { checked, versions, samples: samples.length };
  if (!alsoOn) return proof;
  const others = Object.keys(alsoOn);
  const isAmong = (system: string) => others.some((label) => versionOf(label)?.system === system);
  const first = Object.entries(versions).filter(([system]) => isAmong(system));
  const labels = first.map(([system, version]) => `${system} ${majorOf(version)}`);
  return { ...proof, on: [...labels, ...others], differing: samples.filter(({ elsewhere }) => elsewhere).length };
}

/** Names with major versions, such as `PostgreSQL 18`, for the search facet. */
export function checkedAgainst(proof: Proof | undefined): string[] {
  return Object.entries(proof?.versions ?? {}).map(([name, version]) => `${name} ${version.split(".")[0]}`);
}
