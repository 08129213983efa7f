/** Listings: lists of entries with a page. A long one shows only the newest there, and has a page for each year. */

import { isByDate } from "./collection.ts";
import type { Content } from "./content.ts";
import { redirectsOf } from "./content.ts";
import { dayOf } from "./date.ts";
import { type Entry, isDated } from "./entry.ts";
import { groupBy } from "./group-by.ts";
import { LEDGER_FILE, type Ledger } from "./ledger.ts";
import type { Redirect } from "./redirect.ts";
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

/** The settings that say whether a site has pages of years. */
type Years = Speaking & { readonly without: readonly SitePart[] };

/** The path of the list that a year page belongs to; undefined for the path of any other page. */
export function listOfYear(path: string): string | undefined {
  return /^(\/.+\/|\/)years\/\d+\/$/.exec(path)?.[1];
}

/** Redirects from year pages of earlier builds whose lists are short again, or no longer have anything of that year. */
export function formerYears(content: Content, published: Ledger): Redirect[] {
  const lists = listsByDate(content);
  const paths = new Set(lists.map(({ path }) => path));
  const now = new Set(lists.flatMap((list) => yearPagesOf(list, content.site)).map(({ path }) => path));
  const redirected = new Set(redirectsOf(content).map(({ from }) => from));
  return [...published.keys()].flatMap((from) => {
    const to = listOfYear(from);
    return to && paths.has(to) && !now.has(from) && !redirected.has(from) ? [{ from, to, file: LEDGER_FILE }] : [];
  });
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
  if (isShort(list, site)) return [];
  const speech = speechOf(site, site.language);
  const byYear = groupBy(list.entries.filter(isDated), ({ published }) => Number(dayOf(published).slice(0, 4)));
  return [...byYear].map(([year, entries]) => ({
    year,
    name: say(speech, "listOfYear", { list: list.name, year: String(year) }).text,
    path: `${list.path}years/${year}/`,
    entries,
    list,
  }));
}
