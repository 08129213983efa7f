/** The table of feeds: each row makes one, in every format. */
import type { AuthorListing } from "../content/author.ts";
import type { CollectionList, Content } from "../content/content.ts";
import { pathIn } from "../content/editions.ts";
import { type DatedEntry, type Entry, isDated, newestFirst } from "../content/entry.ts";
import { kindsOf } from "../content/naming.ts";
import { once, onceForEach } from "../content/once-for-each.ts";
import type { Podcast } from "../content/podcast.ts";
import { provenVersions, VERSIONS_PATH } from "../content/proven-versions.ts";
import { hasPart } from "../content/site-parts.ts";
import type { Tag } from "../content/tag.ts";
import { speakerOf, speechOf } from "../content/words/words.ts";
import type { Item } from "./feed.ts";
import { type Format, formats } from "./formats.ts";
import { correctionsOf, type Items, itemOf, versionChangesOf } from "./items.ts";
import { markdownReader } from "./whole-markdown.ts";

/** A row of the table. */
interface FeedColumns {
  /** What it is called on this site. */
  name: string;
  /** Its title in a feed reader, among feeds of other sites. */
  title: string;
  /** What subscribers get. */
  note: string;
  /** Site-relative folder of its documents. */
  path: string;
  /** Site-relative path of the page that it belongs to. */
  home: string;
  /** True for a feed that goes back to the first item by way of archives. */
  archived: boolean;
  /** True for those of tags, of which there may be many. */
  ofTag: boolean;
  /** True for that of a list with nothing on it yet: only the list's own page leads to it. */
  ofEmptyList?: boolean;
  /** Newest first. They are made when they are first asked for: a row is also read for its addresses alone. */
  items: () => readonly Item[];
  /** Of the feed of episodes, which has all of them in one document: directories forget what it lacks. */
  podcast?: Podcast;
}

/** What feeds are made with. */
interface Making extends Items {
  /** The same item each time. */
  itemOf: (entry: DatedEntry) => Item;
}

export interface FeedRow extends FeedColumns {
  /** Those that the site wants. */
  formats: readonly Format[];
}

/** Empty for a site without feeds. */
export function feedsOf(content: Content): FeedRow[] {
  const { site, lists, entries, tags, authors, root } = content;
  const speak = speakerOf(speechOf(site, site.language));
  const texts = { site, speak, markdownOf: markdownReader(content) };
  // An entry is in several feeds.
  const making: Making = { ...texts, itemOf: onceForEach((entry) => itemOf(texts, entry)) };
  const fed = fedEntries(entries);
  const wanted = formats.filter(({ key }) => site.feedFormats.includes(key));
  if (!hasPart(site, "feeds")) return [];
  return [
    {
      ...{ name: speak("everything"), title: site.title, note: speak("everythingAbout") },
      ...{ path: root, home: root, archived: true, ofTag: false },
      items: () => fed.map(making.itemOf),
    },
    ...lists.map((list) => feedOfList(making, list)),
    ...authors.map((author) => feedOfAuthor(making, author)),
    {
      ...{ name: speak("corrections"), title: titleOf(making, speak("correctionsPart")) },
      note: speak("correctionsAbout"),
      ...{ path: `${root}corrections/`, home: `${root}subscribe/`, archived: false, ofTag: false },
      items: () => fed.flatMap((entry) => correctionsOf(making, entry)),
    },
    ...(site.podcast && fed.some(({ episode }) => episode) ? [feedOfPodcast(making, site.podcast, fed, root)] : []),
    ...(provenVersions(fed).length > 0
      ? [
          {
            ...{ name: speak("versions"), title: titleOf(making, speak("versions")), note: speak("versionsFeed") },
            ...{
              path: pathIn(content, VERSIONS_PATH),
              home: pathIn(content, VERSIONS_PATH),
              archived: false,
              ofTag: false,
            },
            items: () => fed.flatMap((entry) => versionChangesOf(making, entry)),
          },
        ]
      : []),
    ...tags.map((tag) => feedOfTag(making, tag, kindsOf(tag.entries, content))),
  ].map((feed) => ({ ...feed, formats: wanted, items: once(() => feed.items().toSorted(byDate)) }));
}

/** The feed's document to subscribe to in each format. */
export function subscriptionsOf({ path, formats }: FeedRow): { name: string; type: string; path: string }[] {
  return formats.map(({ name, type, file }) => ({ name, type, path: path + file }));
}

function feedOfList(making: Making, { collection, path, entries }: CollectionList): FeedColumns {
  const { title, many, feed } = collection.labels;
  return {
    ...{ name: title, title: titleOf(making, many), note: feed },
    ...{ path, home: path, archived: false, ofTag: false, ofEmptyList: entries.length === 0 },
    items: () => newestOf(making, entries),
  };
}

function feedOfAuthor(making: Making, { name, path, entries }: AuthorListing): FeedColumns {
  return {
    ...{ name, title: titleOf(making, name), note: making.speak("authorFeedAbout") },
    ...{ path, home: path, archived: false, ofTag: false },
    items: () => newestOf(making, entries),
  };
}

function feedOfPodcast(making: Making, podcast: Podcast, fed: readonly DatedEntry[], root: string): FeedColumns {
  const { site, speak } = making;
  const title = podcast.title ?? titleOf(making, speak("podcast"));
  return {
    ...{ name: speak("podcast"), title, note: podcast.description ?? site.description },
    ...{ path: `${root}podcast/`, home: `${root}subscribe/`, archived: false, ofTag: false },
    podcast,
    items: () => fed.filter(({ episode }) => episode).map(making.itemOf),
  };
}

/** `kinds` says what its entries are. */
function feedOfTag(making: Making, { name, path, entries }: Tag, kinds: string): FeedColumns {
  return {
    ...{ name, title: titleOf(making, name), note: making.speak("tagFeedAbout", { kinds, tag: name }) },
    ...{ path, home: path, archived: false, ofTag: true },
    items: () => newestOf(making, entries),
  };
}

/** The title of a feed that does not have everything. */
function titleOf({ site, speak }: Items, part: string): string {
  return speak("feedTitle", { site: site.title, part });
}

/** As many as a document holds. */
function newestOf(making: Making, entries: readonly Entry[]): Item[] {
  return fedEntries(entries).sort(newestFirst).slice(0, making.site.feedLength).map(making.itemOf);
}

/** Those that their authors want in feeds. */
function fedEntries(entries: readonly Entry[]): DatedEntry[] {
  return entries.filter(({ feed }) => feed !== "none").filter(isDated);
}

function byDate(a: Item, b: Item): number {
  return b.published.getTime() - a.published.getTime() || (a.id < b.id ? -1 : 1);
}
