/** `_headers` of Netlify and Cloudflare Pages: paths, with `*` for everything below, and their headers. */
import { hrefOf } from "../../content/address.ts";
import type { Header, Place, ServedSite } from "./served-site.ts";

/**
 * If several rules match, hosts join their values, so there is no rule for the cache of everything else: hosts have it revalidated
 * each time by themselves (`max-age=0, must-revalidate`), as the table says.
 */
export function headersFile(site: ServedSite): string {
  const rules: (readonly [Place, readonly Header[]])[] = [
    [{ below: "/" }, site.headers],
    ...site.cache.at.map(([place, value]) => [place, [{ name: "Cache-Control", value }]] as const),
    ...site.policies.map(([place, value]) => [place, [{ name: "Content-Security-Policy", value }]] as const),
  ];
  return rules
    .map(([place, headers]) => `${[patternOf(site, place), ...headers.map(lineOf)].join("\n  ")}\n`)
    .join("\n");
}

function patternOf(site: ServedSite, place: Place): string {
  return "below" in place ? `${hrefOf(site, place.below)}*` : hrefOf(site, place.path);
}

function lineOf({ name, value }: Header): string {
  return `${name}: ${value}`;
}
