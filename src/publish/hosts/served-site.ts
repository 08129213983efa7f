/**
 * How the files of a built site are to be served: the one table that the files of all hosts are made from. It is plain data,
 * which a build leaves behind for `wellformed host`.
 */
import { outputOf } from "../../content/address.ts";
import type { Edition } from "../../content/editions.ts";
import type { PlacedRedirect } from "../../content/stand-in.ts";

/** One path, or all paths below one, which ends in `/`. Site-relative and decoded. */
export type Place = { readonly below: string } | { readonly path: string };

export interface Header {
  readonly name: string;
  readonly value: string;
}

export type NotFoundIn = readonly (readonly [folder: string, page: string])[];

export interface ServedSite {
  /** The site's URL, with a slash at its end. */
  readonly url: string;
  /** Sent with every answer. */
  readonly headers: readonly Header[];
  /** Values of `Cache-Control`. No two places overlap. */
  readonly cache: { readonly at: readonly (readonly [Place, string])[]; readonly elsewhere: string };
  /** Values of `Content-Security-Policy`. Places do not overlap, except for single paths in a folder. */
  readonly policies: readonly (readonly [Place, string])[];
  /** Media types by the names of files rather than their endings, for feeds. The first name that a path ends in counts. */
  readonly typesByName: readonly (readonly [name: string, type: string])[];
  /** Media types of single files, by site-relative path: feeds at old addresses. */
  readonly typesByPath: readonly (readonly [path: string, type: string])[];
  readonly redirects: readonly PlacedRedirect[];
  /** Pages whose addresses have neither a slash nor an ending: `/2016/My-Post`, whose file is My-Post.html. */
  readonly bare: readonly string[];
  /** The page that is sent with the statuses 404 and 410. */
  readonly notFound: string;
  /** The page that is sent in its place below the folder of a further language. No two folders overlap. */
  readonly notFoundIn: NotFoundIn;
  /** Files for hosts, which readers must not get. */
  readonly hidden: readonly string[];
}

export const NOT_FOUND = "/404.html";

const ONE_YEAR = 31_536_000;
const FOR_EVER = `public, max-age=${ONE_YEAR}, immutable`;
/** May be cached, and is revalidated at each use, which takes few bytes. */
const ASKED_ABOUT = "no-cache";

const FOR_ALL: readonly Header[] = [
  { name: "X-Content-Type-Options", value: "nosniff" },
  { name: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    name: "Permissions-Policy",
    value:
      "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
      "magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  },
  { name: "Cross-Origin-Opener-Policy", value: "same-origin" },
];
/** Without `includeSubDomains`, since subdomains may not have HTTPS. */
const HTTPS_ONLY: Header = { name: "Strict-Transport-Security", value: `max-age=${ONE_YEAR}` };
const NOT_FOUND_BY_SEARCH: Header = { name: "X-Robots-Tag", value: "noindex" };

/** Folders whose files have digests in their names. Other files of the search index keep their names. */
const NAMED_BY_CONTENT = [
  "/assets/",
  "/pagefind/words/",
  "/pagefind/pages/",
  "/pagefind/fragment/",
  "/pagefind/index/",
  "/pagefind/filter/",
];

export interface Served {
  readonly url: string;
  /** True if browsers are told to use HTTPS only. */
  readonly hsts: boolean;
  /** True if search engines are kept away. */
  readonly noindex: boolean;
  readonly policies: ServedSite["policies"];
  /** Names of feeds' documents, with their media types. */
  readonly feeds: readonly (readonly [name: string, type: string])[];
  readonly redirects: readonly PlacedRedirect[];
  /** Paths of all pages. */
  readonly pages: readonly string[];
  /** Those of all languages. */
  readonly editions: readonly Pick<Edition, "root">[];
}

export function servedSite({ url, hsts, noindex, policies, feeds, redirects, pages, editions }: Served): ServedSite {
  const typesByName = feeds.map(([name, type]) => [`/${name}`, withCharset(type)] as const);
  const copies = redirects.flatMap(({ to, standIn }) => {
    const type = standIn.kind === "copy" && typesByName.find(([name]) => to.endsWith(name))?.[1];
    return standIn.kind === "copy" && type ? [[standIn.path, type] as const] : [];
  });
  return {
    url,
    headers: [...FOR_ALL, ...(hsts ? [HTTPS_ONLY] : []), ...(noindex ? [NOT_FOUND_BY_SEARCH] : [])],
    cache: { at: NAMED_BY_CONTENT.map((below) => [{ below }, FOR_EVER] as const), elsewhere: ASKED_ABOUT },
    policies,
    typesByName: [...typesByName, ["/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"]],
    typesByPath: copies,
    redirects,
    bare: pages.filter((path) => outputOf(path) === `${path}.html`.slice(1)),
    notFound: NOT_FOUND,
    notFoundIn: notFoundIn(editions),
    hidden: ["/_headers", "/_redirects"],
  };
}

export function notFoundIn(editions: Served["editions"]): NotFoundIn {
  return editions.filter(({ root }) => root !== "/").map(({ root }) => [root, root + NOT_FOUND.slice(1)]);
}

function withCharset(type: string): string {
  return type.endsWith("xml") ? `${type}; charset=utf-8` : type;
}

/** The path that the site's addresses begin with, decoded: `/` or `/blog/`. */
export function baseOf({ url }: Pick<ServedSite, "url">): string {
  return decodeURI(new URL(url).pathname);
}

/** All headers at a path or, if it ends in `/`, below it. */
export function headersAt(site: ServedSite, path: string): Header[] {
  const valueAt = (rows: readonly (readonly [Place, string])[]) => rows.find(([place]) => holds(place, path))?.[1];
  const policy = valueAt(site.policies);
  return [
    ...site.headers,
    { name: "Cache-Control", value: valueAt(site.cache.at) ?? site.cache.elsewhere },
    ...(policy ? [{ name: "Content-Security-Policy", value: policy }] : []),
  ];
}

function holds(place: Place, path: string): boolean {
  return "below" in place ? path.startsWith(place.below) : path === place.path;
}
