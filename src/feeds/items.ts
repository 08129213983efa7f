/** Entries and their revisions as items of feeds. */
import type { Temporal } from "temporal-polyfill";
import { absoluteUrl } from "../content/address.ts";
import { type Author, authorsOf } from "../content/author.ts";
import { momentOf } from "../content/date.ts";
import type { DatedEntry } from "../content/entry.ts";
import { onceForEach } from "../content/once-for-each.ts";
import type { Episode } from "../content/podcast.ts";
import type { Site } from "../content/site.ts";
import { entryIdOf, entryUriOf } from "../content/syndication.ts";
import { directionOf } from "../content/text/direction.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { readingMinutes } from "../content/text/reading-time.ts";
import type { Speak } from "../content/words/words.ts";
import type { FeedAuthor, Item, ItemEpisode } from "./feed.ts";
import type { TextSource } from "./text-source.ts";

/** What items are made for, and with. */
export interface Items extends Texts {
  speak: Speak;
}

/** What whole texts are made with. */
export interface Texts {
  site: Site;
  markdownOf: (source: TextSource) => string;
}

/** What an item has of the text of an entry. */
export function textsOf({ site, markdownOf }: Texts, source: TextSource): Pick<Item, "html" | "markdown"> {
  return {
    html: () => withLanguage(source.body.feedHtml(), source.lang, site.language),
    markdown: () => markdownOf(source),
  };
}

function wholeTextsOf(texts: Texts, source: TextSource): Pick<Item, "source" | "html" | "markdown"> {
  return { source, ...textsOf(texts, source) };
}

const NO_TEXTS = { source: undefined, html: undefined, markdown: undefined };

export function itemOf(making: Items, entry: DatedEntry): Item {
  const { site } = making;
  const { file, path, lang, body, published, updated = published, image } = entry;
  return {
    id: entryIdOf(site, entry) ?? "",
    uri: entryUriOf(site, entry) ?? "",
    url: absoluteUrl(site, entry.path),
    title: entry.title,
    summary: entry.summary,
    ...(entry.feed === "full" ? wholeTextsOf(making, { file, path, lang, body }) : NO_TEXTS),
    words: body.words,
    minutes: readingMinutes(body, entry.lang),
    authors: entry.authors.length > 0 ? authorsOf(entry, site).map((author) => feedAuthor(author, site)) : undefined,
    language: entry.lang,
    tags: entry.keywords,
    published: dateOf(published),
    updated: dateOf(updated),
    image: image && { url: absoluteUrl(site, image.path), alt: image.alt, type: image.type, bytes: image.bytes },
    episode: entry.episode && episodeOf(entry.episode, site),
  };
}

function episodeOf({ path, image, chapters, transcripts, assets: _, ...about }: Episode, site: Site): ItemEpisode {
  const { number, season, explicit } = about;
  const whole = (one: string | undefined) => (one === undefined ? undefined : absoluteUrl(site, one));
  return {
    ...{ ...about, number, season, explicit, url: absoluteUrl(site, path) },
    ...{ image: whole(image), chapters: whole(chapters) },
    transcripts: transcripts.map((one) => ({ url: absoluteUrl(site, one.path), type: one.type, lang: one.lang })),
  };
}

/** Whose page here says more than a site elsewhere. */
function feedAuthor({ name, url, email, path }: Author, site: Site): FeedAuthor {
  return { name, email, url: path ? absoluteUrl(site, path) : url };
}

/** One for each revision that readers should hear of; two of one day differ by a number. */
export function correctionsOf(items: Items, entry: DatedEntry): Item[] {
  const days = new Map<string, number>();
  return entry.revisions.flatMap(({ date, note, minor }) => {
    const day = date.toPlainDate().toString();
    const count = (days.get(day) ?? 0) + 1;
    days.set(day, count);
    if (minor) return [];
    const item = itemOf(items, entry);
    const revision = `/revisions/${day}${count > 1 ? `-${count}` : ""}`;
    const html = `<p>${escapeMarkup(note)}</p>\n<p><a href="${item.url}">${escapeMarkup(entry.title)}</a></p>\n`;
    return [
      {
        ...item,
        id: item.id + revision,
        uri: item.uri + revision,
        title: items.speak("revisedTitle", { title: entry.title }),
        summary: note,
        ...NO_TEXTS,
        html: () => html,
        words: undefined,
        published: dateOf(date),
        updated: dateOf(date),
        image: undefined,
        episode: undefined,
      },
    ];
  });
}

/** One for each version on which samples of an entry came to give something else. */
export function versionChangesOf(items: Items, entry: DatedEntry): Item[] {
  const { site, speak } = items;
  return (entry.body.proof?.changes ?? []).map(({ version, before, day, samples }) => {
    const item = itemOf(items, entry);
    const suffix = `/versions/${version.toLowerCase().replace(" ", "-")}`;
    const summary = `${before} → ${version}. ${speak("differing", { count: samples.length })}`;
    const places = samples.map(({ name, anchor }) => {
      const url = anchor ? `${item.url}#${anchor}` : item.url;
      return `<li><a href="${escapeMarkup(url)}"><code>${escapeMarkup(name)}</code></a></li>\n`;
    });
    const date = dateOf(momentOf(day, site.timeZone));
    return {
      ...item,
      id: item.id + suffix,
      uri: item.uri + suffix,
      title: `${entry.title}: ${version}`,
      summary,
      ...NO_TEXTS,
      html: () => `<p>${escapeMarkup(summary)}</p>\n<ul>\n${places.join("")}</ul>\n`,
      words: undefined,
      published: date,
      updated: date,
      image: undefined,
      episode: undefined,
    };
  });
}

const baseOf = onceForEach((language) => new Intl.Locale(language).language);

/**
 * Readers set a text as they set their own interface, unless it says which way it runs, and choose faces by its language
 * (Chinese and Japanese share characters). A variety of the site's language needs neither.
 */
function withLanguage(html: string, lang: string, siteLanguage: string): string {
  const dir = directionOf(lang);
  const isForeign = baseOf(lang) !== baseOf(siteLanguage);
  if (!isForeign && dir === directionOf(siteLanguage) && dir === "ltr") return html;
  const direction = dir === "rtl" || directionOf(siteLanguage) === "rtl" ? ` dir="${dir}"` : "";
  return `<div${direction} lang="${lang}">\n${html}</div>\n`;
}

function dateOf(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}
