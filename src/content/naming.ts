/** How sentences refer to entries of one or several collections. */

import { type Collection, isByDate } from "./collection.ts";
import type { CollectionList, Content } from "./content.ts";
import type { Entry } from "./entry.ts";
import { groupBy } from "./group-by.ts";

/** The collection that an entry is of. */
export function collectionOf({ collection, file }: Entry, { collections }: Pick<Content, "collections">): Collection {
  const list = collections.find((one) => one.collection.name === collection);
  if (!list) throw new Error(`${file} is of the collection "${collection}", which is not in the table`);
  return list.collection;
}

/** `essays`, or `essays and talks`: what the site publishes by date. */
export function datedKinds({ lists }: Pick<Content, "lists">): string {
  return inSentence(listsByDate(lists).map(({ collection }) => collection.labels.many));
}

/** The same of one: `essay`, or `essay or talk`. */
export function datedKind({ lists }: Pick<Content, "lists">): string {
  return inSentence(
    listsByDate(lists).map(({ collection }) => collection.labels.one),
    "or",
  );
}

/** What some entries are: `essays`, or `essays and talks`. */
export function kindsOf(entries: readonly Entry[], { lists }: Pick<Content, "lists">): string {
  return inSentence(countByCollection(entries, lists).map(({ list }) => list.collection.labels.many));
}

/** How many there are of each kind: `one essay`, or `3 essays and one talk`. */
export function countOf(entries: readonly Entry[], { lists, site }: Pick<Content, "lists" | "site">): string {
  const counts = countByCollection(entries, lists).map(({ list, count }) => {
    const { one, many } = list.collection.labels;
    return count === 1 ? `one ${one}` : `${count.toLocaleString(site.language)} ${many}`;
  });
  return inSentence(counts);
}

export function inSentence(parts: readonly string[], word = "and"): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}` : (parts[0] ?? "");
}

/** The first letter as at a sentence's start. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function countByCollection(
  entries: readonly Entry[],
  lists: readonly CollectionList[],
): { list: CollectionList; count: number }[] {
  const counts = groupBy(entries, ({ collection }) => collection);
  return lists
    .map((list) => ({ list, count: counts.get(list.collection.name)?.length ?? 0 }))
    .filter(({ count }) => count > 0);
}

function listsByDate(lists: readonly CollectionList[]): CollectionList[] {
  return lists.filter(({ collection }) => isByDate(collection));
}
