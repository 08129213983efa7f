/** The content of a site with everything derived from it: pages, feeds and search are made from this. */

import { type AuthorListing, authorListings } from "./author.ts";
import type { Asset } from "./body.ts";
import { type Collection, isByDate, listPath } from "./collection.ts";
import type { Comment } from "./comment.ts";
import type { DrawnPicture } from "./drawing.ts";
import { type Edition, editionsOf } from "./editions.ts";
import { type Entry, isDated, newestFirst } from "./entry.ts";
import { groupBy } from "./group-by.ts";
import { type Listing, listsByDate, type YearLink, yearLinks } from "./listing.ts";
import { type NavigationLink, navigationOf } from "./navigation.ts";
import type { NumberedWords } from "./numbered-words.ts";
import { oldAddressOf } from "./old-address.ts";
import { textsAt } from "./own-keys.ts";
import type { Picture } from "./picture.ts";
import type { CopyCounts, Mention } from "./reactions.ts";
import type { Redirect } from "./redirect.ts";
import { relatedEntries } from "./related.ts";
import type { Site } from "./site.ts";
import { hasPart } from "./site-parts.ts";
import { type Group, seriesOf, type Tag, tagsOf } from "./tag.ts";
import { translationsOf } from "./translations.ts";

/** A collection's entries in their order. */
export interface CollectionList extends Listing {
  readonly collection: Collection;
}

/** The entries beside an entry in its collection's list. */
export interface Neighbours {
  readonly older: Entry | undefined;
  readonly newer: Entry | undefined;
}

export interface Content {
  readonly site: Site;
  /** Site-relative path of its home page: `/`, or `/de/` for what is in a further language. */
  readonly root: string;
  /** All that the site has. */
  readonly editions: readonly Edition[];
  /** Every collection, in the order of the table. */
  readonly collections: readonly CollectionList[];
  /** Those that have a page with the list of their entries. */
  readonly lists: readonly CollectionList[];
  /** Those of all collections, one after the other. */
  readonly entries: readonly Entry[];
  /** In the order of the settings. */
  readonly authors: readonly AuthorListing[];
  /** By name. */
  readonly tags: readonly Tag[];
  /** By the path of a list that has a page for each year: what leads to them, newest first. */
  readonly years: ReadonlyMap<string, readonly YearLink[]>;
  /** By the file of each of its entries. */
  readonly series: ReadonlyMap<string, Group>;
  /** By the file of each entry of a list that is ordered by date. */
  readonly neighbours: ReadonlyMap<string, Neighbours>;
  /** By a page's path: the entries whose text links to it. */
  readonly referrers: ReadonlyMap<string, readonly Entry[]>;
  /** By an entry's file: others about the same things, best first. */
  readonly related: ReadonlyMap<string, readonly Entry[]>;
  /** By an entry's file, in NFC: its path. */
  readonly paths: ReadonlyMap<string, string>;
  /** By an entry's file: those of another collection that its front matter names, such as a project's essays. */
  readonly named: ReadonlyMap<string, readonly Entry[]>;
  /** By an entry's file: those that name it so. */
  readonly namedBy: ReadonlyMap<string, readonly Entry[]>;
  /** By an entry's file: it and its translations, the original first; none for one that is in one language only. */
  readonly translations: ReadonlyMap<string, readonly Entry[]>;
  /** By the slug of their post; none where the settings do not show them. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  /** By a page's path: what others said of it, oldest first; none where the settings name no webmentions. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** By the address of a post's copy. */
  readonly copyCounts: ReadonlyMap<string, CopyCounts>;
  /** The links at the top of each page. */
  readonly navigation: readonly NavigationLink[];
  /** From `_data/redirects.ts`, and from former year pages; aliases are not among them. */
  readonly redirects: readonly Redirect[];
}

/** Content as it was read, before anything is derived. */
export interface ContentParts {
  readonly site: Site;
  readonly collections: readonly Collection[];
  /** In any order. */
  readonly entries: readonly Entry[];
  /** The entries of all editions, where these are those of one. */
  readonly everywhere?: readonly Entry[];
  /** Of the edition. */
  readonly root?: string;
  /** Where these settings are not those of the whole site. */
  readonly editions?: readonly Edition[];
  readonly redirects?: readonly Redirect[];
  /** Where it does not follow from the settings. */
  readonly navigation?: readonly NavigationLink[];
  readonly comments?: ReadonlyMap<string, readonly Comment[]>;
  readonly mentions?: ReadonlyMap<string, readonly Mention[]>;
  readonly copyCounts?: ReadonlyMap<string, CopyCounts>;
  /** Has what was found of earlier builds' texts for related entries. */
  readonly words?: { readonly related: NumberedWords } | undefined;
}

