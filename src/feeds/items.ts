/** Posts, projects and revisions as items of feeds. */
import type { Temporal } from "temporal-polyfill";
import { absoluteUrl } from "../content/address.ts";
import type { Entry } from "../content/content.ts";
import type { Post } from "../content/post.ts";
import type { Project } from "../content/project.ts";
import type { Site } from "../content/site.ts";
import { entryIdOf } from "../content/syndication.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import type { Item } from "./feed.ts";

/** What items are made for, and with. */
export interface Items {
  site: Site;
  markdownOf: (entry: Entry) => string;
}

/** A project that says when it was published. */
export type DatedProject = Project & { published: Temporal.ZonedDateTime };

export function itemOfPost(items: Items, post: Post): Item {
  const { description: summary, image } = post;
  return {
    ...itemOf(items, post),
    summary,
    tags: post.tags,
    image: image && { ...image, url: absoluteUrl(items.site, image.path) },
  };
}

export function itemOfProject(items: Items, project: DatedProject): Item {
  return { ...itemOf(items, project), summary: project.summary, tags: project.stack };
}

/** One for each revision that readers should hear of; two of one day differ by a number. */
export function correctionsOf(items: Items, post: Post): Item[] {
  const days = new Map<string, number>();
  return post.revisions.flatMap(({ date, note, minor }) => {
    const day = date.toPlainDate().toString();
    const count = (days.get(day) ?? 0) + 1;
    days.set(day, count);
    if (minor) return [];
    const item = itemOf(items, post);
    const html = `<p>${escapeMarkup(note)}</p>\n<p><a href="${item.url}">${escapeMarkup(post.title)}</a></p>\n`;
    return [
      {
        ...item,
        id: `${item.id}/revisions/${day}${count > 1 ? `-${count}` : ""}`,
        title: `Revised: ${post.title}`,
        summary: note,
        html: () => html,
        markdown: undefined,
        words: undefined,
        tags: post.tags,
        published: dateOf(date),
        updated: dateOf(date),
      },
    ];
  });
}

function itemOf({ site, markdownOf }: Items, entry: Post | DatedProject): Item {
  const { body, published, updated = published } = entry;
  const isWhole = entry.feed === "full";
  return {
    id: entryIdOf(site, entry),
    url: absoluteUrl(site, entry.path),
    title: entry.title,
    summary: undefined,
    html: isWhole ? body.feedHtml : undefined,
    markdown: isWhole ? () => markdownOf(entry) : undefined,
    words: body.words,
    language: entry.lang,
    tags: [],
    published: dateOf(published),
    updated: dateOf(updated),
    image: undefined,
  };
}

function dateOf(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}
