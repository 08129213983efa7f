/** Where each entry of an import goes: its folder, its address, what redirects to it, and what links to it may be called. */
import { posix } from "node:path";
import { PagePath } from "../content/address.ts";
import { OldAddress } from "../content/old-address.ts";
import { parsedUrl } from "../content/parsed-url.ts";
import { Redirects } from "../content/redirect.ts";
import { FEED_FILE } from "../content/syndication.ts";
import { isSlug, slugOf } from "../content/text/slug.ts";
import { listingsOf } from "./listings.ts";
import type { Left, SourceEntry, SourceRedirect, SourceSite } from "./source-site.ts";
import { oneLine } from "./tags/tags.ts";

export interface Planned {
  readonly entry: SourceEntry;
  readonly slug: string;
  /** Of its folder, relative to the site: `posts/my-post`. */
  readonly folder: string;
  readonly file: string;
  /** Its address here. */
  readonly path: string;
  /** Undefined where the address is the one that it would have by itself. */
  readonly permalink: string | undefined;
  /** Old addresses that front matter can name. */
  readonly aliases: readonly string[];
  readonly isPublic: boolean;
}

export interface Plan {
  readonly entries: readonly Planned[];
  /** Those of `_data/redirects.ts`. */
  readonly redirects: ReadonlyMap<string, string>;
  readonly left: readonly Left[];
  /** By an old address, whatever its case and ending, or by one that only its query tells apart: `/?p=7`. */
  byAddress(address: string): Planned | undefined;
  /** The page here for one of the old site that listed posts. */
  listing(path: string): string | undefined;
  /** The feed here for one of the old site. */
  feed(path: string): string | undefined;
  /** By a file of the tree, with or without its ending. */
  byFile(file: string): Planned | undefined;
  /** The whole old address of an entry that had one. */
  oldUrl(entry: SourceEntry): string | undefined;
  /** The path below the old site's own, for an address of its host; undefined for one of another. */
  ownPath(address: string): string | undefined;
  /** The whole address of what is on the old site's host and not in its folder; undefined for a site that has all of the host. */
  besideSite(address: string): string | undefined;
}

/** Folders and pages that the engine makes itself. */
const TAKEN =
  /^\/(posts|projects|tags|series|search|subscribe|assets|pagefind|about)\/$|^\/(tags|series|projects|assets|pagefind)\/|^\/$|^\/posts\/\d{4}\/$|^\/404/;

const FEED = /^\/(feed\.(xml|json)|atom\.xml)$/;

