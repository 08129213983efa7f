/** Valid front matter to an entry's head, by the row of its collection. */
import type { Temporal } from "temporal-polyfill";
import { type Collection, HOME, listPath } from "./collection.ts";
import { momentOf } from "./date.ts";
import { editionFor, type FurtherLanguages, pathIn } from "./editions.ts";
import type { Head } from "./entry.ts";
import type { EntryMatter } from "./entry-keys.ts";
import { labelsFor } from "./labels.ts";
import { textAt, textsAt } from "./own-keys.ts";
import { type Speaking, say, speechOf } from "./words/words.ts";

export interface Circumstances {
  readonly file: string;
  readonly slug: string;
  /** The language that the file's name says, as `x.de.md` does. */
  readonly namedLanguage?: string | undefined;
  readonly site: Speaking & { readonly timeZone: string; readonly languages?: FurtherLanguages | undefined };
  /** The moment that the site is built for. */
  readonly at: Temporal.Instant;
}

/** A schema's own keys are passed on as they are. */
export function headFromFrontMatter<Matter extends EntryMatter>(
  matter: Matter,
  collection: Collection,
  { file, slug, namedLanguage, site, at }: Circumstances,
): Head & Omit<Matter, keyof EntryMatter> {
  const {
    title,
    draft,
    aliases,
    authors,
    id,
    feed = "none",
    review,
    permalink,
    lang = namedLanguage ?? site.language,
    translationOf = namedLanguage && namedLanguage !== site.language ? slug : undefined,
    canonical,
    syndication = [],
    noindex = false,
    postgres,
    needs,
    pinned = false,
    date,
    updated,
    coverTimeline,
    image,
    episode,
    tags = [],
    series,
    revisions = [],
    ...own
  } = matter;
  const moment = (text: string) => momentOf(text, site.timeZone);
  const edition = editionFor(site, lang);
  const published = date === undefined ? undefined : moment(date);
  const dated = revisions.map((revision) => ({ ...revision, date: moment(revision.date) })).sort(byDate);
  return {
    ...own,
    ...{ title, draft, aliases, authors, id, feed, review, tags, series },
    collection: collection.name,
    label: labelOf(matter, collection, site, edition.language),
    file,
    slug,
    path: permalink ?? pathIn(edition, pathOf(slug, collection)),
    ...{ lang, translationOf },
    ...{ canonical, syndication, noindex, pinned, postgres, needs },
    summary: textAt(matter, collection.summary),
    keywords: collection.keywords === undefined ? [] : textsAt(matter, collection.keywords),
    published,
    updated: updated === undefined ? dated.findLast(({ minor }) => !minor)?.date : moment(updated),
    revisions: dated,
    scheduled: published !== undefined && published.epochMilliseconds > at.epochMilliseconds,
    coverName: coverTimeline,
    imageFile: image,
    episodeMatter: episode,
  };
}

function labelOf(matter: EntryMatter, collection: Collection, site: Speaking, language: string): string {
  const word = collection.hasOwnWords ? undefined : collection.labelOf?.(matter);
  return word ? say(speechOf(site, language), word).text : labelsFor(collection, site, language).labels.kind;
}

/** The path that an entry has by its file's name: `/posts/<slug>/`. */
export function pathOf(slug: string, collection: Collection): string {
  return slug === HOME ? "/" : `${listPath(collection)}${slug}/`;
}

function byDate(a: { date: Temporal.ZonedDateTime }, b: { date: Temporal.ZonedDateTime }): number {
  return a.date.epochMilliseconds - b.date.epochMilliseconds;
}
