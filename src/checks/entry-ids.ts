/** No two entries may have the same id in feeds: a feed reader would show only one of them. */
import type { Content } from "../content/content.ts";
import type { Problem } from "../content/problems/problem.ts";
import { entryIdOf, entryUriOf } from "../content/syndication.ts";

export function checkEntryIds({ site, entries }: Content): Problem[] {
  const first = new Map<string, string>();
  return entries.flatMap((entry): Problem[] => {
    // In Atom an id may be another one, which someone may have given to another entry.
    const ids = [entryIdOf(site, entry), entryUriOf(site, entry)].filter((id) => id !== undefined);
    const taken = ids.find((id) => first.has(id));
    for (const id of ids) if (!first.has(id)) first.set(id, entry.file);
    if (taken === undefined) return [];
    return [{ file: entry.file, field: "id", message: `${taken} is the id of ${first.get(taken)} already` }];
  });
}
