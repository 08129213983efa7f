/** Lists that are too long for one page: the newest posts stand on it, and each year's on a page of its own. */
import type { Post } from "./post.ts";

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
