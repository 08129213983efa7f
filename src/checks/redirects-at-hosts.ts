/** Redirects that the site's host can't make: it has no rule for them, and no file can have their address. */
import { groupBy } from "../content/group-by.ts";
import { HOSTS, type Host, type HostFacts } from "../content/host.ts";
import { encodedAddress, hasQuery, netlifyQuery } from "../content/old-address.ts";
import type { Problem } from "../content/problems/problem.ts";
import { GONE } from "../content/redirect.ts";
import type { PlacedRedirect } from "../content/stand-in.ts";

/** Advice, one for each reason. Without a host, what few hosts can do. */
export function adviseOnRedirects(redirects: readonly PlacedRedirect[], host: Host | undefined): Problem[] {
  if (host === "own") return [];
  const facts: HostFacts | undefined = host && HOSTS[host];
  const needed = redirects.filter(({ to }) => to !== GONE);
  const left = groupBy(needed, (redirect) => reasonOf(redirect, facts));
  left.delete(undefined);
  return [
    ...[...left].flatMap(([reason, some]) => adviceOn(some, reason ?? "", facts)),
    ...(facts && facts.rules > 0 ? tooMany(needed, facts) : []),
  ];
}

/** Why the host can't redirect this address; undefined if it can. */
function reasonOf({ from, standIn }: PlacedRedirect, facts: HostFacts | undefined): string | undefined {
  if (hasQuery(from)) {
    const isNamed = netlifyQuery(from) !== undefined;
    if (!facts)
      return isNamed
        ? "and few hosts have rules for queries"
        : "and only your own server can have a rule for such a query";
    if (facts.queries === "none") return `and ${facts.name} has no rules for queries`;
    return isNamed || facts.queries === "any" ? undefined : `and ${facts.name} has no rule for such a query`;
  }
  // Where no host is named, what any host with rules can do is no news.
  if (standIn.kind !== "none" || !facts || facts.rules > 0) return undefined;
  const why = {
    case: "where no file can stand, since it differs from a page by capitals only",
    feed: "where no feed can stand, since the address is that of a folder",
    name: "where no file can stand, since none can have such a name",
    query: "",
  }[standIn.why];
  return `${why}, and ${facts.name} reads no rules`;
}

function adviceOn(redirects: readonly PlacedRedirect[], reason: string, facts: HostFacts | undefined): Problem[] {
  const [first] = redirects;
  if (!first) return [];
  const address = encodedAddress(first.from);
  const what = redirects.length === 1 ? address : `${redirects.length} addresses such as ${address}`;
  const hint = facts
    ? "a server of your own can: wellformed host nginx writes its rules"
    : 'name your host, such as host: "netlify" or "nginx"; wellformed host writes its rules';
  return [{ file: first.file, message: `redirects ${what}, ${reason}`, hint }];
}

/** Rules come first where no page stands, so that a page is what is left of a rule too many. */
function tooMany(redirects: readonly PlacedRedirect[], { name, rules, beyond }: HostFacts): Problem[] {
  const counted = redirects.filter(({ from }) => !hasQuery(from));
  const bare = counted.filter(({ standIn }) => standIn.kind === "copy" || standIn.kind === "none");
  const isBeyond = beyond === "the rest" ? bare.length > rules : counted.length > rules && bare.length > 0;
  const first = bare[beyond === "the rest" ? rules : 0];
  if (!isBeyond || !first) return [];
  const count = beyond === "the rest" ? bare.length : counted.length;
  const message = `is one of ${count} redirects, and ${name} reads ${rules}${beyond === "the rest" ? "" : ", or none if there are more"}; no page can stand at ${encodedAddress(first.from)}`;
  return [
    {
      file: first.file,
      field: encodedAddress(first.from),
      message,
      hint: "leave out those that are no longer requested",
    },
  ];
}
