/**
 * A file that is made of whole texts: a feed's document, or an entry's Markdown. It is described as plain data, of which any
 * thread can make it.
 */
import type { HandedText } from "../content/text/held-text.ts";
import type { FeedDocument } from "../feeds/documents.ts";
import type { Feed, Item } from "../feeds/feed.ts";
import { markdownPath, type TitledSource } from "../feeds/plain-text.ts";
import type { TextSource } from "../feeds/text-source.ts";

export type TextFile = FeedFile | MarkdownFile;

interface Described {
  /** Site-relative. */
  readonly path: string;
  /** Which of the site's addresses its texts lead to: a place in `DerivedSite.addresses`. */
  readonly addresses: number;
}

export interface FeedFile extends Described {
  readonly kind: "feed";
  readonly format: FeedDocument["format"];
  readonly feed: Omit<Feed, "items">;
  readonly items: readonly HandedItem[];
}

export interface MarkdownFile extends Described {
  readonly kind: "markdown";
  readonly entry: HandedSource & Pick<TitledSource, "title" | "summary">;
}

/** Texts stay where they are. */
export type HandedSource = Omit<TextSource, "body"> & {
  readonly body: Omit<TextSource["body"], "markdown" | "feedHtml"> & {
    readonly markdown: HandedText;
    readonly feedHtml: HandedText;
  };
};

export type HandedItem = Omit<Item, "source" | "html" | "markdown"> & {
  readonly source: HandedSource | undefined;
  /** That of an item without a source. */
  readonly html: string | undefined;
};

/** Describes documents; an item that is in several is the same value in each, and so is handed over once. */
export function documentDescriber(): (document: FeedDocument, addresses: number) => FeedFile {
  const known = new Map<Item, HandedItem>();
  return ({ path, format, of: { items, ...feed } }, addresses) => {
    const handed = items.map((item) => {
      // Described again, since it is noted what each document asks.
      const now = handedItem(item);
      const before = known.get(item);
      if (!before) known.set(item, now);
      return before ?? now;
    });
    return { kind: "feed", path, addresses, format, feed, items: handed };
  };
}

export function markdownFile(entry: TitledSource, addresses: number): MarkdownFile {
  const { title, summary } = entry;
  const described = { ...handedSource(entry), title, summary };
  return { kind: "markdown", path: markdownPath(entry), addresses, entry: described };
}

function handedItem({ source, html, markdown: _, ...item }: Item): HandedItem {
  return source
    ? { ...item, source: handedSource(source), html: undefined }
    : { ...item, source: undefined, html: html?.() };
}

function handedSource({ file, path, lang, body }: TextSource): HandedSource {
  const { assets, pictures, markdown, feedHtml } = body;
  const ofPictures = pictures.map(({ file, fallback }) => ({ file, fallback: fallback && { path: fallback.path } }));
  const texts = { markdown: markdown("place"), feedHtml: feedHtml("place") };
  return { file, path, lang, body: { ...texts, assets, pictures: ofPictures } };
}
