/** A feed, independent of its format. */
import type { TextSource } from "./text-source.ts";

export interface Feed {
  /** The same in all of a feed's documents. */
  id: string;
  title: string;
  description: string;
  language: string;
  author: FeedAuthor;
  /** Under which terms its texts may be used, in words. */
  rights?: string | undefined;
  /** URL of the page that it belongs to. */
  home: string;
  /** When an item was last added or changed: never the time of a build, so that the same content is the same bytes. */
  updated: Date;
  /** Newest first. */
  items: readonly Item[];
  links: FeedLinks;
  /** What directories of podcasts ask for; of a podcast's feed alone. */
  podcast?: PodcastChannel | undefined;
  /** Href of the styles for those who open it in a browser. */
  stylesheet: string;
}

export interface FeedAuthor {
  readonly name: string;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
}

/** URLs of the documents that a feed is made of (RFC 5005). */
export interface FeedLinks {
  /** This document's own. */
  self: string;
  /** In an archive: the document to subscribe to. */
  current?: string;
  /** The archive with what came before, if there is one. */
  previous?: string | undefined;
  /** A WebSub hub, in a document to subscribe to. */
  hub?: string | undefined;
}

export interface PodcastChannel {
  /** Apple's, `Science: Physics` for one within another. */
  readonly categories: readonly string[];
  /** URL. */
  readonly image: string;
  readonly explicit: boolean;
  readonly type: "episodic" | "serial";
  readonly guid: string;
}

/** What can be heard or seen of an item. All addresses are whole. */
export interface ItemEpisode {
  readonly url: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  readonly seconds: number | undefined;
  readonly number: number | undefined;
  readonly season: number | undefined;
  readonly kind: "full" | "trailer" | "bonus";
  readonly explicit: boolean | undefined;
  /** Its own cover. */
  readonly image: string | undefined;
  readonly transcripts: readonly { readonly url: string; readonly type: string; readonly lang: string }[];
  readonly chapters: string | undefined;
}

/** What a feed tells of: an entry, or a correction of one. */
export interface Item {
  /** Stays when the address changes. Any text. */
  id: string;
  /** The same as a URI; only an id that is none differs. */
  uri: string;
  url: string;
  title: string;
  summary: string | undefined;
  /** What the whole text is made of; undefined where feeds have the summary only, and where the item has words of its own. */
  source?: TextSource | undefined;
  /** The whole text, made when it is asked for, since archives have every item; undefined where feeds have the summary only. */
  html: (() => string) | undefined;
  /** The same in Markdown, with whole addresses. */
  markdown: (() => string) | undefined;
  /** Words in the whole text. */
  words: number | undefined;
  /** How long it takes to read. */
  minutes?: number | undefined;
  /** Who wrote it; the feed's author, if left out. */
  authors?: readonly FeedAuthor[] | undefined;
  language: string;
  tags: readonly string[];
  published: Date;
  updated: Date;
  image: { url: string; alt: string; type: string; bytes: number } | undefined;
  episode?: ItemEpisode | undefined;
}
