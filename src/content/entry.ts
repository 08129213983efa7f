/**
 * An entry: a Markdown file of a collection that has a page of its own, such as an essay or a project. This is the part that
 * is the same in every collection, and all that lists, feeds, search and checks read.
 */
import type { Temporal } from "temporal-polyfill";
import type { Body } from "./body.ts";
import { HOME } from "./collection.ts";
import type { Cover } from "./cover.ts";
import type { Episode, EpisodeMatter } from "./podcast.ts";
import type { PreviewImage } from "./preview-image.ts";
import type { Needs } from "./samples/needs.ts";
import type { FeedShare } from "./syndication.ts";

export interface Entry {
  /** Its collection's name. */
  readonly collection: string;
  /** What readers call it where kinds are told apart, as in search: `Essay`, `Case study`. */
  readonly label: string;
  /** Relative to the site's folder. */
  readonly file: string;
  readonly slug: string;
  /** Site-relative, from `/` to `/`. */
  readonly path: string;
  /** BCP 47. */
  readonly lang: string;
  /** The slug of what it translates, in the same collection. */
  readonly translationOf: string | undefined;
  readonly title: string;
  /** One or two sentences for lists, feeds and search. */
  readonly summary: string | undefined;
  /** Keys of its authors in the settings; none where it is the site's own. */
  readonly authors: readonly string[];
  /** Each has a page that lists the entries filed under it. */
  readonly tags: readonly string[];
  /** What feeds and the index of terms say that it is about: its tags, or a project's stack. */
  readonly keywords: readonly string[];
  readonly series: string | undefined;
  /** True where it stands before newer ones. */
  readonly pinned: boolean;
  /** The address at which search engines are to list it, if that is another site's. */
  readonly canonical: string | undefined;
  /** Addresses of the copies that its author posted elsewhere. */
  readonly syndication: readonly string[];
  /** True for what no search should find. */
  readonly noindex: boolean;
  /** The oldest PostgreSQL on which its samples are run; as far down as the settings go, if undefined. */
  readonly postgres?: number | undefined;
  /** What its samples need of the machine that runs them. */
  readonly needs?: Needs | undefined;
  readonly draft: boolean;
  /** True for a date that has not come yet: like a draft, it is shown in development only. */
  readonly scheduled: boolean;
  readonly published: Temporal.ZonedDateTime | undefined;
  readonly updated: Temporal.ZonedDateTime | undefined;
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** As front matter has it. */
  readonly review: string | undefined;
  readonly aliases: readonly string[];
  /** Its id in feeds, where the author chose one. */
  readonly id: string | undefined;
  readonly feed: FeedShare;
  readonly image: PreviewImage | undefined;
  /** What lists and its share image show of it. */
  readonly cover?: Cover | undefined;
  /** What can be heard or seen of it. */
  readonly episode?: Episode | undefined;
  readonly body: Body;
}

export interface Revision {
  readonly date: Temporal.ZonedDateTime;
  readonly note: string;
  readonly minor: boolean;
}

/** An entry that says when it was published. */
export type DatedEntry = Entry & { readonly published: Temporal.ZonedDateTime };

/** An entry but for what its Markdown says, which can link to other entries and so needs all of their addresses. */
export type Head<Of extends Entry = Entry> = Omit<Of, "body" | "image" | "episode" | "cover"> & {
  /** As front matter has it: the name of what is its cover, or false for none. */
  readonly coverName: string | false | undefined;
  /** As front matter has it. */
  readonly episodeMatter?: EpisodeMatter | undefined;
  /** As front matter names it. */
  readonly imageFile: { readonly src: string; readonly alt: string } | undefined;
};

export function isDated(entry: Entry): entry is DatedEntry {
  return entry.published !== undefined;
}

/** True for what search finds: not the home page, to which every page leads. */
export function isSearched({ path, slug, noindex }: Pick<Entry, "path" | "slug" | "noindex">): boolean {
  return path !== "/" && slug !== HOME && !noindex;
}

/** Those that are pinned, then the others, in their order. */
export function pinnedFirst(entries: readonly Entry[]): Entry[] {
  return [...entries.filter(({ pinned }) => pinned), ...entries.filter(({ pinned }) => !pinned)];
}

/** Newest first; entries of one moment by slug, and those without a date last. */
export function newestFirst(a: Pick<Entry, "published" | "slug">, b: Pick<Entry, "published" | "slug">): number {
  const [ofA, ofB] = [publishedAt(a), publishedAt(b)];
  if (ofA !== ofB) return ofB > ofA ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}

/** Milliseconds since 1970. */
function publishedAt({ published }: Pick<Entry, "published">): number {
  return published?.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
}
