/** Tags and series: named groups of entries. */
import type { Entry } from "./entry.ts";
import type { Listing } from "./listing.ts";
import type { Place, Problem } from "./problems/problem.ts";
import { slugOf } from "./text/slug.ts";
import { TextList } from "./text/text.ts";
import { whenList } from "./when-keys.ts";

/** A page links to each of its tags, whose pages list it, so the output grows with the square of this. */
const MOST_TAGS = 50;

/** The tags of one entry. */
export const Tags = TextList.refine((tags) => tags.length <= MOST_TAGS, {
  when: whenList,
  error: ({ input }) =>
    `are ${Array.isArray(input) ? input.length : 0}, and ${MOST_TAGS} is the most that one page may have`,
});

/** Entries that share a tag or a series. */
export interface Group {
  readonly name: string;
  readonly slug: string;
  readonly entries: readonly Entry[];
}

export type Tag = Group & Listing;

/**
 * Every tag with its entries, in the order in which they are given, by name, as dictionaries of the site's language sort:
 * Ärger before Ofen, 2 before 10.
 */
export function tagsOf(entries: readonly Entry[], language: string, root = "/"): Tag[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return groupByName(entries, ({ tags }) => tags)
    .sort((a, b) => compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1))
    .map((group) => ({ ...group, path: tagPath(group.name, root) }));
}

/** The address of a tag's page, in the edition with this root. */
export function tagPath(name: string, root = "/"): string {
  return `${root}tags/${slugOf(name)}/`;
}

/** Every series with its parts in the order in which they were published; `entries` are newest first. */
export function seriesOf(entries: readonly Entry[]): Group[] {
  return groupByName(entries.toReversed(), ({ series }) => (series ? [series] : []));
}

export interface TagUse {
  readonly name: string;
  /** Where it is written. */
  readonly place: () => Place;
}

/** A problem for each name that another file spells differently: `rss` where there is `RSS`. */
export function spellingProblems(uses: readonly TagUse[]): Problem[] {
  const first = new Map<string, TagUse>();
  return uses.flatMap(({ name, place }) => {
    const earlier = first.get(slugOf(name));
    if (!earlier) first.set(slugOf(name), { name, place });
    if (!earlier || earlier.name === name) return [];
    const message = `"${name}" is spelled "${earlier.name}" in ${earlier.place().file}`;
    return [{ ...place(), rule: "tag-spelling" as const, field: "tags", message, hint: "use one spelling" }];
  });
}

function groupByName(entries: readonly Entry[], namesOf: (entry: Entry) => readonly string[]): Group[] {
  const groups = new Map<string, { name: string; slug: string; entries: Entry[] }>();
  for (const entry of entries) {
    for (const name of new Set(namesOf(entry))) {
      const slug = slugOf(name);
      const group = groups.get(slug) ?? { name, slug, entries: [] };
      group.entries.push(entry);
      groups.set(slug, group);
    }
  }
  return [...groups.values()];
}
