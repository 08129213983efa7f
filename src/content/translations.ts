/** Entries that are one in several languages. */
import type { Edition } from "./editions.ts";
import type { Entry } from "./entry.ts";

/** By an entry's file: it and its translations, the original first and the others in the order of the site's languages. */
export function translationsOf(entries: readonly Entry[], editions: readonly Edition[]): Map<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  const nameOf = ({ collection }: Entry, slug: string) => `${collection} ${slug}`;
  const originals = new Map(
    entries
      .filter(({ translationOf }) => translationOf === undefined)
      .map((entry) => [nameOf(entry, entry.slug), entry]),
  );
  for (const entry of entries) {
    const original = entry.translationOf === undefined ? undefined : originals.get(nameOf(entry, entry.translationOf));
    if (!original) continue;
    const group = groups.get(original.file);
    if (group) group.push(entry);
    else groups.set(original.file, [entry]);
  }
  const places = new Map(editions.map(({ language }, index) => [language, index]));
  const placeOf = ({ lang }: Entry) => places.get(lang) ?? places.size;
  return new Map(
    [...originals.values()].flatMap((original) => {
      const others = groups.get(original.file)?.toSorted((a, b) => placeOf(a) - placeOf(b));
      if (!others) return [];
      const all = [original, ...others];
      return all.map(({ file }) => [file, all] as const);
    }),
  );
}

/** Of a translation: the original, if that was revised after it. */
export function revisedOriginal(entry: Entry, all: readonly Entry[] = []): Entry | undefined {
  const [original] = all;
  if (!original?.updated || original.file === entry.file) return undefined;
  const translated = entry.updated ?? entry.published;
  if (!translated || original.updated.epochMilliseconds <= translated.epochMilliseconds) return undefined;
  return original;
}
