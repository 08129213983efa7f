/**
 * Content security policies as headers. Hosts have rules for folders, so each top folder has one policy, which allows what any of
 * its pages needs.
 */
import type { Allowed } from "../content/page-needs.ts";
import { NOT_FOUND, type Place, type ServedSite } from "./hosts/served-site.ts";
import { policyOf } from "./page-policies.ts";

/** Cloudflare reads lines of up to 2,000 characters, the header's name included. */
const LONGEST = 1875;
/** A directive that only a header can have. */
const FRAMING = "frame-ancestors 'none'";
/** Workers have a policy of their own; only they compile WebAssembly. */
const FOR_WORKERS = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** `pages` are the pages with a policy, by site-relative path; `workers` are the paths of worker scripts. */
export function policiesByFolder(
  pages: Iterable<readonly [path: string, allowed: Allowed]>,
  workers: readonly string[],
): ServedSite["policies"] {
  const byPlace = new Map<string, { place: Place; all: AllowedByAny }>();
  for (const [path, allowed] of pages) {
    const place = placeOf(path);
    const key = "below" in place ? place.below : place.path;
    const known = byPlace.get(key) ?? { place, all: new AllowedByAny() };
    known.all.add(allowed);
    byPlace.set(key, known);
  }
  // For an address that does not exist, many hosts send the 404 page with the policy of the address's folder.
  const notFound = byPlace.get(NOT_FOUND)?.all.allowed;
  if (notFound) for (const { all } of byPlace.values()) all.add(notFound);
  const ofPages = [...byPlace]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { place, all }]) => [place, framed(policyOf(all.allowed))] as const);
  return [...workers.map((path) => [{ path }, FOR_WORKERS] as const), ...ofPages];
}

/** If the policy is too long for a header, the one in the page's `meta` element must do. */
function framed(policy: string): string {
  const header = `${policy}; ${FRAMING}`;
  return header.length > LONGEST ? FRAMING : header;
}

/** Everything that any page of a folder allows. There may be ten thousand pages, each with styles of its own. */
class AllowedByAny {
  readonly #scripts = new Set<string>();
  readonly #styles = new Set<string>();
  readonly #frames = new Set<string>();
  readonly #connects = new Set<string>();
  readonly #forms = new Set<string>();
  #foreign = false;

  add({ scripts, styles, foreign, frames, connects, forms }: Allowed): void {
    for (const one of scripts) this.#scripts.add(one);
    for (const one of styles) this.#styles.add(one);
    for (const one of frames) this.#frames.add(one);
    for (const one of connects) this.#connects.add(one);
    for (const one of forms) this.#forms.add(one);
    this.#foreign ||= foreign;
  }

  get allowed(): Allowed {
    return {
      scripts: [...this.#scripts],
      styles: [...this.#styles],
      foreign: this.#foreign,
      frames: [...this.#frames].sort(),
      connects: [...this.#connects].sort(),
      forms: [...this.#forms].sort(),
    };
  }
}

/** A page at the site's top is a place by itself. */
function placeOf(path: string): Place {
  const [, folder, ...rest] = path.split("/");
  return rest.length > 0 ? { below: `/${folder}/` } : { path };
}
