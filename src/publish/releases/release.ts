/**
 * The record of a release, beside its files. A file with a digest in its name outlives its build, since a page that was loaded
 * before the switch may ask for it later.
 */

/** How long, in seconds, such a file is kept. */
const KEPT_FOR = 7 * 24 * 60 * 60;

export interface Release {
  /** The name of the release that was live before; undefined for the first one. */
  readonly before: string | undefined;
  /** The digest of its build: equal digests mean equal files. */
  readonly digest: string;
  /** Files of earlier builds, by path, with the time of the first build without them, in seconds since 1970. */
  readonly kept: ReadonlyMap<string, number>;
}

/** A fact a line. */
export function releaseText({ before, digest, kept }: Release): string {
  const lines = [...kept].map(([path, since]) => `kept ${since} ${path}`);
  return [`before ${before ?? ""}`, `digest ${digest}`, ...lines, ""].join("\n");
}

export function releaseFrom(text: string): Release {
  const before = /^before (\S+)$/m.exec(text)?.[1];
  const digest = /^digest (\S+)$/m.exec(text)?.[1] ?? "";
  const kept = [...text.matchAll(/^kept (\d+) (.+)$/gm)].map(([, since, path = ""]) => [path, Number(since)] as const);
  return { before, digest, kept: new Map(kept) };
}

/** Folders whose files have digests in their names: after a dash, a dot or an underscore, or as the name of a folder. */
const FOLDERS = /^(assets|pagefind)\//;
const DIGEST = /[-_./][\da-f]{7,64}(?=[-_./])/;

export function isNamedByDigest(path: string): boolean {
  return FOLDERS.test(path) && DIGEST.test(path);
}

/**
 * The files of the live release that the next one keeps besides the `files` of its build. `present` are files of the live one, `now` is in
 * seconds since 1970.
 */
export function keptBy(
  files: ReadonlySet<string>,
  live: Pick<Release, "kept">,
  present: readonly string[],
  now: number,
): Map<string, number> {
  const old = present.filter((path) => isNamedByDigest(path) && !files.has(path));
  const since = old.map((path) => [path, live.kept.get(path) ?? now] as const);
  return new Map(since.filter(([, second]) => now - second < KEPT_FOR));
}

/** The releases to keep: the live one and those before it. `beforeOf` gives the release before one, if it still exists. */
export function keptReleases(live: string, count: number, beforeOf: (name: string) => string | undefined): string[] {
  const kept: string[] = [];
  for (let name: string | undefined = live; name && kept.length < count && !kept.includes(name); name = beforeOf(name))
    kept.push(name);
  return kept;
}
