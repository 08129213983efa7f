/** Advice: things that could be better but are not wrong. A build prints it and carries on. */
import type { Temporal } from "temporal-polyfill";
import { type Collection, listPath } from "../content/collection.ts";
import { type Content, redirectsOf } from "../content/content.ts";
import { momentOf } from "../content/date.ts";
import type { Entry } from "../content/entry.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { Site } from "../content/site.ts";
import { entryIdOf } from "../content/syndication.ts";
import { revisedOriginal } from "../content/translations.ts";

/** `at` is the moment that the site is built for. */
export function adviseOn(content: Content, at: Temporal.Instant): Problem[] {
  const { site, collections } = content;
  const each = (advise: (entry: Entry, collection: Collection) => Problem[]) =>
    collections.flatMap(({ collection, entries }) => entries.flatMap((entry) => advise(entry, collection)));
  return [
    ...each((entry, collection) => [
      ...missingSummary(entry, collection, content),
      ...missingId(site, entry, listPath(collection)),
    ]),
    ...each((entry) => dueReview(site, entry, at)),
    ...each((entry) => oldTranslation(entry, content)),
    ...content.entries.flatMap(({ body }) => body.advice),
  ];
}

function dueReview({ timeZone }: Site, { file, review }: Entry, at: Temporal.Instant): Problem[] {
  if (!review || momentOf(review, timeZone).epochMilliseconds > at.epochMilliseconds) return [];
  return [
    {
      rule: "review-due",
      file,
      field: "review",
      message: `was due on ${review}`,
      hint: "look at it again, and name the next day",
    },
  ];
}

function oldTranslation(entry: Entry, { translations }: Content): Problem[] {
  const original = revisedOriginal(entry, translations.get(entry.file));
  if (!original) return [];
  const day = original.updated?.toPlainDate().toString();
  const message = `translates ${original.file}, which was revised on ${day}`;
  const hint = `translate what was changed, and write updated: ${day}`;
  return [{ rule: "translation-old", file: entry.file, message, hint }];
}

function missingSummary(
  { file, summary, path }: Entry,
  { summary: field, isStandalone }: Collection,
  { editions }: Content,
): Problem[] {
  // A home page has the description of the site, or of the site in its language.
  if (summary || editions.some(({ root }) => root === path)) return [];
  const hint = isStandalone ? "search and link previews show it" : "lists, feeds and search show it";
  return [{ rule: "summary-missing", file, field, message: "is missing", hint }];
}

/** Renaming a file changes its id unless front matter keeps the old one; feed readers would show it as new. */
function missingId(site: Site, entry: Entry, folder: string): Problem[] {
  const slug = redirectsOf({ entries: [entry], redirects: [] })
    .map(({ from }) => slugBelow(folder, from))
    .find(Boolean);
  const formerId = slug && entryIdOf(site, { ...entry, slug });
  if (entry.id || !formerId || slug === entry.slug) return [];
  const hint = `if the file was ${slug}.md, readers know it as ${formerId}`;
  return [
    {
      rule: "id-missing",
      file: entry.file,
      field: "id",
      message: "is missing, and the page had another address",
      hint,
    },
  ];
}

/** `/posts/x/` has the slug `x` below `/posts/`. */
function slugBelow(folder: string, path: string): string | undefined {
  return path.startsWith(folder) ? /^([^/]+)\/$/.exec(path.slice(folder.length))?.[1] : undefined;
}
