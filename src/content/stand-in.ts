/**
 * What stands at an old address, for hosts that read no `_redirects`: a page that redirects, or a copy of the feed that it
 * leads to, since readers of feeds do not follow pages. Not every address can have a file.
 */
import { addressKeys, outputOf } from "./address.ts";
import { hasQuery } from "./old-address.ts";
import { GONE, pathOfTarget, type Redirect } from "./redirect.ts";
import { fileNameProblems } from "./text/file-name.ts";

export type StandIn =
  | { readonly kind: "page" | "copy" /** Its own path. */; readonly path: string }
  | { readonly kind: "none"; readonly why: "query" | "case" | "name" | "feed" }
  /** Nothing is needed: the address is gone, or hosts lead from it to the page by themselves. */
  | { readonly kind: "host" };

/** A redirect with what stands at its address. */
export interface PlacedRedirect extends Redirect {
  readonly standIn: StandIn;
}

export interface Published {
  /** The keys of all pages and files, with the path that has each: see `addressKeys`. */
  readonly pathOfKey: ReadonlyMap<string, string>;
  /** Paths of feed documents that one can subscribe to. */
  readonly feeds: ReadonlySet<string>;
}

export function standInOf({ from, to }: Redirect, { pathOfKey, feeds }: Published): StandIn {
  if (to === GONE) return { kind: "host" };
  if (hasQuery(from)) return { kind: "none", why: "query" };
  const holder = addressKeys(from).flatMap((key) => pathOfKey.get(key) ?? []);
  if (holder.includes(`${from}/`) && pathOfTarget(to) === `${from}/`) return { kind: "host" };
  if (holder.length > 0) return { kind: "none", why: "case" };
  // An encoded #, % or ? stays encoded in a path.
  if (from.includes("%") || fileNameProblems(from, "", { file: "" }).length > 0) return { kind: "none", why: "name" };
  const isFeed = feeds.has(to);
  const path = isFeed ? copyPath(from, to) : pagePath(from);
  if (path === undefined || pathOfKey.has(keyOfFile(path))) return { kind: "none", why: isFeed ? "feed" : "case" };
  return { kind: isFeed ? "copy" : "page", path };
}

/** Hosts lead from `/old`, and from `/old.php`, to the folder of that name and serve the page in it. */
function pagePath(from: string): string {
  return from.endsWith("/") || /\.html?$/i.test(from) ? from : `${from}/`;
}

/** GitHub Pages, and servers that are told so, serve a folder's `index.xml` where it has no `index.html`. */
function copyPath(from: string, to: string): string | undefined {
  if (/\.(xml|rss|atom|rdf|json)$/i.test(from)) return from;
  return to.endsWith(".xml") ? `${from.replace(/\/?$/, "/")}index.xml` : undefined;
}

function keyOfFile(path: string): string {
  return outputOf(path).normalize("NFC").toLowerCase();
}
