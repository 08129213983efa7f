/** Which feeds there are: a row makes one, in each of the formats. */
import type { Content, Tag } from "../content/content.ts";
import type { Post } from "../content/post.ts";
import type { Item } from "./feed.ts";
import { formats } from "./formats.ts";
import { correctionsOf, type DatedProject, type Items, itemOfPost, itemOfProject } from "./items.ts";
import { markdownReader } from "./whole-markdown.ts";

export interface FeedRow {
  /** What it is called on this site. */
  name: string;
  /** What it is called in a reader, among the feeds of others. */
  title: string;
  /** What one gets. */
  note: string;
  /** Site-relative folder of its documents. */
  path: string;
  /** Site-relative path of the page that it belongs to. */
  home: string;
  /** True for a feed that goes back to the first item by way of archives. */
  archived: boolean;
  /** True for those of tags, of which there may be many. */
  ofTag: boolean;
  /** Newest first. */
  items: Item[];
}

export function feedsOf(content: Content): FeedRow[] {
  const { site, posts, projects, tags } = content;
  const making = { site, markdownOf: markdownReader(content) };
  const essays = posts.filter(isFed);
  const dated = projects.filter(isFed).filter((project): project is DatedProject => project.published !== undefined);
  const projectItems = dated.map((project) => itemOfProject(making, project));
  const everything = [...essays.map((post) => itemOfPost(making, post)), ...projectItems];
  const row = { title: site.title, archived: false, ofTag: false };
  return [
    {
      ...row,
      name: "Everything",
      note: "all that is published",
      path: "/",
      home: "/",
      archived: true,
      items: everything,
    },
    {
      ...row,
      name: "Essays",
      title: `${site.title}: essays`,
      note: "without the projects",
      path: "/posts/",
      home: "/posts/",
      items: newestOf(making, essays),
    },
    {
      ...row,
      name: "Projects",
      title: `${site.title}: projects`,
      note: "case studies and open source",
      path: "/projects/",
      home: "/projects/",
      items: projectItems,
    },
    {
      ...row,
      name: "Corrections",
      title: `${site.title}: corrections`,
      note: "what was changed in essays after they were published",
      path: "/corrections/",
      home: "/subscribe/",
      items: essays.flatMap((post) => correctionsOf(making, post)),
    },
    ...tags.map((tag) => feedOfTag(making, tag)),
  ].map((feed) => ({ ...feed, items: feed.items.sort(newestFirst) }));
}

/** The feed's document to subscribe to in each format. */
export function subscriptionsOf({ path }: FeedRow): { name: string; type: string; path: string }[] {
  return formats.map(({ name, type, file }) => ({ name, type, path: path + file }));
}

function feedOfTag(making: Items, { name, path, posts }: Tag): FeedRow {
  return {
    name,
    title: `${making.site.title}: ${name}`,
    note: `essays on ${name}`,
    path,
    home: path,
    archived: false,
    ofTag: true,
    items: newestOf(making, posts.filter(isFed)),
  };
}

/** As many as a document holds; `posts` are newest first. */
function newestOf(making: Items, posts: Post[]): Item[] {
  return posts.slice(0, making.site.feedLength).map((post) => itemOfPost(making, post));
}

function isFed({ feed }: { feed: "full" | "summary" | "none" }): boolean {
  return feed !== "none";
}

function newestFirst(a: Item, b: Item): number {
  return b.published.getTime() - a.published.getTime() || (a.id < b.id ? -1 : 1);
}
