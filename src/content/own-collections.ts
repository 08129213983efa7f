/** The table of collections as a site's settings have it: without those that it leaves out, and in its own words. */
import { z } from "zod";
import { PagePath } from "./address.ts";
import type { Collection } from "./collection.ts";
import { knownLabels, type SpokenLabels } from "./labels.ts";
import type { Site } from "./site.ts";
import { SITE_PARTS } from "./site-parts.ts";
import { Text } from "./text/text.ts";
import { Phrase, speechOf } from "./words/words.ts";

/** What readers call a collection. */
export const OwnLabels = z.strictObject({
  /** One entry, and several, within a sentence: `note`, `notes`. */
  one: Text.optional(),
  many: Text.optional(),
  /** So many of them, by number: `{ one: "one note", other: "{count} notes" }`. */
  count: Phrase.optional(),
  /** The list of all, and its feed: `Notes`. */
  title: Text.optional(),
  /** One entry, where kinds are told apart, as in search: `Note`. */
  kind: Text.optional(),
  /** What the list is: `Every note, newest first.` */
  about: Text.optional(),
  /** Over the newest ones on other pages: `Latest notes`. */
  latest: Text.optional(),
  /** A link to the list: `All notes`. */
  all: Text.optional(),
  /** What its feed has, after its name: `without the projects`. */
  feed: Text.optional(),
});

/** The same, and where its list is, which is the beginning of its entries' addresses: `/notes/`. */
const Own = OwnLabels.extend({ path: PagePath.optional() });

export const OwnCollections = z
  .strictObject({ posts: Own.optional(), projects: Own.optional(), pages: OwnLabels.optional() })
  .default({});
export type OwnCollections = z.infer<typeof OwnCollections>;

/** `table` has every collection of the engine. */
export function collectionsOf<Row extends Collection>(
  table: readonly Row[],
  site: Pick<Site, "without" | "collections" | "language" | "words" | "dictionaries">,
): Row[] {
  const { without, collections } = site;
  const left = new Set<string>(without.filter((part) => SITE_PARTS.includes(part)));
  const own = new Map(Object.entries(collections));
  const speech = speechOf(site, site.language);
  return table
    .filter(({ name }) => !left.has(name))
    .map((row) => withWords(row, knownLabels(row.name, speech)))
    .map((row) => withOwnWords(row, own.get(row.name), site.language));
}

function withWords<Row extends Collection>(row: Row, known: SpokenLabels | undefined): Row {
  return known ? { ...row, labels: known.labels, labelsLanguage: known.language } : row;
}

function withOwnWords<Row extends Collection>(row: Row, own: z.infer<typeof Own> = {}, language: string): Row {
  const { path, ...words } = own;
  const given = Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined));
  const hasOwnWords = Object.keys(given).length > 0;
  // The phrases of the word files would use another name.
  const renamed = "one" in given || "many" in given ? { count: undefined, all: undefined } : {};
  const labels = { ...row.labels, ...renamed, ...given };
  return { ...row, ...(path && { path }), ...(hasOwnWords && { labels, labelsLanguage: language, hasOwnWords }) };
}
