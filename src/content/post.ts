/** An essay in `posts/`. */
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { PagePath } from "./address.ts";
import type { Body } from "./body.ts";
import { DateText, momentOf } from "./date.ts";
import { EntryId, FeedShare } from "./syndication.ts";
import { Tags } from "./tag.ts";
import { Language, Text } from "./text/text.ts";
import { whenKeys } from "./when-keys.ts";

const Revision = z.strictObject({
  date: DateText,
  note: Text,
  /** True for what nobody needs to hear of: the page tells it, feeds do not. */
  minor: z.boolean({ error: "must be true or false, without quotes" }).default(false),
});

const PostKeys = z.strictObject({
  title: Text,
  /** When it was, or will be, published. */
  date: DateText,
  /** One or two sentences for lists, feeds and search. */
  description: Text.optional(),
  tags: Tags,
  /** The series' name; its parts are ordered by date. */
  series: Text.optional(),
  /** A draft is shown in development only. */
  draft: z.boolean({ error: "must be true or false, without quotes" }).default(false),
  /** When it last changed in a way that readers should know of; the date of the last revision that is not minor, if left out. */
  updated: DateText.optional(),
  /** What changed after publication, and when. */
  revisions: z.array(Revision).default([]),
  /** A day on which its author wants to look at it again; from then on `npm run check` says so. */
  review: DateText.optional(),
  /** The page's address, where it is not `/posts/<slug>/`. */
  permalink: PagePath.optional(),
  /** Addresses that it had before; each redirects. */
  aliases: z.array(PagePath).default([]),
  /** The language, where it is not the site's. */
  lang: Language.optional(),
  /** A picture for those who share the post; `src` is a file beside it. */
  image: z.strictObject({ src: Text, alt: Text }).optional(),
  id: EntryId.optional(),
  feed: FeedShare,
});

export const PostFrontMatter = PostKeys.refine(({ feed, description }) => feed !== "summary" || description, {
  path: ["feed"],
  when: whenKeys("feed", "description"),
  error: "must not be summary in a post without a description",
});
export type PostFrontMatter = z.infer<typeof PostFrontMatter>;

export interface Post extends Omit<PostFrontMatter, "date" | "updated" | "revisions" | "image"> {
  kind: "post";
  /** Relative to the site's folder. */
  file: string;
  slug: string;
  /** Site-relative, from `/` to `/`. */
  path: string;
  lang: string;
  published: Temporal.ZonedDateTime;
  updated: Temporal.ZonedDateTime | undefined;
  /** Oldest first. */
  revisions: { date: Temporal.ZonedDateTime; note: string; minor: boolean }[];
  image: PostImage | undefined;
  /** True for a date that has not come yet: like a draft, it is shown in development only. */
  scheduled: boolean;
  body: Body;
}

/** A picture that stands for a post where others show it. */
export interface PostImage {
  /** Site-relative. */
  path: string;
  alt: string;
  /** In pixels. */
  width: number;
  height: number;
  /** Media type. */
  type: string;
  bytes: number;
}

/** A post but for what its Markdown says, which can link to other posts and so needs all of their addresses. */
export type PostHead = Omit<Post, "body" | "image"> & { imageFile: PostFrontMatter["image"] };

interface Circumstances {
  file: string;
  slug: string;
  site: { language: string; timeZone: string };
  /** The moment that the site is built for. */
  at: Temporal.Instant;
}

export function postFromFrontMatter(matter: PostFrontMatter, { file, slug, site, at }: Circumstances): PostHead {
  const { date, updated, revisions, permalink, image, ...rest } = matter;
  const moment = (text: string) => momentOf(text, site.timeZone);
  const published = moment(date);
  const dated = revisions.map((revision) => ({ ...revision, date: moment(revision.date) }));
  return {
    ...rest,
    kind: "post",
    file,
    slug,
    path: permalink ?? `/posts/${slug}/`,
    lang: matter.lang ?? site.language,
    published,
    updated: updated ? moment(updated) : latest(dated.filter(({ minor }) => !minor).map((revision) => revision.date)),
    revisions: dated.sort((a, b) => compareMoments(a.date, b.date)),
    scheduled: published.epochMilliseconds > at.epochMilliseconds,
    imageFile: image,
  };
}

/** Newest first; posts of one moment by slug. */
export function byDate(a: PostHead | Post, b: PostHead | Post): number {
  return compareMoments(b.published, a.published) || (a.slug < b.slug ? -1 : 1);
}

function latest(moments: Temporal.ZonedDateTime[]): Temporal.ZonedDateTime | undefined {
  return moments.toSorted(compareMoments).at(-1);
}

function compareMoments(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): number {
  return a.epochMilliseconds - b.epochMilliseconds;
}
