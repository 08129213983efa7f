/** The redirects of a site as rules for servers: addresses as servers compare them, and what they answer. */
import { hrefOfTarget } from "../../content/address.ts";
import { hasQuery, netlifyQuery, partsOf } from "../../content/old-address.ts";
import { encodedPath } from "../../content/percent-encoding.ts";
import { GONE } from "../../content/redirect.ts";
import type { PlacedRedirect } from "../../content/stand-in.ts";
import type { ServedSite } from "./served-site.ts";
import { baseOf } from "./served-site.ts";

export interface RedirectRule {
  /** Decoded, with the site's base path before it. */
  readonly path: string;
  /** Parameters that the query must have, in any order and among others; as browsers encode them. */
  readonly query: readonly (readonly [name: string, value: string])[] | undefined;
  /** The whole query as it was written, if it does not consist of names and values. */
  readonly wholeQuery: string | undefined;
  /** Undefined for an address that is gone. */
  readonly to: RedirectTarget | undefined;
}

/** The parts of `/x/?a=1#part`, percent-encoded, apart since a request's query belongs before the anchor. */
export interface RedirectTarget {
  /** A path with the base path, or a whole address. */
  readonly address: string;
  readonly query: string;
  readonly anchor: string;
}

/** The most specific rules first, since servers take the first that matches. */
export function redirectRules(site: ServedSite): RedirectRule[] {
  const { redirects } = site;
  const asked = new Set(redirects.map(({ from }) => from));
  const rules = redirects
    .filter(({ to, standIn }) => to === GONE || standIn.kind !== "host")
    .flatMap((redirect) => spellingsOf(redirect, asked).map((from) => ruleOf(site, from, redirect.to)));
  const first = new Map<string, RedirectRule>();
  for (const rule of rules) if (!first.has(keyOf(rule))) first.set(keyOf(rule), rule);
  return [...first.values()].sort((a, b) => weightOf(b) - weightOf(a));
}

/** A folder's address can be requested without its slash, and is redirected in one step even so. */
function spellingsOf({ from, standIn }: PlacedRedirect, asked: ReadonlySet<string>): string[] {
  if (hasQuery(from)) return [from];
  const other = from.endsWith("/") ? from.slice(0, -1) : `${from}/`;
  const isTaken = asked.has(other) || (standIn.kind === "none" && standIn.why === "case");
  return isTaken || other === "" || /\.\w+\/?$/.test(from) ? [from] : [from, other];
}

function ruleOf(site: ServedSite, from: string, to: string): RedirectRule {
  const { path, query } = partsOf(from);
  const pairs = netlifyQuery(from) === undefined ? undefined : query?.split("&").map(pairOf);
  return {
    path: baseOf(site) + decodeURIComponent(encodedPath(path)).slice(1),
    query: pairs,
    wholeQuery: query !== undefined && !pairs ? query : undefined,
    to: to === GONE ? undefined : targetOf(to.startsWith("/") ? hrefOfTarget(site, to) : new URL(to).href),
  };
}

function pairOf(text: string): [string, string] {
  const [name = "", ...value] = text.split("=");
  return [name, value.join("=")];
}

/** Encodes braces and dollars, which are variables to several servers. */
function targetOf(written: string): RedirectTarget {
  const href = written.replace(/[{}$]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  const [, address = "", query = "", anchor = ""] = /^([^?#]*)\??([^#]*)#?(.*)$/s.exec(href) ?? [];
  return { address, query, anchor };
}

/** The address that answers a request without a query. */
export function locationOf({ address, query, anchor }: RedirectTarget): string {
  return address + (query && `?${query}`) + (anchor && `#${anchor}`);
}

function keyOf({ path, query, wholeQuery }: RedirectRule): string {
  return JSON.stringify([path, query, wholeQuery]);
}

function weightOf({ query, wholeQuery }: RedirectRule): number {
  return wholeQuery === undefined ? (query?.length ?? 0) : 100;
}
