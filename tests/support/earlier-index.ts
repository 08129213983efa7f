/** What a build remembers of the index that it has written into the same folder. */
import type { EarlierIndex, NamedFile } from "../../src/search/index-folder.ts";

export function remembering(): EarlierIndex & { readonly notes: ReadonlyMap<string, string> } {
  const files = new Map<string, string>();
  const groups = new Map<string, { from: string; names: readonly string[] }>();
  return {
    isInPlace: true,
    isEmpty: false,
    notes: files,
    take: (named) => named.filter(({ name, from }) => files.get(name) === from).map(({ name }) => name),
    takeGroup: (group, from) => (groups.get(group)?.from === from ? groups.get(group)?.names : undefined),
    note: ({ name, from }: NamedFile) => void files.set(name, from),
    noteGroup: (group, from, names) => void groups.set(group, { from, names }),
  };
}