export function planOf(site: SourceSite, now: number): Plan {
  const left: Left[] = [];
  const slugs = new Set<string>(["index"]);
  const paths = new Set<string>();
  const drafts = site.entries.filter(hasPage).map((entry): Planned => {
    const place = entry.kind === "post" ? postPlace(entry, slugs, paths) : pagePlace(entry, slugs, paths);
    paths.add(place.path.toLowerCase());
    const isDated = entry.kind === "page" || (entry.date !== undefined && Date.parse(entry.date) <= now);
    const isPublic = entry.draft === undefined && isDated;
    return { entry, ...place, isPublic, file: `${place.folder}/index.md`, aliases: [] };
  });
  const redirects = new Map<string, string>();
  const taken = new Map([...paths].map((path) => [path, path] as const));
  const note = (
    place: { file: string; line?: number | undefined },
    was: string,
    now: string,
    outcome: Left["outcome"] = "left",
  ) => left.push({ file: place.file, line: place.line, construct: "old address", outcome, was: oneLine(was), now });
  const claim = (from: string, to?: string): boolean => {
    const key = from.toLowerCase();
    // Two that differ only in capitals or the last slash must lead to one page.
    const isFree = [key, `${key}/`].every((one) => !taken.has(one) || taken.get(one) === to);
    if (isFree) taken.set(key, to ?? "");
    return isFree;
  };
  const entries = drafts.map((planned): Planned => {
    const { entry, path } = planned;
    if (!planned.isPublic) return planned;
    const old = [...(entry.address === undefined ? [] : [entry.address]), ...entry.aliases];
    const aliases: string[] = [];
    for (const from of new Set(old.map((one) => one.normalize("NFC")))) {
      // Hosts lead from an address without its last slash to the one with it by themselves.
      if (from === path || `${from}/` === path || !from.startsWith("/")) continue;
      const written = OldAddress.safeParse(from).success ? from : encodeURI(from);
      if (!OldAddress.safeParse(written).success) note(entry, from, "nothing: a rule of the host must lead it on");
      else if (claim(from, path)) aliases.push(written);
    }
    return { ...planned, aliases };
  });
  const byAddress = new Map<string, Planned>();
  for (const planned of entries) {
    for (const address of [planned.entry.address, planned.path, ...planned.entry.aliases]) {
      if (address !== undefined && !byAddress.has(plainPath(address))) byAddress.set(plainPath(address), planned);
    }
  }
  const byFile = filesOf(entries);
  const ownPath = ownPathOf(site.url);
  const listings = listingsOf(
    site,
    entries.flatMap(({ isPublic, entry }) => (isPublic ? [entry] : [])),
  );
  const feeds = new Map(
    site.feeds.flatMap((feed): [string, string][] => {
      const to = listings.feedFor(feed);
      return to === undefined ? [] : [[typeof feed === "string" ? feed : feed.path, to]];
    }),
  );
  for (const { from, to, ...place } of site.redirects) addRedirect(from, to, place);
  for (const [from, to] of listings.known)
    if (plainPath(from) !== plainPath(to) && !isMade(from) && canRedirect(from) && claim(from)) redirects.set(from, to);
  for (const { address: from } of site.entries.filter((entry) => !hasPage(entry))) {
    const to = from === undefined ? undefined : listings.at(from);
    if (from !== undefined && to && plainPath(from) !== to.slice(0, -1) && canRedirect(from) && claim(from, to))
      redirects.set(from, to);
  }
  for (const [from, to] of feeds) if (!isMadeFeed(from) && canRedirect(from) && claim(from)) redirects.set(from, to);
  return {
    ...{ entries, redirects, left, ownPath },
    besideSite: (address) => besideSite(address, site.url),
    oldUrl: ({ address }) =>
      address === undefined || site.url === undefined ? undefined : site.url.replace(/\/$/, "") + encodeURI(address),
    byAddress: (address) => byAddress.get(plainPath(address)),
    listing: (path) => listings.at(path),
    feed: (path) => feeds.get(path),
    byFile: (file) => byFile.get(file) ?? byFile.get(file.replace(/\.\w+$/, "")),
  };

  function addRedirect(from: string, to: string, place: Omit<SourceRedirect, "from" | "to">): void {
    const own = ownPath(to) ?? to;
    const page = byAddress.get(plainPath(own));
    const made = own === "/" ? own : (feeds.get(own) ?? listings.at(own));
    const isElsewhere =
      /^https?:\/\//.test(to) && (ownPath(to) === undefined || besideSite(to, site.url) !== undefined);
    const target = page?.path ?? made ?? (isElsewhere ? to : undefined);
    if (page && from.includes("?")) byAddress.set(plainPath(from), page);
    if (target === undefined) note(place, `${from} → ${to}`, "nothing: it leads to no page of this site");
    else if (!canRedirect(from)) note(place, from, "nothing: a rule of the host must lead it on");
    else if (withoutSlash(from) !== withoutSlash(target) && claim(from, target)) redirects.set(from, target);
  }
}

/** False for the old home page, and for pages whose layout made all that they showed. */
function hasPage({ kind, address, body, draft }: SourceEntry): boolean {
  if (kind === "post") return true;
  const isOwn = address === undefined || plainPath(address) !== "/";
  return isOwn && (draft !== undefined || body.text.trim() !== "");
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, "");
}

/** True for an address that this site answers by itself, with or without its last slash. */
function isMade(address: string): boolean {
  return TAKEN.test(address) || TAKEN.test(`${address}/`) || FEED.test(address);
}

/** Below a tag's page there are more files than ours: Hugo's feeds are `/tags/sql/index.xml`. */
function isMadeFeed(address: string): boolean {
  return isMade(address) && (FEED_FILE.test(address) || !/\.\w+$/.test(address));
}

type Place = Pick<Planned, "slug" | "folder" | "path" | "permalink">;

function postPlace(entry: SourceEntry, slugs: Set<string>, paths: ReadonlySet<string>): Place {
  const slug = unused(slugFor(entry), [languageBehind(entry), entry.date?.slice(0, 10)], slugs);
  slugs.add(slug);
  const own = `/posts/${slug}/`;
  const wanted = entry.address === undefined ? own : (pathFor(entry.address) ?? own);
  const path = paths.has(wanted.toLowerCase()) || (wanted !== own && TAKEN.test(wanted)) ? own : wanted;
  return { slug, folder: `posts/${slug}`, path, permalink: path === own ? undefined : path };
}

/** Folders of `pages/` are addresses. */
function pagePlace(entry: SourceEntry, slugs: Set<string>, paths: ReadonlySet<string>): Place {
  const wanted = entry.address === undefined ? undefined : pathFor(entry.address);
  const isFree = wanted !== undefined && !paths.has(wanted) && (!TAKEN.test(wanted) || wanted === "/about/");
  const slug = isFree ? "" : unused(slugFor(entry), [languageBehind(entry)], slugs);
  if (slug) slugs.add(slug);
  const path = isFree ? wanted : `/${slug}/`;
  return {
    slug: path.slice(1, -1).replaceAll("/", "-"),
    folder: `pages${path.replace(/\/$/, "")}`,
    path,
    permalink: undefined,
  };
}

