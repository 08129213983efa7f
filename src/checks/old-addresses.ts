/** Old addresses: none may be one that the site has, or be told from another by what hosts do not look at. */
import { addressKeys } from "../content/address.ts";
import { type Content, redirectsOf } from "../content/content.ts";
import { hasQuery, partsOf } from "../content/old-address.ts";
import type { Problem } from "../content/problems/problem.ts";
import { pathOfTarget, type Redirect } from "../content/redirect.ts";
import type { Claim } from "./addresses.ts";

/** `claims` are all pages and files of the site. */
export function checkOldAddresses(content: Content, claims: readonly Claim[]): Problem[] {
  const held = new Map<string, Claim>();
  for (const claim of claims) for (const key of addressKeys(claim.path)) if (!held.has(key)) held.set(key, claim);
  const first = new Map<string, Redirect>();
  const redirects = redirectsOf(content).filter(({ implied }) => !implied);
  return redirects.flatMap((redirect): Problem[] => {
    const keys = keysOf(redirect.from);
    const holders = hasQuery(redirect.from) ? [] : keys.flatMap((key) => held.get(key) ?? []);
    const before = keys.flatMap((key) => first.get(key) ?? []);
    for (const key of keys) if (!first.has(key)) first.set(key, redirect);
    const taken = holders.find((claim) => clashes(redirect, claim.path, claim.path)) ?? asClaim(redirect, before);
    return taken ? [problemOf(redirect, taken)] : [];
  });
}

/** An earlier redirect from the same address, or from one that some hosts take for the same, to another target. */
function asClaim(redirect: Redirect, before: readonly Redirect[]): Claim | undefined {
  const clash = before.find(({ from, to }) => clashes(redirect, from, to));
  return clash && { path: clash.from, file: clash.file };
}

/** An address that hosts may take for another does no harm if it leads there. */
function clashes({ from, to }: Redirect, path: string, leadsTo: string): boolean {
  return from === path || pathOfTarget(to) !== pathOfTarget(leadsTo);
}

function keysOf(from: string): string[] {
  const { path, query } = partsOf(from);
  if (query === undefined) return addressKeys(path);
  const pairs = [...new URLSearchParams(query)].map((pair) => pair.join("=")).sort();
  return [`${path}?${pairs.join("&")}`];
}

function problemOf({ from, file, written }: Redirect, { path, file: holder }: Claim): Problem {
  const address = written?.from ?? from;
  // Others are aliases in front matter.
  const place = written ? { file, field: address, written: `"${address}"` } : { file, field: "aliases", written: from };
  const message = `wants the address ${from}, which ${holder} has`;
  if (from === path) return { ...place, message, hint: "leave it out" };
  const hint = `lead it to ${path}, or leave it out`;
  if (!isOtherCase(from, path)) return { ...place, message, hint };
  const why = "Netlify and the disks of macOS and Windows do not tell capitals apart";
  return { ...place, message: `wants the address ${from}, and ${holder} has ${path}: ${why}`, hint };
}

function isOtherCase(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) => path.normalize("NFC").replace(/\/$/, ""));
  return first !== second && first?.toLowerCase() === second?.toLowerCase();
}
