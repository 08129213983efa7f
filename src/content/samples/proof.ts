/** How, and when, a page's samples were proven. */
import { shortVersion } from "./languages.ts";
import type { ProvenSample, Transcript } from "./transcript.ts";
import { labelOf, labelsOf, versionOf } from "./version.ts";

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
  /** What each of these changed, the newest first; those that changed nothing are left out. */
  changes?: VersionChange[];
}

/** Samples that give something else on a version than on the one before. */
export interface VersionChange {
  /** Labels. */
  version: string;
  before: string;
  /** The day on which the page was first run on the newer one. */
  day: string;
  samples: SamplePlace[];
}

/** A sample that gives something else on some versions, and where it stands on its page. */
export interface DifferingSample extends SamplePlace {
  /** Labels of the versions. */
  on: string[];
  /** Those of them on which it is unknown what it gives. */
  unknown: string[];
}

export interface SamplePlace {
  /** Its title, the heading above it, or how its code begins. */
  name: string;
  /** The id of the heading above it. */
  anchor?: string | undefined;
}

/** What is known of a page from its transcript; `places` are those of its samples, in their order. */
export function proofOf(
  { checked, versions, alsoOn, provenOn, samples }: Transcript,
  places: readonly SamplePlace[],
): Proof {
  const proof = { checked, versions, samples: places.length };
  if (!alsoOn) return proof;
  const others = Object.keys(alsoOn);
  const isAmong = (system: string) => others.some((label) => versionOf(label)?.system === system);
  const first = Object.entries(versions).filter(([system]) => isAmong(system));
  const labels = labelsOf(Object.fromEntries(first));
  const differing = places.flatMap((place, index): DifferingSample[] => {
    const { elsewhere } = samples[index] ?? {};
    if (!elsewhere) return [];
    const unknown = elsewhere.flatMap((other) => (other.unknown ? other.on : []));
    return [{ ...place, on: elsewhere.flatMap(({ on }) => on), unknown }];
  });
  const on = [...labels, ...others];
  return { ...proof, on, differing, changes: changesIn({ checked, provenOn, samples }, on, places) };
}

/** Between each version and the next older one. */
function changesIn(
  { checked, provenOn = {}, samples }: Pick<Transcript, "checked" | "provenOn" | "samples">,
  labels: readonly string[],
  places: readonly SamplePlace[],
): VersionChange[] {
  const majors = labels.flatMap((label) => versionOf(label) ?? []).toSorted((one, other) => other.major - one.major);
  return majors.flatMap((version, at): VersionChange[] => {
    const older = majors.slice(at + 1).find(({ system }) => system === version.system);
    if (!older) return [];
    const [label, before] = [labelOf(version), labelOf(older)];
    const groupOf = (sample: ProvenSample | undefined, on: string) =>
      sample?.elsewhere?.findIndex((other) => other.on.includes(on));
    const changed = places.filter((_, index) => groupOf(samples[index], label) !== groupOf(samples[index], before));
    return changed.length > 0 ? [{ version: label, before, day: provenOn[label] ?? checked, samples: changed }] : [];
  });
}

/** Labels of the versions on which all samples give the same, for the search facet. */
export function holdsOn({ on = [], differing = [] }: Proof): string[] {
  return on.filter((label) => !differing.some((sample) => sample.on.includes(label)));
}

/** Names with versions as people call them, such as `PostgreSQL 18` or `Go 1.24`, for the search facet. */
export function checkedAgainst(proof: Proof | undefined): string[] {
  return Object.entries(proof?.versions ?? {}).map(([name, version]) => shortVersion(name, version));
}
