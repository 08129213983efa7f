/** Entries as search sees them: their own words and facts, without what their pages have around them. */
import type { Body, Said } from "../content/body.ts";
import { isByDate } from "../content/collection.ts";
import type { Content } from "../content/content.ts";
import { dayOf } from "../content/date.ts";
import { type Entry, isSearched, newestFirst } from "../content/entry.ts";
import { checkedAgainst, holdsOn } from "../content/samples/proof.ts";
import { capitalised } from "../content/text/capitalised.ts";
import { shortDigest } from "./short-digest.ts";

/** What the index has of an entry. */
export type IndexedEntry = Pick<Entry, "path" | "title" | "summary" | "lang" | "label" | "tags" | "series"> & {
  readonly body: Pick<Body, "headings" | "sections">;
};

/** An entry that search finds. */
export interface IndexedPage {
  readonly entry: IndexedEntry;
  readonly said: Said;
  readonly description: string;
  /** As in 2026-11-22; missing in a collection that is not ordered by date. */
  readonly date: string | undefined;
  /** Values of facets; the first one is the kind. Each has a name that readers see in `src/theme/client/search-filters.ts`. */
  readonly filters: readonly (readonly [name: string, value: string])[];
  /** The name of its file. */
  readonly name: string;
}

/** Part of the pages' names: goes up when a page's file is to be made anew. */
const VERSION = 2;

/** Pages without a date, then the oldest first. Their numbers follow from this order. */
export function indexedPages({ collections }: Pick<Content, "collections">): IndexedPage[] {
  const entries = collections.flatMap((list) => list.entries).filter(isSearched);
  const languages = new Set(entries.map(({ lang }) => lang));
  const page = (entry: Entry, published: Entry["published"]) => pageOf(entry, published, languages.size > 1);
  const [byDate = [], others = []] = [true, false].map((wanted) =>
    collections
      .filter(({ collection }) => isByDate(collection) === wanted)
      .flatMap(({ entries }) => entries.filter(isSearched)),
  );
  return [
    ...byDate.sort(newestFirst).map((entry) => page(entry, entry.published)),
    ...others.map((entry) => page(entry, undefined)),
  ].reverse();
}

/** What a result shows of an entry above its excerpts; undefined for an entry that search leaves out. */
export function foundAs(
  entry: Entry,
): { title: string; excerpt: string; kind: string; date: string; tags: readonly string[] } | undefined {
  if (!isSearched(entry)) return undefined;
  const { title, summary, body, label, tags, published } = entry;
  const date = published ? dayOf(published) : "";
  return { title, excerpt: summary || body.said.lead, kind: label, date, tags };
}

/** Its tags, its series, and when it was published, as words. */
export function labelsOf({ entry: { tags, series = "", lang }, date = "" }: IndexedPage): string {
  return [...tags, series, ...dateWords(date, lang)].join("\n");
}

function pageOf(entry: Entry, published: Entry["published"], hasLanguages: boolean): IndexedPage {
  const { said, proof } = entry.body;
  const { path, title, lang, label, tags } = entry;
  const date = published && dayOf(published);
  const description = entry.summary || said.lead;
  const filters = [
    ["kind", label],
    ...(published ? [["year", String(published.year)] as const] : []),
    ...tags.map((tag) => ["tag", tag] as const),
    ...(hasLanguages ? [["language", ownNameOf(lang)] as const] : []),
    ...checkedAgainst(proof).map((version) => ["checked", version] as const),
    ...(proof ? holdsOn(proof) : []).map((version) => ["holds", version] as const),
  ] as const;
  const name = shortDigest(
    JSON.stringify([VERSION, path, title, lang, entry.summary, description, date, filters, said.digest]),
  );
  return { entry, said, description, date, filters, name };
}

const ownNames = new Map<string, string>();

/** What a language calls itself: `Deutsch`. */
function ownNameOf(lang: string): string {
  const known = ownNames.get(lang);
  if (known !== undefined) return known;
  const name = new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
  const own = capitalised(name, lang);
  ownNames.set(lang, own);
  return own;
}

/** The year and the month, as in `2026` and `November`, since readers remember when they read something. */
function dateWords(date: string, lang: string): string[] {
  if (!date) return [];
  return [date.slice(0, 4), monthIn(lang, Number(date.slice(5, 7)))];
}

const months = new Map<string, string>();

/** Remembered, since formatting a date takes longer than all else here. */
function monthIn(lang: string, month: number): string {
  const key = `${lang} ${month}`;
  const known = months.get(key);
  if (known !== undefined) return known;
  const name = new Date(Date.UTC(2000, month - 1)).toLocaleDateString(lang, { month: "long", timeZone: "UTC" });
  months.set(key, name);
  return name;
}
