/** The versions that a site's samples were run on, each with the entries that have something to say of it. */
import type { Entry } from "./entry.ts";
import { type DifferingSample, holdsOn } from "./samples/proof.ts";
import { type Version, versionOf } from "./samples/version.ts";

export const VERSIONS_PATH = "/versions/";

export interface ProvenVersion {
  /** `PostgreSQL 16` */
  readonly label: string;
  /** Site-relative. */
  readonly path: string;
  /** Entries with samples that give something else there, and those samples. */
  readonly differing: readonly { readonly entry: Entry; readonly samples: readonly DifferingSample[] }[];
  /** Entries of which all samples give the same. */
  readonly same: readonly Entry[];
}

/** By system, the newest first; none where no entry was run on several. */
export function provenVersions(entries: readonly Entry[]): ProvenVersion[] {
  const labels = new Set(entries.flatMap(({ body }) => body.proof?.on ?? []));
  const versions = [...labels].flatMap((label) => {
    const version = versionOf(label);
    return version ? [{ label, version }] : [];
  });
  return versions
    .toSorted((one, other) => bySystem(one.version, other.version))
    .map(({ label, version }) => ({
      label,
      path: versionPath(version),
      differing: entries.flatMap((entry) => {
        const samples = entry.body.proof?.differing?.filter(({ on }) => on.includes(label)) ?? [];
        return samples.length > 0 ? [{ entry, samples }] : [];
      }),
      same: entries.filter(({ body: { proof } }) => proof && holdsOn(proof).includes(label)),
    }));
}

function versionPath({ system, major }: Version): string {
  return `${VERSIONS_PATH}${system.toLowerCase()}/${major}/`;
}

function bySystem(one: Version, other: Version): number {
  if (one.system !== other.system) return one.system < other.system ? 1 : -1;
  return other.major - one.major;
}
