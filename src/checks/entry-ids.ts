/** No two entries may have the same id in feeds: a feed reader would show only one of them. */
import type { Content } from "../content/content.ts";
import type { Problem } from "../content/problems/problem.ts";
import { entryIdOf } from "../content/syndication.ts";

export function checkEntryIds({ site, entries }: Content): Problem[] {
  const first = new Map<string, string>();
  return entries.flatMap((entry): Problem[] => {
    const id = entryIdOf(site, entry);
    const other = id && first.get(id);
    if (id && !other) first.set(id, entry.file);
    return other ? [{ file: entry.file, field: "id", message: `${id} is the id of ${other} already` }] : [];
  });
}
