/**
 * The content of a site, whose reading is noted: which entry, whether more than its head, which list, which of its maps and
 * for what. So a page that shows only its neighbours' titles is not made again because of a word in their texts.
 */
import type { Observer } from "../cache/observer.ts";
import type { Collection } from "../content/collection.ts";
import type { Content } from "../content/content.ts";
import type { Entry } from "../content/entry.ts";
import type { Listing } from "../content/listing.ts";

/** What pages of others show of an entry: they stay as they are where another tag, or another alias, is all that is new. */
const SHOWN = new Set<keyof Entry>([
  ...(["title", "path", "file", "slug", "collection", "label", "lang"] as const),
  ...(["summary", "published", "updated", "scheduled", "draft"] as const),
]);

/**
 * An entry, and its body for itself. Everything that is derived must be derived from these. `digest` is the body's name; see
 * `MadeBody`.
 */
export function observedEntry(observer: Observer, entry: Entry, digest: string): Entry {
  const body = observer.watch(`text ${entry.file}`, entry.body, () => digest);
  const whole = { ...entry, body };
  const shown = { name: `shown ${entry.file}`, keys: SHOWN };
  return observer.watch(`entry ${entry.file}`, whole, () => ({ ...whole }), shown);
}

/** What addresses in texts are made with; of each edition of a site, which `edition` names. */
export interface Addresses extends Pick<Content, "site" | "paths"> {
  readonly edition: string;
}

/** Answers the same questions as the content that they are of. */
export function observedAddresses(
  observer: Observer,
  { site, paths, edition }: Addresses,
): Pick<Content, "site" | "paths"> {
  return {
    site: observer.watchKeys(`site${edition}`, site),
    paths: observer.watchMap(`paths${edition}`, paths),
  };
}

/** Content that was derived from observed entries; each edition of a site is a content of its own, and `edition` its name. */
export function observedContent(observer: Observer, content: Content, edition = ""): Content {
  const { root } = content;
  const { collections, lists, tags, authors, entries, navigation, redirects, site, paths } = content;
  for (const { collection } of collections)
    observer.name(`collection ${plainPartOf(collection)}${edition}`, collection);
  const groups = new Map(collections.map((list) => [list, observedListing(observer, list, edition)]));
  // Each key is named: one that Content has and this has not is an error of types, and not one that nobody observes.
  const parts: Content = {
    root,
    editions: content.editions,
    translations: observer.watchMap(`translations${edition}`, content.translations),
    ...observedAddresses(observer, { site, paths, edition }),
    collections: observer.watch(`collections${edition}`, [...groups.values()]),
    lists: observer.watch(
      `lists${edition}`,
      lists.flatMap((list) => groups.get(list) ?? []),
    ),
    authors: observer.watch(
      `authors${edition}`,
      authors.map((author) => observedListing(observer, author, edition)),
    ),
    navigation: observer.watch(`navigation${edition}`, navigation),
    tags: observer.watch(
      `tags${edition}`,
      tags.map((tag) => observedListing(observer, tag, edition)),
    ),
    entries: observer.watch(`entries${edition}`, entries),
    redirects: observer.watch(`redirects${edition}`, redirects),
    comments: observer.watchMap(`comments${edition}`, content.comments),
    mentions: observer.watchMap(`mentions${edition}`, content.mentions),
    copyCounts: observer.watchMap(`copyCounts${edition}`, content.copyCounts),
    series: observer.watchMap(`series${edition}`, content.series),
    neighbours: observer.watchMap(`neighbours${edition}`, content.neighbours),
    referrers: observer.watchMap(`referrers${edition}`, content.referrers),
    related: observer.watchMap(`related${edition}`, content.related),
    named: observer.watchMap(`named${edition}`, content.named),
    namedBy: observer.watchMap(`namedBy${edition}`, content.namedBy),
  };
  return observer.watch(`content${edition}`, parts, () => ({ ...parts }));
}

/** Where it leads and what it is called is one thing, what is on it another. */
function observedListing<Of extends Listing>(observer: Observer, listing: Of, edition: string): Of {
  const entries = observer.watch(`on ${listing.path}${edition}`, listing.entries);
  const whole = { ...listing, entries };
  return observer.watch(`list ${listing.path}${edition}`, whole, () => ({ ...whole }));
}

/** The engine's own part, its functions, is in the engine's digest. */
function plainPartOf({ schema: _, ...collection }: Collection): string {
  return JSON.stringify(collection);
}