export function contentOf(parts: ContentParts): Content {
  const { site, collections, entries, everywhere = entries, root = "/", redirects = [] } = parts;
  const { editions = editionsOf(site) } = parts;
  const translations = translationsOf(everywhere, editions);
  const { comments = new Map(), mentions = new Map(), copyCounts = new Map() } = parts;
  const groups = collectionLists({ collections, entries });
  const lists = groups.filter(({ collection }) => !collection.isStandalone);
  const byDate = lists.filter(({ collection }) => isByDate(collection));
  const all = groups.flatMap((list) => list.entries);
  const chronicle = all.filter(isDated).sort(newestFirst);
  const authors = authorListings(site, chronicle, root);
  const tags = hasPart(site, "tags") ? tagsOf(chronicle, { site, root }) : [];
  return {
    ...{ root, editions, translations },
    ...{ site, collections: groups, lists, redirects, comments, mentions, copyCounts },
    entries: all,
    navigation: parts.navigation ?? navigationOf(site, all),
    ...{ authors, tags },
    years: yearLinks(listsByDate({ lists, tags, authors }), site),
    series: seriesIn(everywhere.filter(isDated).sort(newestFirst), all, translations),
    neighbours: new Map(byDate.flatMap(neighboursIn)),
    referrers: referrersOf(
      everywhere === entries
        ? lists.flatMap((list) => list.entries)
        : everywhere.filter(({ collection }) => lists.some((list) => list.collection.name === collection)),
    ),
    paths: new Map(everywhere.map(({ file, path }) => [file.normalize("NFC"), path])),
    related: relatedEntries(
      byDate.flatMap((list) => list.entries),
      parts.words?.related,
    ),
    ...referencesIn(lists),
  };
}

/**
 * The series of these entries. A part that is in another language only is there as it is, so that the series is whole, and of
 * one that is there in several, the one in the language of these.
 */
function seriesIn(
  everywhere: readonly Entry[],
  these: readonly Entry[],
  translations: ReadonlyMap<string, readonly Entry[]>,
): Map<string, Group> {
  const own = new Set(these.map(({ file }) => file));
  const isOwn = ({ file }: Entry) => own.has(file);
  const chosen = everywhere.filter((entry) => {
    const all = translations.get(entry.file) ?? [entry];
    return isOwn(entry) || (!all.some(isOwn) && entry === all[0]);
  });
  const groups = seriesOf(chosen).filter(({ entries }) => entries.some(isOwn));
  return new Map(groups.flatMap((series) => series.entries.filter(isOwn).map(({ file }) => [file, series])));
}

/** Every collection's entries in their order. */
export function collectionLists({
  collections,
  entries,
}: Pick<ContentParts, "collections" | "entries">): CollectionList[] {
  return collections.map((collection) => listOf(collection, entries));
}

function listOf(collection: Collection, entries: readonly Entry[]): CollectionList {
  const own = entries.filter((entry) => entry.collection === collection.name);
  const ordered = own.sort((a, b) => collection.compare?.(a, b) ?? newestFirst(a, b));
  return { collection, name: collection.labels.title, path: listPath(collection), entries: ordered };
}

function neighboursIn({ entries }: Listing): [file: string, Neighbours][] {
  return entries.map(({ file }, at) => [file, { older: entries[at + 1], newer: entries[at - 1] }]);
}

function referrersOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const referrers = new Map<string, Entry[]>();
  for (const entry of entries) {
    const targets = new Set(entry.body.links.map(({ path }) => path));
    targets.delete(entry.path);
    for (const path of targets) {
      const earlier = referrers.get(path);
      if (earlier) earlier.push(entry);
      else referrers.set(path, [entry]);
    }
  }
  return referrers;
}

function referencesIn(lists: readonly CollectionList[]): Pick<Content, "named" | "namedBy"> {
  const pairs = lists.flatMap(({ collection, entries }) =>
    Object.entries(collection.references ?? {}).flatMap(([key, name]) => {
      const targets = lists.find((list) => list.collection.name === name)?.entries ?? [];
      return entries.flatMap((entry) => {
        const slugs = new Set(textsAt(entry, key));
        return targets.filter(({ slug }) => slugs.has(slug)).map((target) => ({ entry, target }));
      });
    }),
  );
  const group = (by: "entry" | "target", of: "entry" | "target") =>
    new Map([...groupBy(pairs, (pair) => pair[by].file)].map(([file, found]) => [file, found.map((one) => one[of])]));
  return { named: group("entry", "target"), namedBy: group("target", "entry") };
}

/** All redirects: from aliases in front matter, from `_data/redirects.ts`, and from former year pages. */
export function redirectsOf({ entries, redirects }: Pick<Content, "entries" | "redirects">): Redirect[] {
  const moved = ({ aliases, path, file }: Entry) =>
    aliases.map((alias) => ({ from: oldAddressOf(alias) ?? alias, to: path, file }));
  return [...entries.flatMap(moved), ...redirects];
}

/** Files that are published with the pages, or from which such files are made. */
export interface Media {
  /** Published as they are. */
  readonly assets: readonly Asset[];
  /** Pages show renditions of these. */
  readonly pictures: readonly Picture[];
  readonly drawings: readonly DrawnPicture[];
}

export function mediaOf(content: Content): Media {
  const bodies = content.entries.map(({ body }) => body);
  const previews = content.entries.flatMap(({ image }) => image ?? []);
  const heard = content.entries.flatMap(({ episode }) => episode?.assets ?? []);
  return {
    assets: [...bodies.flatMap(({ assets }) => assets), ...heard, ...previews.flatMap(({ asset }) => asset ?? [])],
    pictures: [...bodies.flatMap(({ pictures }) => pictures), ...previews.flatMap(({ picture }) => picture ?? [])],
    drawings: bodies.flatMap(({ drawings }) => drawings),
  };
}
