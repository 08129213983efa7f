/** How sentences refer to entries of one or several collections, in the site's language or in another. */

import type { Collection, Labels } from "./collection.ts";
import type { CollectionList, Content } from "./content.ts";
import type { Entry } from "./entry.ts";
import { groupBy } from "./group-by.ts";
import { labelsFor } from "./labels.ts";
import { filled } from "./words/message.ts";
import { localeOf, type Speaking } from "./words/words.ts";

interface Named {
  readonly lists: readonly Pick<CollectionList, "collection">[];
  readonly site: Speaking;
}

/** The collection that an entry is of. */
export function collectionOf({ collection, file }: Entry, { collections }: Pick<Content, "collections">): Collection {
  const list = collections.find((one) => one.collection.name === collection);
  if (!list) throw new Error(`${file} is of the collection "${collection}", which is not in the table`);
  return list.collection;
}

/** Names what the site publishes in lists: `essays`, or `essays and talks`. */
export function allKinds({ lists, site }: Named, language = site.language): string {
  const kinds = lists.map(({ collection }) => labelsFor(collection, site, language).labels.many);
  return inSentence(kinds, language);
}

/** Names some entries: `essays`, or `essays and talks`. */
export function kindsOf(entries: readonly Entry[], { lists, site }: Named, language = site.language): string {
  const kinds = countByCollection(entries, lists).map(
    ({ list }) => labelsFor(list.collection, site, language).labels.many,
  );
  return inSentence(kinds, language);
}

/** How many there are of each kind: `one essay`, or `3 essays and one project`. */
export function countOf(entries: readonly Entry[], { lists, site }: Named, language = site.language): string {
  const counts = countByCollection(entries, lists).map(({ list, count }) =>
    filled(countPhrase(labelsFor(list.collection, site, language).labels), { count }, localeOf(site, language)),
  );
  return inSentence(counts, language);
}

export function inSentence(parts: readonly string[], language: string): string {
  return new Intl.ListFormat(language).format(parts);
}

function countPhrase({ one, many, count }: Labels) {
  return count ?? { one: `{count} ${one}`, other: `{count} ${many}` };
}

function countByCollection(
  entries: readonly Entry[],
  lists: Named["lists"],
): { list: Named["lists"][number]; count: number }[] {
  const counts = groupBy(entries, ({ collection }) => collection);
  return lists
    .map((list) => ({ list, count: counts.get(list.collection.name)?.length ?? 0 }))
    .filter(({ count }) => count > 0);
}
