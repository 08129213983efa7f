/** Tags and series: named groups of entries. */
import type { Entry } from "./entry.ts";
import type { Listing } from "./listing.ts";
import type { Place, Problem } from "./problems/problem.ts";
import { type Slugs, spellingOf } from "./slugs.ts";
import type { Spelling } from "./text/latin-letters.ts";
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

/** Where tags are: in an edition of a site. */
interface Tagged {
  readonly site: { readonly language: string; readonly slugs: Slugs };
  /** Of the edition. */
  readonly root: string;
}

/**
 * Every tag with its entries, in the order in which they are given, by name, as dictionaries of the site's language sort:
 * Ärger before Ofen, 2 before 10.
 */
export function tagsOf(entries: readonly Entry[], { site, root }: Tagged): Tag[] {
  const { compare } = new Intl.Collator(site.language, { numeric: true });
  return groupByName(entries, ({ tags }) => tags, spellingOf(site, site.language))
    .sort((a, b) => compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1))
    .map((group) => ({ ...group, path: tagPath(group.name, { site, root }) }));
}

/** The address of a tag's page, in an edition of a site. */
export function tagPath(name: string, { site, root }: Tagged): string {
  return `${root}tags/${slugOf(name, spellingOf(site, site.language))}/`;
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

/** A problem for each name that another file spells differently: `rss` where there is `RSS`; and for two that are one in Latin letters. */
export function spellingProblems(uses: readonly TagUse[], spelling?: Spelling): Problem[] {
  const first = new Map<string, TagUse>();
  return uses.flatMap(({ name, place }) => {
    const slug = slugOf(name, spelling);
    const earlier = first.get(slug);
    if (!earlier) first.set(slug, { name, place });
    if (!earlier || earlier.name === name) return [];
    const isOne = slugOf(name) === slugOf(earlier.name);
    const message = isOne
      ? `"${name}" is spelled "${earlier.name}" in ${earlier.place().file}`
      : `"${name}" has the address of "${earlier.name}" in ${earlier.place().file}: both are "${slug}" in Latin letters`;
    const own = `slugs: { latin: { ${JSON.stringify(name)}: "another-spelling" } }`;
    const hint = isOne ? "use one spelling" : `use one of them, or write ${own} in _data/site.ts`;
    return [{ ...place(), rule: "tag-spelling" as const, field: "tags", message, hint }];
  });
}

function groupByName(
  entries: readonly Entry[],
  namesOf: (entry: Entry) => readonly string[],
  spelling?: Spelling,
): Group[] {
  const groups = new Map<string, { name: string; slug: string; entries: Entry[] }>();
  for (const entry of entries) {
    for (const name of new Set(namesOf(entry))) {
      const slug = slugOf(name, spelling);
      const group = groups.get(slug) ?? { name, slug, entries: [] };
      group.entries.push(entry);
      groups.set(slug, group);
    }
  }
  return [...groups.values()];
}
