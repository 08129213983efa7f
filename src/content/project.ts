/** A piece of work in `projects/`: a case study or an open-source project. */
import { z } from "zod";
import { PagePath } from "./address.ts";
import type { Body } from "./body.ts";
import { Language, Text, TextList } from "./text.ts";

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
});
export type ProjectFrontMatter = z.infer<typeof ProjectFrontMatter>;

export interface Project extends Omit<ProjectFrontMatter, "kind"> {
  kind: "project";
  type: ProjectFrontMatter["kind"];
  /** Relative to the site's folder. */
  file: string;
  slug: string;
  /** Site-relative, from `/` to `/`. */
  path: string;
  lang: string;
  body: Body;
}

export type ProjectHead = Omit<Project, "body">;

interface Circumstances {
  file: string;
  slug: string;
  site: { language: string };
}

export function projectFromFrontMatter(matter: ProjectFrontMatter, { file, slug, site }: Circumstances): ProjectHead {
  const { kind, permalink, lang, ...rest } = matter;
  return {
    ...rest,
    kind: "project",
    type: kind,
    file,
    slug,
    path: permalink ?? `/projects/${slug}/`,
    lang: lang ?? site.language,
  };
}

/** By order, then by slug. */
export function byOrder(a: ProjectHead, b: ProjectHead): number {
  return a.order - b.order || (a.slug < b.slug ? -1 : 1);
}
