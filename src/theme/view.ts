/** The data that every page is given: the site's content, the theme's files, and the page's own path. */
import { hrefOf } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import type { StyleSheet } from "./style-sheets.ts";

export interface View {
  readonly content: Content;
  readonly assets: ThemeAssets;
  /** The feeds that the site has. */
  readonly feeds: readonly FeedLink[];
  /** The page's site-relative path. */
  readonly path: string;
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
  /** The same in each format: its name, media type and site-relative path. */
  documents: { name: string; type: string; path: string }[];
}

/** The theme's styles and scripts, built once for all pages. */
export interface ThemeAssets {
  /** Stand in each page's head, as far as it needs them. */
  styleSheets: StyleSheet[];
  /** A few bytes that must run before the page is painted. */
  inlineScript: string;
  /** Site-relative path of the script that pages load. */
  script: string;
  /** Site-relative path of the script that searches, in a worker. */
  searchWorker: string;
  /** Site-relative path of the font that pages load first. */
  textFont: string;
  /** Site-relative path of the picture that represents the site in tabs and bookmarks. */
  icon: string;
  /** What is published beside the pages. */
  files: { path: string; contents: Uint8Array }[];
}

/** The feeds that fit a page: the site's, and its own. */
export function feedsFor({ feeds, path }: Pick<View, "feeds" | "path">): FeedLink[] {
  return feeds.filter(({ home }) => home === "/" || home === path);
}

/** The href of a path from any page. */
export function href({ content }: Pick<View, "content">, path: string): string {
  return hrefOf(content.site, path);
}
