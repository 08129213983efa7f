/** The links at the top of each page: those of the settings, and of plain pages that ask for one. */
import { z } from "zod";
import { PagePath } from "./address.ts";
import type { Entry } from "./entry.ts";
import { isPlainPage } from "./plain-page.ts";
import type { Site } from "./site.ts";
import { Text } from "./text/text.ts";
import { WebAddress } from "./web-address.ts";
import { whenKeys } from "./when-keys.ts";

/** A link in the settings. */
export const NavigationItem = z
  .strictObject({
    label: Text,
    path: PagePath.optional(),
    url: WebAddress.optional(),
  })
  .refine(({ path, url }) => (path === undefined) !== (url === undefined), {
    when: whenKeys("path", "url"),
    error: ({ input }) =>
      typeof input === "object" && input !== null && "path" in input
        ? "leads to one place only: leave out path or url"
        : "must lead somewhere: a path such as /now/, or a url such as https://example.org/",
  })
  .transform(
    ({ label, path, url }): { label: string } & ({ path: string; url?: never } | { path?: never; url: string }) =>
      path === undefined ? { label, url: url ?? "" } : { label, path },
  );

/** To a site-relative path, or to another site's URL. */
export type NavigationLink = Site["navigation"][number];

/** A page's `order` is its place among the links of the settings, counted from 1; those without one come last. */
export function navigationOf({ navigation }: Site, entries: readonly Entry[]): NavigationLink[] {
  const written = new Set(navigation.map(({ path }) => path));
  const ofPages = entries.filter(isPlainPage).flatMap(({ path, title, navigation }) => {
    if (!navigation || written.has(path)) return [];
    const { label = title, order = Number.POSITIVE_INFINITY } = navigation;
    return [{ label, path, order }];
  });
  const ofSettings = navigation.map((link, index) => ({ ...link, order: index + 1 }));
  // Sorting is stable: of one place, a page comes first.
  return [...ofPages, ...ofSettings].sort((a, b) => (a.order === b.order ? 0 : a.order - b.order));
}