/** `de`, `pt-br`: the suffix that distinguishes a translation from the text with the same slug. */
function languageBehind({ language }: SourceEntry): string | undefined {
  const plain = language?.toLowerCase();
  return plain !== undefined && isSlug(plain) ? plain : undefined;
}

function slugFor({ address, file, title }: SourceEntry): string {
  const fromAddress = address
    ?.split("/")
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.(html?|php|aspx?)$/i, "");
  const isNumber = fromAddress !== undefined && /^\d{1,4}$/.test(fromAddress);
  const isName = fromAddress && !isNumber && !/^index$/i.test(fromAddress);
  const name = isName ? fromAddress : nameOf(file, title ?? (isNumber ? `post-${fromAddress}` : undefined));
  const lower = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\d{4}-\d\d?-\d\d?-(?=.)/, "");
  return isSlug(lower) && lower.length <= 120 ? lower : slugOf(lower).slice(0, 120).replace(/-+$/, "");
}

function nameOf(file: string, title: string | undefined): string {
  const stem = posix.basename(file).replace(/\.\w+$/, "");
  const name = /^_?index$/i.test(stem) ? posix.basename(posix.dirname(file)) : stem;
  return /\.(md|markdown|mdx|mkd|mdown|html?)$/i.test(file)
    ? name.replace(/^\d{4}-\d\d?-\d\d?-(?=.)/, "")
    : (title ?? name);
}

/** The slug, or the first with one of the endings behind it that is free, or with a number. */
function unused(slug: string, endings: readonly (string | undefined)[], used: ReadonlySet<string>): string {
  if (!used.has(slug)) return slug;
  const free = endings.find((ending) => ending !== undefined && !used.has(`${slug}-${ending}`));
  if (free !== undefined) return `${slug}-${free}`;
  let number = 2;
  while (used.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

/** The old address, or the nearest that a page can have: lower case, from `/` to `/`. */
function pathFor(address: string): string | undefined {
  const clean = address
    .normalize("NFC")
    .replace(/(^|\/)index\.(html?|php)$/i, "$1")
    .replace(/\.(html?|php|aspx?)$/i, "");
  const candidates = [clean, clean.toLowerCase()].map((one) => one.replace(/\/?$/, "/"));
  const spaced = clean
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/\/?$/, "/");
  return [...candidates, spaced].find((one) => one.length < 200 && PagePath.safeParse(one).success);
}

function canRedirect(from: string): boolean {
  return Redirects.safeParse({ [from]: "/" }).success;
}

/** By which two spellings of one address are the same. */
export function plainPath(path: string): string {
  const decoded = path.includes("%") ? decodedOr(path) : path;
  return decoded
    .normalize("NFC")
    .toLowerCase()
    .replace(/(^|\/)index\.(html?|php)$/, "$1")
    .replace(/\.html?$/, "")
    .replace(/\/+$/, "")
    .replace(/^\/*/, "/");
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Export files hold many entries, and are no name of any. */
function filesOf(entries: readonly Planned[]): Map<string, Planned> {
  const counts = new Map<string, number>();
  for (const { entry } of entries) counts.set(entry.file, (counts.get(entry.file) ?? 0) + 1);
  const found = new Map<string, Planned>();
  for (const planned of entries) {
    const { file } = planned.entry;
    if (counts.get(file) !== 1) continue;
    const stem = file.replace(/\.\w+$/, "");
    for (const name of [file, stem, stem.replace(/\/_?index$/, "")]) if (!found.has(name)) found.set(name, planned);
  }
  return found;
}

function besideSite(address: string, siteUrl: string | undefined): string | undefined {
  const site = siteUrl ? parsedUrl(siteUrl) : null;
  const url = site && /^(https?:)?\//i.test(address) ? parsedUrl(address, site.href) : null;
  if (!site || !url || url.host.replace(/^www\./, "") !== site.host.replace(/^www\./, "")) return undefined;
  const base = site.pathname.replace(/\/?$/, "/");
  return `${url.pathname}/`.startsWith(base) ? undefined : url.href;
}

function ownPathOf(url: string | undefined): (address: string) => string | undefined {
  const site = url ? parsedUrl(url) : null;
  const host = site?.host.replace(/^www\./, "");
  const base = decodedOr(site?.pathname ?? "/").replace(/\/$/, "");
  return (address) => {
    const isWeb = /^(https?:)?\/\//i.test(address);
    if (!isWeb && /^[a-z][a-z\d+.-]*:/i.test(address)) return undefined;
    const parsed = isWeb ? parsedUrl(address, "https://x.invalid") : undefined;
    if (parsed === null || (parsed && parsed.host.replace(/^www\./, "") !== host)) return undefined;
    const path = parsed ? decodedOr(parsed.pathname) : decodedOr(address);
    return base && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) || "/" : path;
  };
}
