/** The data that every page is given: the site's content, its theme, and the page's own path. */
import { hrefOf } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import { type Alternate, pathIn } from "../content/editions.ts";
import type { Theme } from "./theme.ts";

export interface View {
  readonly content: Content;
  readonly theme: Theme;
  /** By a page's path: the same in all languages that it is in; none for a page in one. */
  readonly alternates: ReadonlyMap<string, readonly Alternate[]>;
  /** The feeds that the site has. */
  readonly feeds: readonly FeedLink[];
  /** The same by the page that they belong to: who asks for those of a page need not know the others. */
  readonly feedsOf: ReadonlyMap<string, readonly FeedLink[]>;
  /** The page's site-relative path. */
  readonly path: string;
  /** The page's (BCP 47), which its words are in: that of what it shows, or the site's. */
  readonly language: string;
}

export interface FeedLink {
  /** What it is called on this site. */
  name: string;
  /** What it is called in a reader, among the feeds of others. */
  title: string;
  /** What one gets. */
  note: string;
  /** Site-relative path of the page that it belongs to. */
  home: string;
  /** True for those of tags. */
  ofTag: boolean;
  /** True for that of a list with nothing on it yet. */
  ofEmptyList?: boolean | undefined;
  /** The same in each format: its name, media type and site-relative path. */
  documents: { name: string; type: string; path: string }[];
}

/** The feeds that fit a page: the site's, and its own. */
export function feedsFor({ feedsOf, path, content }: Pick<View, "feedsOf" | "path" | "content">): FeedLink[] {
  return [...new Set([content.root, path])].flatMap((home) => feedsOf.get(home) ?? []);
}

/** The href of a path from any page. */
export function href({ content }: Pick<View, "content">, path: string): string {
  return hrefOf(content.site, path);
}

/** The same of a page that each edition of the site has, such as `/tags/`: `/de/tags/` on pages in German. */
export function hrefIn({ content }: Pick<View, "content">, path: string): string {
  return hrefOf(content.site, pathIn(content, path));
}

/** For `aria-current` of a link in the navigation: "page" on the page itself, "true" on those below it. */
export function currentAt(
  { path: current, content }: Pick<View, "path" | "content">,
  path: string,
): "page" | "true" | undefined {
  if (path === current) return "page";
  return path !== content.root && current.startsWith(path) ? "true" : undefined;
}
