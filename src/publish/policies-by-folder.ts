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
  const byPlace = new Map<string, { place: Place; all: AllowedByAny }>();
  for (const [path, allowed] of pages) {
    const place = placeOf(path);
    const key = "below" in place ? place.below : place.path;
    const known = byPlace.get(key) ?? { place, all: new AllowedByAny() };
    known.all.add(allowed);
    byPlace.set(key, known);
  }
  // Under an address that is not there, many hosts send its folder's policy with the page that says so.
  const notFound = byPlace.get(NOT_FOUND)?.all.allowed;
  if (notFound) for (const { all } of byPlace.values()) all.add(notFound);
  const ofPages = [...byPlace]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { place, all }]) => [place, framed(policyOf(all.allowed))] as const);
  return [...workers.map((path) => [{ path }, FOR_WORKERS] as const), ...ofPages];
}

/** The page's own policy, in its `meta` element, holds where the header can't have all of it. */
function framed(policy: string): string {
  const header = `${policy}; ${FRAMING}`;
  return header.length > LONGEST ? FRAMING : header;
}

/** What any of some pages allows. In one folder there may be ten thousand, each with styles of its own. */
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

/** A page at the top has a place of its own. */
function placeOf(path: string): Place {
  const [, folder, ...rest] = path.split("/");
  return rest.length > 0 ? { below: `/${folder}/` } : { path };
}
