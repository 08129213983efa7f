/** `_redirects` for Netlify, Cloudflare Pages and GitLab Pages: an address, its target, and a status. */
import { hrefOf, hrefOfTarget } from "../../content/address.ts";
import { HOSTS } from "../../content/host.ts";
import { encodedAddress, hasQuery, netlifyQuery, partsOf } from "../../content/old-address.ts";
import { GONE } from "../../content/redirect.ts";
import type { Site } from "../../content/site.ts";
import type { PlacedRedirect } from "../../content/stand-in.ts";
import type { NotFoundIn } from "./served-site.ts";

type SiteAtHost = Pick<Site, "url" | "host">;

/**
 * Hosts take the first rule that matches, and Cloudflare takes 2,000 rules at most. So rules with a query come first, since one
 * without would match as well, and then addresses where there is no page.
 */
export function redirectsFile(site: SiteAtHost, redirects: readonly PlacedRedirect[], notFound: NotFoundIn): string {
  const asked = new Set(redirects.map(({ from }) => from));
  const lines = redirects
    .filter(({ from, to, standIn }) =>
      to === GONE ? site.host === "netlify" && !hasQuery(from) : standIn.kind !== "host",
    )
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap((redirect) => (hasQuery(redirect.from) ? queryRule(site, redirect) : rulesOf(site, redirect, asked)));
  return [...new Set([...lines, ...notFoundLines(site, notFound)])].map((line) => `${line}\n`).join("");
}

function rankOf({ from, standIn }: PlacedRedirect): number {
  if (hasQuery(from)) return 0;
  return standIn.kind === "page" ? 2 : 1;
}

function rulesOf(site: SiteAtHost, { from, to, standIn }: PlacedRedirect, asked: ReadonlySet<string>): string[] {
  // Cloudflare redirects only the spelling of the rule; a page there would be found under both.
  const other = from.endsWith("/") ? from.slice(0, -1) : `${from}/`;
  const isPlain = standIn.kind === "page" || (standIn.kind === "none" && standIn.why === "case") || asked.has(other);
  const froms = isPlain || other === "" || /\.\w+\/?$/.test(from) ? [from] : [from, other];
  // Netlify sends the page with that status; other hosts warn of such a line.
  const answer = to === GONE ? `${linkOf(site, "/404.html")} 410` : `${linkOf(site, to)} 301`;
  return froms.map((one) => `${hrefOfOld(site, one)} ${answer}`);
}

/**
 * A rule for Netlify: `/ p=7 /posts/seven/ 301!`, with the query decoded, and an exclamation mark in case there is a page. Other
 * hosts skip such lines with a warning, so a site that names one of them gets none.
 */
function queryRule(site: SiteAtHost, { from, to }: PlacedRedirect): string[] {
  const pairs = netlifyQuery(from);
  const { host } = site;
  const isSkipped = host !== undefined && host !== "own" && HOSTS[host].queries === "none";
  if (!pairs || isSkipped) return [];
  return [`${hrefOfOld(site, partsOf(from).path)} ${pairs} ${linkOf(site, to)} 301!`];
}

/** They come last, for what is neither a file nor led from. Other hosts warn of them. */
function notFoundLines(site: SiteAtHost, notFound: NotFoundIn): string[] {
  if (site.host !== "netlify") return [];
  return notFound.map(([folder, page]) => `${hrefOf(site, folder)}* ${hrefOf(site, page)} 404`);
}

function hrefOfOld(site: SiteAtHost, from: string): string {
  return hrefOf(site, "/") + encodedAddress(from).slice(1);
}

function linkOf(site: SiteAtHost, to: string): string {
  return to.startsWith("/") ? hrefOfTarget(site, to) : to;
}
