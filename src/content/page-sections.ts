/** The sections of a plain page: its own text, and lists of what else the site has, in the order that its author wants. */
import { z } from "zod";
import { type Collection, isByDate, type Part } from "./collection.ts";
import type { CollectionList, Content } from "./content.ts";
import type { Entry } from "./entry.ts";
import { Text } from "./text/text.ts";

/** The section that is a page's own text. */
export const TEXT = "text";

const Whole = z.strictObject({
  of: Text.describe("The section's name, as it would stand by itself"),
  title: Text.optional().describe("Its heading; the usual one, if left out"),
  most: z
    .int({ error: "must be a whole number" })
    .positive({ error: "must be 1 or more" })
    .optional()
    .describe("How many entries it has at most"),
});

/** A section in front matter: its name, or more about it. */
export const SectionMatter = z
  .union([Text, Whole], { error: "must be a section's name, or { of: posts, title: …, most: 5 }" })
  .transform((section): PageSection => (typeof section === "string" ? { of: section } : section));

export interface PageSection {
  /** One of `sectionNames`. */
  readonly of: string;
  readonly title?: string | undefined;
  readonly most?: number | undefined;
}

/** Every section that a page of this site may have: its text, collections by name, their parts, the tags and the authors. */
export function sectionNames(collections: readonly Collection[]): string[] {
  const listed = collections.filter(({ isStandalone }) => !isStandalone);
  return [
    TEXT,
    ...listed.flatMap(({ name, parts = [] }) => [name, ...parts.map((part) => part.name)]),
    "tags",
    "authors",
  ];
}

/** The default sections of a home page: parts of collections first, then what is newest. */
export function usualSections({ lists }: Pick<Content, "lists">): PageSection[] {
  const parts = lists.flatMap(({ collection }) => collection.parts ?? []);
  const byDate = lists.filter(({ collection }) => isByDate(collection));
  return [TEXT, ...parts.map(({ name }) => name), ...byDate.map(({ collection }) => collection.name)].map((of) => ({
    of,
  }));
}

/** The list, or the part of one, that a section shows; undefined for the page's text, tags and authors. */
export function shownBy(
  { of }: PageSection,
  { lists }: Pick<Content, "lists">,
): { list: CollectionList; part?: Part; entries: readonly Entry[] } | undefined {
  for (const list of lists) {
    if (list.collection.name === of) return { list, entries: list.entries };
    const part = list.collection.parts?.find(({ name }) => name === of);
    if (part) return { list, part, entries: list.entries.filter((entry) => part.has(entry)) };
  }
  return undefined;
}
