/** Content security policies as headers: one for each top folder, loose enough for all of its pages, since hosts have rules for folders. */
import type { Allowed } from "../content/page-needs.ts";
import { NOT_FOUND, type Place, type ServedSite } from "./hosts/served-site.ts";
import { policyOf } from "./page-policies.ts";

/** Cloudflare reads no line of more than 2,000 characters, and the header's name is one of them. */
const LONGEST = 1875;
/** Only a header can say it. */
const FRAMING = "frame-ancestors 'none'";
/** A worker has a policy of its own, and workers are all that compiles anything. */
const FOR_WORKERS = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** `pages` are those that have a policy, by their site-relative paths; `workers` are the paths of scripts that run beside a page. */
export function policiesByFolder(
  pages: Iterable<readonly [path: string, allowed: Allowed]>,
  workers: readonly string[],
): ServedSite["policies"] {
  const byPlace = new Map<string, { place: Place; allowed: Allowed }>();
  for (const [path, allowed] of pages) {
    const place = placeOf(path);
    const key = "below" in place ? place.below : place.path;
    byPlace.set(key, { place, allowed: bothOf(byPlace.get(key)?.allowed ?? allowed, allowed) });
  }
  // Under an address that is not there, many hosts send its folder's policy with the page that says so.
  const notFound = byPlace.get(NOT_FOUND)?.allowed;
  const ofPages = [...byPlace]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([, { place, allowed }]) => [place, framed(policyOf(notFound ? bothOf(allowed, notFound) : allowed))] as const,
    );
  return [...workers.map((path) => [{ path }, FOR_WORKERS] as const), ...ofPages];
}

/** The page's own policy, in its `meta` element, holds where the header can't have all of it. */
function framed(policy: string): string {
  const header = `${policy}; ${FRAMING}`;
  return header.length > LONGEST ? FRAMING : header;
}

function bothOf(a: Allowed, b: Allowed): Allowed {
  const union = (some: readonly string[], others: readonly string[]) => [...new Set([...some, ...others])];
  return {
    scripts: union(a.scripts, b.scripts),
    styles: union(a.styles, b.styles),
    foreign: a.foreign || b.foreign,
    frames: union(a.frames, b.frames).sort(),
    connects: union(a.connects, b.connects).sort(),
    forms: union(a.forms, b.forms).sort(),
  };
}

/** A page at the top has a place of its own. */
function placeOf(path: string): Place {
  const [, folder, ...rest] = path.split("/");
  return rest.length > 0 ? { below: `/${folder}/` } : { path };
}
