/** A piece of work in `projects/`: a case study or an open-source project. */
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { PagePath } from "./address.ts";
import type { Body } from "./body.ts";
import { DateText, momentOf } from "./date.ts";
import { EntryId, FeedShare } from "./syndication.ts";
import { Language, Text, TextList } from "./text/text.ts";

export const PROJECT_KINDS = ["case study", "open source"] as const;

export const ProjectFrontMatter = z.strictObject({
  title: Text,
  kind: z.enum(PROJECT_KINDS, { error: 'must be "case study" or "open source"' }),
  /** The company or place that it was made for. */
  where: Text.optional(),
  /** What the author's part was. */
  role: Text.optional(),
  stack: TextList,
  /** What could not be changed. */
  constraints: TextList,
  /** One or two sentences for lists and search. */
  summary: Text,
  /** What it achieved: a figure, and what it counts. */
  outcomes: z.array(z.strictObject({ figure: Text, counts: Text })).default([]),
  /** Its place in lists, lowest first. */
  order: z.number({ error: "must be a number" }),
  /** Slugs of the posts that belong to it. */
  related: TextList,
  draft: z.boolean({ error: "must be true or false, without quotes" }).default(false),
  permalink: PagePath.optional(),
  aliases: z.array(PagePath).default([]),
  lang: Language.optional(),
  /** When its page was, or will be, published; feeds have dated projects only. */
  date: DateText.optional(),
  /** When it last changed in a way that readers should know of. */
  updated: DateText.optional(),
  /** A day on which its author wants to look at it again; from then on `npm run check` says so. */
  review: DateText.optional(),
  id: EntryId.optional(),
  feed: FeedShare,
});
export type ProjectFrontMatter = z.infer<typeof ProjectFrontMatter>;

export interface Project extends Omit<ProjectFrontMatter, "kind" | "date" | "updated"> {
  kind: "project";
  type: ProjectFrontMatter["kind"];
  /** Relative to the site's folder. */
  file: string;
  slug: string;
  /** Site-relative, from `/` to `/`. */
  path: string;
  lang: string;
  published: Temporal.ZonedDateTime | undefined;
  updated: Temporal.ZonedDateTime | undefined;
  /** True for a date that has not come yet: like a draft, it is shown in development only. */
  scheduled: boolean;
  body: Body;
}

export type ProjectHead = Omit<Project, "body">;

interface Circumstances {
  file: string;
  slug: string;
  site: { language: string; timeZone: string };
  /** The moment that the site is built for. */
  at: Temporal.Instant;
}

export function projectFromFrontMatter(
  matter: ProjectFrontMatter,
  { file, slug, site, at }: Circumstances,
): ProjectHead {
  const { kind, permalink, lang, date, updated, ...rest } = matter;
  const published = date === undefined ? undefined : momentOf(date, site.timeZone);
  return {
    ...rest,
    kind: "project",
    type: kind,
    file,
    slug,
    path: permalink ?? `/projects/${slug}/`,
    lang: lang ?? site.language,
    published,
    updated: updated === undefined ? undefined : momentOf(updated, site.timeZone),
    scheduled: published !== undefined && published.epochMilliseconds > at.epochMilliseconds,
  };
}

/** By order, then by slug. */
export function byOrder(a: ProjectHead, b: ProjectHead): number {
  return a.order - b.order || (a.slug < b.slug ? -1 : 1);
}
