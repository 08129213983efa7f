/** What could be better, without being wrong: a build says it and goes on. */
import type { Temporal } from "temporal-polyfill";
import { bodiesOf, type Content, type Entry } from "../content/content.ts";
import { momentOf } from "../content/date.ts";
import type { Post } from "../content/post.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { Site } from "../content/site.ts";
import { entryIdOf } from "../content/syndication.ts";

/** `at` is the moment that the site is built for. */
export function adviseOn(content: Content, at: Temporal.Instant): Problem[] {
  const { site, posts, projects } = content;
  return [
    ...posts.flatMap((post) => [...missingDescription(post), ...missingId(site, post)]),
    ...[...posts, ...projects].flatMap((entry) => dueReview(site, entry, at)),
    ...bodiesOf(content).flatMap(({ body }) => body.advice),
  ];
}

function dueReview({ timeZone }: Site, { file, review }: Entry, at: Temporal.Instant): Problem[] {
  if (!review || momentOf(review, timeZone).epochMilliseconds > at.epochMilliseconds) return [];
  return [{ file, field: "review", message: `was due on ${review}`, hint: "look at it again, and name the next day" }];
}

function missingDescription({ file, description }: Post): Problem[] {
  if (description) return [];
  return [{ file, field: "description", message: "is missing", hint: "lists, feeds and search show it" }];
}

/** A file that was renamed has another id, unless it says which it had: feed readers would show it as new. */
function missingId(site: Site, post: Post): Problem[] {
  const slug = post.aliases.map((alias) => /^\/posts\/([^/]+)\/$/.exec(alias)?.[1]).find(Boolean);
  if (post.id || !slug || slug === post.slug) return [];
  const hint = `if the file was ${slug}.md, readers know it as ${entryIdOf(site, { ...post, slug })}`;
  return [{ file: post.file, field: "id", message: "is missing, and the post had another address", hint }];
}
