/** Regular expressions that nginx, Apache, Caddy and lighttpd all read alike. */
import { baseOf, type Place, type ServedSite } from "./served-site.ts";

/** Quotes and braces are written as codes, since they mean something in the files that patterns are in. */
function escapedPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/#"'`-]/g, (mark) =>
    /["'`#/{}]/.test(mark) ? `\\x${mark.charCodeAt(0).toString(16)}` : `\\${mark}`,
  );
}

/** Matches the files that are served at a place, compressed copies included: servers see a page by the name of its file. */
export function patternOfPlace(site: ServedSite, place: Place): string {
  if ("below" in place) return `^${pathPattern(baseOf(site) + place.below.slice(1))}`;
  const path = pathPattern(baseOf(site) + place.path.slice(1));
  const file = place.path.endsWith("/") ? "(?:index\\.html)?" : "(?:\\.html)?";
  return `^${path}${file}(?:\\.(?:br|gz))?$`;
}

/** Slashes are not escaped, since they delimit no pattern here. */
export function pathPattern(path: string): string {
  return path.split("/").map(escapedPattern).join("/");
}

export function oneOf(endings: readonly string[]): string {
  return endings.length === 1 ? escapedPattern(endings[0] ?? "") : `(?:${endings.map(escapedPattern).join("|")})`;
}

/** Matches an `Accept-Encoding` that names a coding with a weight other than 0 (RFC 9110, section 12.5.3). */
export function acceptsPattern(coding: string): string {
  return `(?:^|,)\\s*${coding}\\s*(?:;\\s*q=(?:1(?:\\.0*)?|0?\\.\\d*[1-9]\\d*)\\s*)?(?:,|$)`;
}

/** Matches a query that has all of these parameters, in any order and among others. Uses lookahead. */
export function askedPattern(query: readonly (readonly [name: string, value: string])[]): string {
  return query.map((pair) => `(?=(?:.*&)?${pathPattern(pair.join("="))}(?:&|$))`).join("");
}
