/** What a feed says, whichever format says it. */
import type { Temporal } from "temporal-polyfill";
import { absoluteUrl } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import type { Post } from "../content/post.ts";
import { authorOf } from "../content/site.ts";

export interface Feed {
  title: string;
  description: string;
  language: string;
  author: { name: string; url?: string | undefined; email?: string | undefined };
  /** URL of the page that the feed belongs to. */
  home: string;
  /** When an entry was last added or changed; the same for the same entries, whenever the site is built. */
  updated: Date;
  entries: Entry[];
}

export interface Entry {
  /** A tag URI (RFC 4151): it stays when the post's address changes. */
  id: string;
  url: string;
  title: string;
  summary: string | undefined;
  /** The whole text, for feed readers. */
  html: string;
  language: string;
  tags: string[];
  published: Date;
  updated: Date;
  image: string | undefined;
}

/** The newest posts, as many as the site wants in a feed. */
export function feedOf({ site, posts }: Content): Feed {
  const entries = posts.slice(0, site.feedLength).map((post) => entryOf(site, post));
  return {
    title: site.title,
    description: site.description,
    language: site.language,
    author: authorOf(site),
    home: absoluteUrl(site, "/"),
    updated: new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime()))),
    entries,
  };
}

function entryOf(site: Content["site"], post: Post): Entry {
  return {
    id: `tag:${new URL(site.url).hostname},${post.published.year}:posts/${post.slug}`,
    url: absoluteUrl(site, post.path),
    title: post.title,
    summary: post.description,
    html: post.body.feedHtml(),
    language: post.lang,
    tags: post.tags,
    published: dateOf(post.published),
    updated: dateOf(post.updated ?? post.published),
    image: post.image && absoluteUrl(site, post.image.path),
  };
}

function dateOf(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}
