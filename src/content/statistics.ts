/** Figures about a site's content. A pure function; nothing here is published. */
import type { Content } from "./content.ts";
import { dayOf } from "./date.ts";
import { type Entry, isDated } from "./entry.ts";
import { groupBy } from "./group-by.ts";

/** A page's samples that are run, as they stand beside its transcript. */
export interface SampledPage {
  readonly file: string;
  readonly samples: number;
  /** How many of them have no result: never run, or changed since. */
  readonly unproven: number;
  /** The day of the transcript, such as `2026-11-22`. */
  readonly checked?: string | undefined;
}

export interface Figures {
  readonly entries: number;
  /** Of the running text, code left out. */
  readonly words: number;
  /** Links to other pages of the site, and links and pictures of other sites. */
  readonly internal: number;
  readonly external: number;
}

export type EntryState = "published" | "scheduled" | "draft";

export interface EntryFigures {
  readonly file: string;
  readonly path: string;
  readonly title: string;
  readonly collection: string;
  readonly state: EntryState;
  /** The day, in the site's time zone. */
  readonly published?: string;
  readonly words: number;
  /** How many other published entries link to it. */
  readonly linkedFrom: number;
  readonly internal: number;
  readonly external: number;
}

export interface Statistics {
  /** Published entries; drafts and scheduled ones are in none of the sums. */
  readonly total: Figures;
  readonly drafts: number;
  readonly scheduled: number;
  /** Hosts of other sites that are linked to. */
  readonly hosts: number;
  /** In the order of the table of collections; those with nothing are left out. */
  readonly collections: readonly (Figures & { name: string; title: string })[];
  /** Newest first; entries without a date are in none. */
  readonly years: readonly (Figures & { year: number })[];
  /** Those without a transcript first, then the oldest. */
  readonly samples: readonly SampledPage[];
  /** Every entry, drafts too, in the order of the content. */
  readonly entries: readonly EntryFigures[];
}

export function statisticsOf(content: Content, sampled: readonly SampledPage[]): Statistics {
  const published = content.entries.filter((entry) => stateOf(entry) === "published");
  const linking = sourcesByPath(published);
  const years = groupBy(published.filter(isDated), (entry) => entry.published.year);
  return {
    total: figuresOf(published),
    drafts: content.entries.filter((entry) => stateOf(entry) === "draft").length,
    scheduled: content.entries.filter((entry) => stateOf(entry) === "scheduled").length,
    hosts: new Set(published.flatMap(hostsOf)).size,
    collections: content.collections.flatMap(({ collection, entries }) =>
      entries.length > 0
        ? [{ name: collection.name, title: collection.labels.title, ...figuresOf(entries.filter(isPublished)) }]
        : [],
    ),
    years: [...years].sort(([a], [b]) => b - a).map(([year, entries]) => ({ year, ...figuresOf(entries) })),
    samples: sampled.toSorted(leastRecentFirst),
    entries: content.entries.map((entry) => entryFigures(entry, linking.get(entry.path)?.size ?? 0)),
  };
}

/** A draft stays one whatever its date is. */
export function stateOf({ draft, scheduled }: Pick<Entry, "draft" | "scheduled">): EntryState {
  if (draft) return "draft";
  return scheduled ? "scheduled" : "published";
}

function isPublished(entry: Entry): boolean {
  return stateOf(entry) === "published";
}

function entryFigures(entry: Entry, linkedFrom: number): EntryFigures {
  const { file, path, title, collection, published, body } = entry;
  return {
    ...{ file, path, title, collection, state: stateOf(entry) },
    ...(published && { published: dayOf(published) }),
    ...{ words: body.words, linkedFrom, internal: linksToOthers(entry).length, external: body.externalLinks.length },
  };
}

function figuresOf(entries: readonly Entry[]): Figures {
  return {
    entries: entries.length,
    words: sum(entries.map(({ body }) => body.words)),
    internal: sum(entries.map((entry) => linksToOthers(entry).length)),
    external: sum(entries.map(({ body }) => body.externalLinks.length)),
  };
}

/** The links of an entry to other pages: those within a page, to its own headings, are none. */
function linksToOthers({ path, body }: Entry): readonly { path: string }[] {
  return body.links.filter((link) => link.path !== path);
}

/** By a page's path: the files of the entries that link to it. */
function sourcesByPath(entries: readonly Entry[]): Map<string, Set<string>> {
  const pairs = entries.flatMap((entry) => linksToOthers(entry).map(({ path }) => ({ path, file: entry.file })));
  const groups = groupBy(pairs, ({ path }) => path);
  return new Map([...groups].map(([path, found]) => [path, new Set(found.map(({ file }) => file))]));
}

function hostsOf({ body }: Entry): string[] {
  return body.externalLinks.flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).host].filter(Boolean) : []));
}

function leastRecentFirst(a: SampledPage, b: SampledPage): number {
  const [one, other] = [a.checked ?? "", b.checked ?? ""];
  if (one !== other) return one < other ? -1 : 1;
  return a.file < b.file ? -1 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
