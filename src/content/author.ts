/** Authors: who wrote an entry, and those who have a page with all that they wrote. */
import type { Entry } from "./entry.ts";
import type { Listing } from "./listing.ts";
import type { Person, Site } from "./site.ts";
import { authorOf } from "./site.ts";

export interface Author extends Person {
  /** Site-relative path of the author's page, where there is one. */
  readonly path?: string;
}

/** What an author has written, newest first. */
export interface AuthorListing extends Listing {
  readonly author: Author;
}

/** The list of all authors. */
export const AUTHORS_PATH = "/authors/";

/** Who wrote an entry: those that its front matter names, or else the site's own author. */
export function authorsOf({ authors }: Pick<Entry, "authors">, site: Site): readonly Author[] {
  const named = authors.flatMap((key) => authorNamed(key, site) ?? []);
  return named.length > 0 ? named : [authorOf(site)];
}

/** Each author of the settings, in their order, with the entries of `entries`. */
export function authorListings(site: Site, entries: readonly Entry[], root = "/"): AuthorListing[] {
  return Object.keys(site.authors).flatMap((key) => {
    const author = authorNamed(key, site);
    if (!author) return [];
    const written = entries.filter(({ authors }) => authors.includes(key));
    return [{ author, name: author.name, path: root + (author.path ?? "").slice(1), entries: written }];
  });
}

function authorNamed(key: string, { authors }: Site): (Author & { path: string }) | undefined {
  const person = authors[key];
  return person && { ...person, path: `${AUTHORS_PATH}${key}/` };
}
