/** Tags and series: what posts have in common. */
import type { Place, Problem } from "./problems/problem.ts";
import { slugOf } from "./text/slug.ts";
import { TextList } from "./text/text.ts";

/** Every tag's page lists its posts with all of their tags, so that pages grow with the square of this. */
const MOST_TAGS = 50;

/** The tags of one post. */
export const Tags = TextList.refine((tags) => tags.length <= MOST_TAGS, {
  error: ({ input }) =>
    `are ${Array.isArray(input) ? input.length : 0}, and ${MOST_TAGS} is the most that a post may have`,
});

/** Posts that share something that has a name. */
export interface Group<Item> {
  name: string;
  slug: string;
  posts: Item[];
}

/** Every tag with its posts, by name. */
export function tagsOf<Item extends { tags: string[] }>(posts: Item[]): (Group<Item> & { path: string })[] {
  return groupBy(posts, (post) => post.tags)
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map((group) => ({ ...group, path: tagPath(group.name) }));
}

/** The address of a tag's page. */
export function tagPath(name: string): string {
  return `/tags/${slugOf(name)}/`;
}

/** Every series with its posts in the order in which they were published; `posts` are newest first. */
export function seriesOf<Item extends { series?: string | undefined }>(posts: Item[]): Group<Item>[] {
  return groupBy(posts.toReversed(), (post) => (post.series ? [post.series] : []));
}

/** One problem for each name that another file spells otherwise: `rss` where there is `RSS`. */
export function spellingProblems(uses: { name: string; place: Place }[]): Problem[] {
  const first = new Map<string, { name: string; place: Place }>();
  return uses.flatMap(({ name, place }) => {
    const known = first.get(slugOf(name));
    if (!known) first.set(slugOf(name), { name, place });
    if (!known || known.name === name) return [];
    const message = `"${name}" is spelled "${known.name}" in ${known.place.file}`;
    return [{ ...place, field: "tags", message, hint: "use one spelling" }];
  });
}

function groupBy<Item>(posts: Item[], namesOf: (post: Item) => string[]): Group<Item>[] {
  const groups = new Map<string, Group<Item>>();
  for (const post of posts) {
    for (const name of new Set(namesOf(post))) {
      const slug = slugOf(name);
      const group = groups.get(slug) ?? { name, slug, posts: [] };
      group.posts.push(post);
      groups.set(slug, group);
    }
  }
  return [...groups.values()];
}
