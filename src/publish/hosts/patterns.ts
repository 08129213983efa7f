/** Regular expressions that nginx, Apache, Caddy and lighttpd all read alike. */
import { baseOf, type Place, type ServedSite } from "./served-site.ts";

/** Quotes and braces mean something to the files that patterns stand in, too, and so are written by their numbers. */
function escapedPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/#"'`-]/g, (mark) =>
    /["'`#/{}]/.test(mark) ? `\\x${mark.charCodeAt(0).toString(16)}` : `\\${mark}`,
  );
}

/** Of the file that is served at a place, whatever its encoding: servers look at a page by the name of its file. */
export function patternOfPlace(site: ServedSite, place: Place): string {
  if ("below" in place) return `^${pathPattern(baseOf(site) + place.below.slice(1))}`;
  const path = pathPattern(baseOf(site) + place.path.slice(1));
  const file = place.path.endsWith("/") ? "(?:index\\.html)?" : "(?:\\.html)?";
  return `^${path}${file}(?:\\.(?:br|gz))?$`;
}

/** With slashes as they are, since it is no delimiter. */
export function pathPattern(path: string): string {
  return path.split("/").map(escapedPattern).join("/");
}

export function oneOf(endings: readonly string[]): string {
  return endings.length === 1 ? escapedPattern(endings[0] ?? "") : `(?:${endings.map(escapedPattern).join("|")})`;
}

/** Of an `Accept-Encoding` that takes a coding: it is named, and not with the weight 0 (RFC 9110, section 12.5.3). */
export function acceptsPattern(coding: string): string {
  return `(?:^|,)\\s*${coding}\\s*(?:;\\s*q=(?:1(?:\\.0*)?|0?\\.\\d*[1-9]\\d*)\\s*)?(?:,|$)`;
}

/** Of a query that has all of these, in any order and beside others; for what knows lookahead. */
export function askedPattern(query: readonly (readonly [name: string, value: string])[]): string {
  return query.map((pair) => `(?=(?:.*&)?${pathPattern(pair.join("="))}(?:&|$))`).join("");
}
