/** A plain page: an entry of `pages/`, such as `/now/`, or the home page. */
import { z } from "zod";
import type { Entry, Head } from "./entry.ts";
import { type EntryOf, PreviewImageMatter, pageKeys } from "./entry-keys.ts";
import { type PageSection, SectionMatter } from "./page-sections.ts";
import { Text } from "./text/text.ts";

/** The name of its collection. */
export const PAGES = "pages";

const Place = z.strictObject({
  label: Text.optional().describe("What it is called there; the page's title, if left out"),
  order: z
    .number({ error: "must be a number" })
    .optional()
    .describe("Its place among the links, counted from 1; the last one, if left out"),
});

export const PlainPageFrontMatter = z.strictObject({
  ...pageKeys,
  description: Text.optional().describe("One or two sentences for search engines and those who share the page"),
  image: PreviewImageMatter.optional().describe("The picture for those who share the page, in place of a drawn one"),
  sections: z
    .array(SectionMatter, { error: "must be a list, such as [text, posts]" })
    .optional()
    .describe(
      "The parts of the page in their order, text for its own; its text alone, if left out, and on the home page what is usual",
    ),
  navigation: z
    .union([z.boolean(), Place], { error: "must be true, or { label: …, order: … }" })
    .transform((place) => (place === true ? {} : place || undefined))
    .optional()
    .describe("Puts a link to it into the navigation"),
});
export type PlainPage = EntryOf<typeof PlainPageFrontMatter>;

/** Entries of this collection are made by its schema alone. */
export function isPlainPage(entry: Entry): entry is PlainPage {
  return entry.collection === PAGES;
}

/** The sections in a page's front matter; none for entries of other collections. */
export function sectionsOf(head: Head): readonly PageSection[] {
  return isHeadOfPage(head) ? (head.sections ?? []) : [];
}

function isHeadOfPage(head: Head): head is Head<PlainPage> {
  return head.collection === PAGES;
}

/** By address. */
export function byPath(a: Pick<Entry, "path">, b: Pick<Entry, "path">): number {
  return a.path < b.path ? -1 : 1;
}
