/** Pages of the old site that listed the posts of a tag or of an author: the pages of this site that do so. */
import { AUTHORS_PATH } from "../content/author.ts";
import { slugOf } from "../content/text/slug.ts";
import { authorKeys } from "./settings-text.ts";
import type { SourceEntry, SourceSite } from "./source-site.ts";

/** Where engines have them if nothing says otherwise; the last part of the path names the tag. */
const OF_TAGS = /^\/(?:tags?|categor(?:y|ies)|topics?)\/(?:.+\/)?([^/]+)\/?$/i;

export interface Listings {
  /** By the old path of each that has a page here, where that path is known. */
  readonly known: ReadonlyMap<string, string>;
  /** The page here for a path of the old site; undefined for a path of something else. */
  at(path: string): string | undefined;
}

/** `entries` are those that are public: only what they have gets a page. */
export function listingsOf(
  { listings = [], authors }: Pick<SourceSite, "listings" | "authors">,
  entries: readonly Pick<SourceEntry, "kind" | "tags" | "authors">[],
): Listings {
  const tags = new Set(entries.flatMap(({ kind, tags }) => (kind === "post" ? tags.map((tag) => slugOf(tag)) : [])));
  const writers = new Set(entries.flatMap((entry) => entry.authors));
  const keys = authorKeys({ authors });
  const ofTag = (slug: string) => (tags.has(slug) ? `/tags/${slug}/` : undefined);
  const known = new Map(
    listings.flatMap(({ path, ...listed }): [string, string][] => {
      const key = "author" in listed && writers.has(listed.author) ? keys.get(listed.author) : undefined;
      const page = "tag" in listed ? ofTag(slugOf(listed.tag)) : key && `${AUTHORS_PATH}${key}/`;
      return page ? [[path, page]] : [];
    }),
  );
  const plain = new Map([...known].map(([path, page]) => [plainOf(path), page]));
  return {
    known,
    at: (path) => {
      const [, name] = OF_TAGS.exec(path) ?? [];
      return plain.get(plainOf(path)) ?? (name === undefined ? undefined : ofTag(slugOf(name)));
    },
  };
}

function plainOf(path: string): string {
  return path.replace(/(?:index\.html)?\/*$/, "").toLowerCase();
}
