/** Everything that a site says: what pages, feeds and search are made from. */
import type { Body } from "./body.ts";
import type { Post } from "./post.ts";
import type { Project } from "./project.ts";
import type { Redirect } from "./redirect.ts";
import { relatedPosts } from "./related.ts";
import type { Site } from "./site.ts";
import { type Group, seriesOf, tagsOf } from "./tag.ts";

export type Tag = Group<Post> & { path: string };
export type Series = Group<Post>;
/** What has a page of its own, from a Markdown file. */
export type Entry = Post | Project;

export interface Content {
  site: Site;
  /** Newest first. */
  posts: Post[];
  /** In the order that they are shown in. */
  projects: Project[];
  /** By name. */
  tags: Tag[];
  series: Series[];
  /** By a page's path: the posts and projects whose text links to it. */
  referrers: Map<string, Entry[]>;
  /** For each post those that are about the same things, best first. */
  related: Map<Post, Post[]>;
  /** `_data/intro.md`: what the home page opens with. */
  intro: Body | undefined;
  /** `_data/about.md`: the page about whoever writes here. */
  about: Body | undefined;
  /** Those of `_data/redirects.ts`. */
  redirects: Redirect[];
}

type Parts = Pick<Content, "site" | "posts" | "projects" | "intro" | "about"> & Partial<Pick<Content, "redirects">>;

export function contentOf({ redirects = [], ...parts }: Parts): Content {
  const { posts, projects } = parts;
  return {
    ...parts,
    redirects,
    tags: tagsOf(posts, parts.site.language),
    series: seriesOf(posts),
    referrers: referrersOf([...posts, ...projects]),
    related: relatedPosts(posts),
  };
}

function referrersOf(entries: Entry[]): Map<string, Entry[]> {
  const referrers = new Map<string, Entry[]>();
  for (const entry of entries) {
    const targets = new Set(entry.body.links.map(({ path }) => path));
    targets.delete(entry.path);
    for (const path of targets) referrers.set(path, [...(referrers.get(path) ?? []), entry]);
  }
  return referrers;
}

/** Every address that leads elsewhere: those of front matter, and those of `_data/redirects.ts`. */
export function redirectsOf({ posts, projects, redirects }: Content): Redirect[] {
  const moved = ({ aliases, path, file }: Entry) => aliases.map((from) => ({ from, to: path, file }));
  return [...[...posts, ...projects].flatMap(moved), ...redirects];
}

/** Everything that was written in Markdown, with the file that it stands in. */
export function bodiesOf({ posts, projects, intro, about }: Content): { file: string; path: string; body: Body }[] {
  return [
    ...posts,
    ...projects,
    ...(intro ? [{ file: "_data/intro.md", path: "/", body: intro }] : []),
    ...(about ? [{ file: "_data/about.md", path: "/about/", body: about }] : []),
  ];
}
