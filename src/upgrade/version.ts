/** Versions of the engine: `1.2.3`, or `1.2.3-beta.1` before it. */

const VERSION = /(\d+)\.(\d+)\.(\d+)(?:-([\w.]+?))?(?=\.tgz$|$)/;

/** The version that a dependency names: `^1.2.3`, `file:wellformed-1.2.3.tgz`; undefined for one that names none. */
export function versionIn(spec: string): string | undefined {
  const [, major, minor, patch, before] = VERSION.exec(spec) ?? [];
  return major === undefined ? undefined : `${major}.${minor}.${patch}${before ? `-${before}` : ""}`;
}

/** Below zero where `a` is the older one. Semantic Versioning 2.0.0, section 11, except that pre-release parts are compared as text. */
export function compareVersions(a: string, b: string): number {
  const [, ...left] = VERSION.exec(a) ?? [];
  const [, ...right] = VERSION.exec(b) ?? [];
  for (const part of [0, 1, 2]) {
    const difference = Number(left[part] ?? 0) - Number(right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  const [before = "", beforeOther = ""] = [left[3], right[3]];
  if (before === beforeOther) return 0;
  if (!before || !beforeOther) return before ? -1 : 1;
  return before < beforeOther ? -1 : 1;
}
