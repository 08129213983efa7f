/**
 * A site's content, wrapped so that reads are noted: of an entry's head, of its body, of a list, of a key of a map. So a page
 * that shows only the titles of its neighbours is not made again for a word in their texts.
 */
import type { Observer } from "../cache/observer.ts";
import type { Collection } from "../content/collection.ts";
import type { Content } from "../content/content.ts";
import type { Entry } from "../content/entry.ts";
import type { Listing } from "../content/listing.ts";

/** The part of an entry that other pages show. They are not made again if only its other keys change, such as an alias. */
const SHOWN = new Set<keyof Entry>([
  ...(["title", "path", "file", "slug", "collection", "label", "lang"] as const),
  ...(["summary", "published", "updated", "scheduled", "draft"] as const),
]);

/**
 * An entry, whose body is a question of its own. All that is derived must be derived from observed entries. `digest` names the
 * body; see `MadeBody`.
 */
export function observedEntry(observer: Observer, entry: Entry, digest: string): Entry {
  const body = observer.watch(`text ${entry.file}`, entry.body, () => digest);
  const whole = { ...entry, body };
  const shown = { name: `shown ${entry.file}`, keys: SHOWN };
  return observer.watch(`entry ${entry.file}`, whole, () => ({ ...whole }), shown);
}

/** What addresses in texts depend on. */
export interface Addresses extends Pick<Content, "site" | "paths"> {
  readonly edition: string;
}

/** Asks the same questions as the content that they belong to. */
export function observedAddresses(
  observer: Observer,
  { site, paths, edition }: Addresses,
): Pick<Content, "site" | "paths"> {
  return {
    site: observer.watchKeys(`site${edition}`, site),
    paths: observer.watchMap(`paths${edition}`, paths),
  };
}

/** Content that was derived from observed entries. `edition` tells the questions of a site's editions apart. */
export function observedContent(observer: Observer, content: Content, edition = ""): Content {
  const { root } = content;
  const { collections, lists, tags, authors, entries, navigation, redirects, site, paths } = content;
  for (const { collection } of collections)
    observer.name(`collection ${plainPartOf(collection)}${edition}`, collection);
  const groups = new Map(collections.map((list) => [list, observedListing(observer, list, edition)]));
  // Every key is written out: types then refuse a new key of Content that is not observed.
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
    years: observer.watchMap(`years${edition}`, content.years),
    series: observer.watchMap(`series${edition}`, content.series),
    neighbours: observer.watchMap(`neighbours${edition}`, content.neighbours),
    referrers: observer.watchMap(`referrers${edition}`, content.referrers),
    related: observer.watchMap(`related${edition}`, content.related),
    named: observer.watchMap(`named${edition}`, content.named),
    namedBy: observer.watchMap(`namedBy${edition}`, content.namedBy),
  };
  return observer.watch(`content${edition}`, parts, () => ({ ...parts }));
}

/** Its path and title are one question, its entries another. */
function observedListing<Of extends Listing>(observer: Observer, listing: Of, edition: string): Of {
  const entries = observer.watch(`on ${listing.path}${edition}`, listing.entries);
  const whole = { ...listing, entries };
  return observer.watch(`list ${listing.path}${edition}`, whole, () => ({ ...whole }));
}

/** Without its functions, which the engine's digest covers. */
function plainPartOf({ schema: _, ...collection }: Collection): string {
  return JSON.stringify(collection);
}
