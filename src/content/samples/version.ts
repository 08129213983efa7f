/** The versions that samples are run on, by their labels: a system's name and a major version, such as `PostgreSQL 17`. */
import type { SampleLanguage } from "./languages.ts";
import type { Sample } from "./sample.ts";

export const SYSTEMS = ["PostgreSQL", "Node"] as const;
export type System = (typeof SYSTEMS)[number];

/** Those that prove can get. A server of one's own may be newer. */
export const KNOWN_VERSIONS: NamedVersions = { PostgreSQL: [14, 15, 16, 17, 18], Node: [24, 26] };

/** What a site names in `proofs`: of each system the major versions, the one that pages show first. */
export type NamedVersions = Readonly<Record<System, readonly number[]>>;

export interface Version {
  system: System;
  major: number;
}

/** `{ postgres: [18, 17] }` is what the settings say. */
export function namedVersions({
  postgres,
  node,
}: {
  postgres?: number[] | undefined;
  node?: number[] | undefined;
}): NamedVersions {
  return { PostgreSQL: postgres ?? [], Node: node ?? [] };
}

export function labelOf({ system, major }: Version): string {
  return `${system} ${major}`;
}

/** Of versions as a transcript has them: `{ PostgreSQL: "18.4" }`. */
export function labelsOf(versions: Readonly<Record<string, string>>): string[] {
  return Object.entries(versions).map(([system, version]) => `${system} ${majorOf(version)}`);
}

/** `PostgreSQL 14–16, 18, Node 24`: by system, the oldest first, and neighbours in one. */
export function versionsText(labels: readonly string[]): string {
  const versions = labels.flatMap((label) => versionOf(label) ?? []);
  return SYSTEMS.flatMap((system) => {
    const majors = versions.filter((version) => version.system === system).map(({ major }) => major);
    return majors.length > 0 ? [`${system} ${rangesText([...new Set(majors)].sort((one, other) => one - other))}`] : [];
  }).join(", ");
}

function rangesText(majors: number[]): string {
  const starts = majors.filter((major) => !majors.includes(major - 1));
  return starts
    .map((start) => {
      let end = start;
      while (majors.includes(end + 1)) end++;
      return start === end ? String(start) : `${start}–${end}`;
    })
    .join(", ");
}

/** Undefined for a text that is no label. */
export function versionOf(label: string): Version | undefined {
  const [, name, major] = /^(\w+) (\d+)$/.exec(label) ?? [];
  const system = SYSTEMS.find((one) => one === name);
  return system && { system, major: Number(major) };
}

/** `18` of `18.4`. */
export function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}

/** What runs samples of a language; what the machine has goes with the first of all versions. */
export function systemOf(language: SampleLanguage): System | undefined {
  if (language === "sql" || language === "psql") return "PostgreSQL";
  return language === "ts" || language === "js" ? "Node" : undefined;
}

/** Whether a sample is one of those that run where these major versions are. */
export function runsOn(
  { language, since, before }: Sample,
  majors: Readonly<Partial<Record<System, number>>>,
): boolean {
  const major = majors[systemOf(language) ?? "PostgreSQL"];
  if (major === undefined) return true;
  return (since === undefined || major >= since) && (before === undefined || major < before);
}

/** The versions beside the first of each system on which a page's samples have to be run, the newest first. */
export function otherVersions(
  named: NamedVersions,
  languages: ReadonlySet<SampleLanguage>,
  floor: number | undefined,
): Version[] {
  return SYSTEMS.flatMap((system) => {
    if (![...languages].some((language) => systemOf(language) === system)) return [];
    const others = named[system].slice(1).filter((major) => system !== "PostgreSQL" || major >= (floor ?? 0));
    return others.toSorted((one, other) => other - one).map((major) => ({ system, major }));
  });
}
