/** Pages of the old site that listed posts, all of them or a tag's or an author's: the pages of this site that do so. */
import { AUTHORS_PATH } from "../content/author.ts";
import { MOST_LISTED } from "../content/listing.ts";
import { slugOf } from "../content/text/slug.ts";
import { authorKeys } from "./settings-text.ts";
import type { SourceEntry, SourceFeed, SourceListing, SourceSite } from "./source-site.ts";

/** Where engines have lists of all posts if nothing says otherwise. */
const OF_POSTS = /^\/(blog|posts?|archives?|articles)\/?$/i;
/** Where they have the list of tags. */
const ALL_TAGS = /^\/(tags?|categor(y|ies)|topics?)\/?$/i;
/** Where they have those of tags; the last part of the path names the tag. */
const OF_TAG = /^\/(?:tags?|categor(?:y|ies)|topics?)\/(?:.+\/)?([^/]+)\/?$/i;

export interface Listings {
  /** By the old path of each that has a page here, where that path is known. */
  readonly known: ReadonlyMap<string, string>;
  /** The page here for a path of the old site; undefined for a path of something else. */
  at(path: string): string | undefined;
  /** The feed here for one of the old site; undefined for one of a tag or an author who has none here. */
  feedFor(feed: SourceFeed): string | undefined;
}

/** `entries` are those that are public: only what they have gets a page. */
export function listingsOf(
  { listings = [], authors }: Pick<SourceSite, "listings" | "authors">,
  entries: readonly Pick<SourceEntry, "kind" | "date" | "tags" | "authors">[],
): Listings {
  const posts = entries.filter(({ kind }) => kind === "post");
  const tags = new Set(posts.flatMap((post) => post.tags.map((tag) => slugOf(tag))));
  const years = yearsOf(posts);
  const writers = new Set(entries.flatMap((entry) => entry.authors));
  const keys = authorKeys({ authors });
  const ofTags = tags.size > 0 ? "/tags/" : undefined;
  const ofTag = (slug: string) => (tags.has(slug) ? `/tags/${slug}/` : undefined);
  const pageOf = (listed: SourceListing): string | undefined => {
    if ("posts" in listed) return "/posts/";
    if ("tags" in listed) return ofTags;
    if ("year" in listed) return years.has(listed.year) ? `/posts/years/${listed.year}/` : "/posts/";
    if ("tag" in listed) return ofTag(slugOf(listed.tag));
    if ("authors" in listed) return writers.size > 0 ? AUTHORS_PATH : undefined;
    const key = writers.has(listed.author) ? keys.get(listed.author) : undefined;
    return key && `${AUTHORS_PATH}${key}/`;
  };
  const known = new Map(
    listings.flatMap((listed): [string, string][] => {
      const page = pageOf(listed);
      return page ? [[listed.path, page]] : [];
    }),
  );
  const plain = new Map([...known].map(([path, page]) => [plainOf(path), page]));
  return {
    known,
    feedFor: (feed) => {
      const page = typeof feed === "string" ? "/" : pageOf(feed);
      return page && `${page}feed.xml`;
    },
    at: (path) => {
      const [, name] = OF_TAG.exec(path) ?? [];
      if (OF_POSTS.test(path)) return "/posts/";
      if (ALL_TAGS.test(path)) return ofTags;
      return plain.get(plainOf(path)) ?? (name === undefined ? undefined : ofTag(slugOf(name)));
    },
  };
}

/** Feeds of tags and authors whose addresses begin with those of their pages. */
export function feedsBelow(listings: readonly SourceListing[], name: string): SourceFeed[] {
  return listings.flatMap((listing) =>
    "tag" in listing || "author" in listing ? [{ ...listing, path: listing.path + name }] : [],
  );
}

/** Those that have a page of their own. What was published at a turn of the year may be in another one here. */
function yearsOf(posts: readonly Pick<SourceEntry, "date">[]): ReadonlySet<number> {
  if (posts.length <= MOST_LISTED) return new Set();
  return new Set(
    posts.flatMap(({ date = "" }) => (/^\d{4}-(?!01-01|12-31)/.test(date) ? Number(date.slice(0, 4)) : [])),
  );
}

function plainOf(path: string): string {
  return path.replace(/(?:index\.html)?\/*$/, "").toLowerCase();
}
