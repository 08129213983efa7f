/** Lists that are too long for one page: the newest posts stand on it, and each year's on a page of its own. */
import { type Content, redirectsOf } from "./content.ts";
import { LEDGER_FILE, type Ledger } from "./ledger.ts";
import type { Post } from "./post.ts";
import type { Redirect } from "./redirect.ts";

/** How many posts a list has on its own page: some 30 kB of HTML, 4 kB compressed. */
export const MOST_LISTED = 100;

/** A list of posts with an address. */
export interface PostListing {
  name: string;
  /** Site-relative. */
  path: string;
  /** Newest first. */
  posts: Post[];
}

export interface YearPage extends PostListing {
  year: number;
  list: PostListing;
}

/** The list that a year's page belongs to, by their paths; undefined for any other page. */
export function listOfYear(path: string): string | undefined {
  return /^(\/.+\/|\/)years\/\d+\/$/.exec(path)?.[1];
}

/** Pages of years that an earlier build made, for lists that have become short again or have nothing of that year. */
export function formerYears(content: Content, published: Ledger): Redirect[] {
  const lists = listsOf(content);
  const paths = new Set(lists.map(({ path }) => path));
  const now = new Set(lists.flatMap(yearPagesOf).map(({ path }) => path));
  const known = new Set(redirectsOf(content).map(({ from }) => from));
  return [...published.keys()].flatMap((from) => {
    const to = listOfYear(from);
    return to && paths.has(to) && !now.has(from) && !known.has(from) ? [{ from, to, file: LEDGER_FILE }] : [];
  });
}

/** Every list of posts that has a page. */
export function listsOf(content: Content): PostListing[] {
  return [essaysOf(content), ...content.tags];
}

export function essaysOf({ posts }: Content): PostListing {
  return { name: "Essays", path: "/posts/", posts };
}

/** Newest first; none for a list that has room on its page. */
export function yearPagesOf(list: PostListing): YearPage[] {
  if (list.posts.length <= MOST_LISTED) return [];
  const byYear = Map.groupBy(list.posts, ({ published }) => published.year);
  return [...byYear].map(([year, posts]) => ({
    year,
    name: `${list.name}, ${year}`,
    path: `${list.path}years/${year}/`,
    posts,
    list,
  }));
}
