/** A piece of work: an entry of `projects/`, a case study or an open-source project. */
import { z } from "zod";
import { DateText } from "./date.ts";
import type { Entry } from "./entry.ts";
import { type EntryOf, entryKeys } from "./entry-keys.ts";
import { Text, TextList } from "./text/text.ts";

const PROJECT_KINDS = ["case study", "open source"] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** The name of its collection. */
export const PROJECTS = "projects";

export const ProjectFrontMatter = z.strictObject({
  ...entryKeys,
  kind: z.enum(PROJECT_KINDS, { error: 'must be "case study" or "open source"' }).describe("What sort of work it was"),
  where: Text.optional().describe("The company or place that it was made for"),
  role: Text.optional().describe("What the author's part was"),
  stack: TextList.describe("What it was made with"),
  constraints: TextList.describe("What could not be changed"),
  summary: Text.describe("One or two sentences for lists and search"),
  outcomes: z
    .array(z.strictObject({ figure: Text, counts: Text }))
    .default([])
    .describe("What it achieved: a figure, and what it counts"),
  order: z.number({ error: "must be a number" }).describe("Its place in lists, lowest first"),
  related: TextList.describe("Slugs of the posts that belong to it"),
  date: DateText.optional().describe("When its page was, or will be, published; feeds have dated projects only"),
});
export type Project = EntryOf<typeof ProjectFrontMatter>;

/** Entries of this collection are made by its schema alone. */
export function isProject(entry: Entry): entry is Project {
  return entry.collection === PROJECTS;
}

export function isOfKind(kind: ProjectKind): (entry: Entry) => boolean {
  return (entry) => isProject(entry) && entry.kind === kind;
}

/** By order, then by slug. */
export function byOrder(a: Pick<Project, "order" | "slug">, b: Pick<Project, "order" | "slug">): number {
  return a.order - b.order || (a.slug < b.slug ? -1 : 1);
}

/** The word for what it is. */
export function projectLabel({ kind }: { kind: ProjectKind }): "caseStudy" | "openSource" {
  return kind === "case study" ? "caseStudy" : "openSource";
}
