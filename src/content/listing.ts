/** Listings: lists of entries with a page. A long one shows only the newest there, and has a page for each year. */

import { isByDate } from "./collection.ts";
import type { Content } from "./content.ts";
import { dayOf } from "./date.ts";
import { type Entry, isDated } from "./entry.ts";
import { groupBy } from "./group-by.ts";
import { hasPart, type SitePart } from "./site-parts.ts";
import { type Speaking, say, speechOf } from "./words/words.ts";

/** How many entries a list has on its own page: some 30 kB of HTML, 4 kB compressed. */
export const MOST_LISTED = 100;

export interface Listing {
  readonly name: string;
  /** Site-relative. */
  readonly path: string;
  /** Newest first, unless its collection has another order. */
  readonly entries: readonly Entry[];
}

export interface YearPage extends Listing {
  readonly year: number;
  readonly list: Listing;
}

/** The lists that readers are led to: those with something on them, or all while there is nothing at all. */
export function filledLists<List extends Listing>(lists: readonly List[]): readonly List[] {
  const filled = lists.filter(({ entries }) => entries.length > 0);
  return filled.length > 0 ? filled : lists;
}

/** What leads to a year page. */
export interface YearLink {
  readonly year: number;
  readonly path: string;
  /** Of its entries. */
  readonly count: number;
}

/** The settings that say whether a site has pages of years. */
type Years = Speaking & { readonly without: readonly SitePart[] };

/** The path of the list that a year page belongs to; undefined for the path of any other page. */
export function listOfYear(path: string): string | undefined {
  return /^(\/.+\/|\/)years\/\d+\/$/.exec(path)?.[1];
}

/** Every list whose newest entry comes first: those of collections, of tags and of authors. */
export function listsByDate({ lists, tags, authors }: Pick<Content, "lists" | "tags" | "authors">): Listing[] {
  return [...lists.filter(({ collection }) => isByDate(collection)), ...tags, ...authors];
}

/** The entries that a list has on its own page: the newest, or all where no page of a year has them. */
export function entriesOnPage(list: Listing, site: Pick<Years, "without">): readonly Entry[] {
  return isShort(list, site) ? list.entries : list.entries.slice(0, MOST_LISTED);
}

function isShort({ entries }: Listing, site: Pick<Years, "without">): boolean {
  return entries.length <= MOST_LISTED || !hasPart(site, "years");
}

/** Newest first; none for a list that has room on its page. */
export function yearPagesOf(list: Listing, site: Years): YearPage[] {
  const speech = speechOf(site, site.language);
  return yearsOf(list, site).map(([year, entries]) => ({
    year,
    name: say(speech, "listOfYear", { list: list.name, year: String(year) }).text,
    path: yearPath(list, year),
    entries,
    list,
  }));
}

/** By the path of each list that has pages of years: what leads to them, newest first. */
export function yearLinks(lists: readonly Listing[], site: Years): Map<string, YearLink[]> {
  const linksOf = (list: Listing) =>
    yearsOf(list, site).map(([year, { length }]) => ({ year, path: yearPath(list, year), count: length }));
  return new Map(lists.map((list) => [list.path, linksOf(list)] as const).filter(([, links]) => links.length > 0));
}

/** The addresses of all year pages. */
export function yearPathsOf({ years }: Pick<Content, "years">): string[] {
  return [...years.values()].flat().map(({ path }) => path);
}

function yearsOf(list: Listing, site: Years): [year: number, entries: Entry[]][] {
  if (isShort(list, site)) return [];
  return [...groupBy(list.entries.filter(isDated), ({ published }) => Number(dayOf(published).slice(0, 4)))];
}

function yearPath({ path }: Listing, year: number): string {
  return `${path}years/${year}/`;
}
