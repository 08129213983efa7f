/** Pages that are one page in several languages: translations of an entry, and the same list in each edition. */
import type { Content } from "../content/content.ts";
import type { Alternate } from "../content/editions.ts";
import { groupBy } from "../content/group-by.ts";

interface Page {
  readonly path: string;
  readonly edition?: Content;
}

/** For the path of each such page: all of its languages, the site's own first. Pages in one language are left out. */
export function alternatesOf(
  { editions, entries, translations }: Content,
  pages: readonly Page[],
): Map<string, readonly Alternate[]> {
  const ofEntries = new Map(
    entries.flatMap(({ file }) => {
      const all = translations.get(file);
      return all?.[0]?.file === file ? [[file, all.map(({ lang, path }) => ({ language: lang, path }))] as const] : [];
    }),
  );
  const placed = pages.flatMap(({ path, edition }) =>
    edition ? [{ language: edition.site.language, path, place: `/${path.slice(edition.root.length)}` }] : [],
  );
  // A home page may be an entry in one language and a generated page in another.
  const known = new Set(placed.map(({ path }) => path));
  const homes = editions.flatMap(({ language, root }) => {
    const isWritten = entries.some((entry) => entry.path === root) && !known.has(root);
    return isWritten ? [{ language, path: root, place: "/" }] : [];
  });
  const placeOf = (language: string) => editions.findIndex((edition) => edition.language === language);
  const ofLists = [...groupBy([...placed, ...homes], ({ place }) => place).values()].map((all) =>
    all.map(({ language, path }) => ({ language, path })).sort((a, b) => placeOf(a.language) - placeOf(b.language)),
  );
  return new Map(
    [...ofLists, ...ofEntries.values()]
      .filter((all) => all.length > 1)
      .flatMap((all) => all.map(({ path }) => [path, all] as const)),
  );
}
