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
  /** The samples that give something else on one of these. */
  differing?: DifferingSample[];
}

/** A sample that gives something else on some versions, and where it stands on its page. */
export interface DifferingSample extends SamplePlace {
  /** Labels of the versions. */
  on: string[];
  /** Those of them on which it is unknown what it gives. */
  unknown: string[];
}

export interface SamplePlace {
  /** Its title, or how its code begins. */
  name: string;
  /** The id of the heading above it. */
  anchor?: string | undefined;
}

/** What is known of a page from its transcript; `places` are those of its samples, in their order. */
export function proofOf({ checked, versions, alsoOn, samples }: Transcript, places: readonly SamplePlace[]): Proof {
  const proof = { checked, versions, samples: places.length };
  if (!alsoOn) return proof;
  const others = Object.keys(alsoOn);
  const isAmong = (system: string) => others.some((label) => versionOf(label)?.system === system);
  const first = Object.entries(versions).filter(([system]) => isAmong(system));
  const labels = first.map(([system, version]) => `${system} ${majorOf(version)}`);
  const differing = places.flatMap((place, index): DifferingSample[] => {
    const { elsewhere } = samples[index] ?? {};
    if (!elsewhere) return [];
    const unknown = elsewhere.flatMap((other) => (other.unknown ? other.on : []));
    return [{ ...place, on: elsewhere.flatMap(({ on }) => on), unknown }];
  });
  return { ...proof, on: [...labels, ...others], differing };
}

/** Labels of the versions on which all samples give the same, for the search facet. */
export function holdsOn({ on = [], differing = [] }: Proof): string[] {
  return on.filter((label) => !differing.some((sample) => sample.on.includes(label)));
}

/** Names with major versions, such as `PostgreSQL 18`, for the search facet. */
export function checkedAgainst(proof: Proof | undefined): string[] {
  return Object.entries(proof?.versions ?? {}).map(([name, version]) => `${name} ${version.split(".")[0]}`);
}
