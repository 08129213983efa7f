/** What every page is given: the site's content, the theme's files, and where the page itself is. */
import { hrefOf } from "../content/address.ts";
import type { Content } from "../content/content.ts";

export interface View {
  content: Content;
  assets: ThemeAssets;
  /** The feeds that the site has. */
  feeds: FeedLink[];
  /** The page's site-relative path. */
  path: string;
  /** Asks for a picture of the page's title; undefined where it can't be set. Missing where the site wants none. */
  shareImage?: ((card: { title: string; foot: string }) => SharePicture | undefined) | undefined;
}

/** What those who share a page can show of it. */
export interface SharePicture {
  /** Site-relative. */
  path: string;
  alt: string;
  /** In pixels, where they are known. */
  width?: number | undefined;
  height?: number | undefined;
}

export interface FeedLink {
  /** What its format is called. */
  name: string;
  /** Site-relative. */
  path: string;
  /** Media type. */
  type: string;
  /** For whom it is. */
  note: string;
}

/** The theme's styles and scripts, built once for all pages. */
export interface ThemeAssets {
  /** Stands in each page's head. */
  css: string;
  /** A few bytes that must run before the page is painted. */
  inlineScript: string;
  /** Site-relative path of the script that pages load. */
  script: string;
  /** Site-relative path of the font that pages load first. */
  textFont: string;
  /** Site-relative path of the picture that stands for the site in tabs and bookmarks. */
  icon: string;
  /** What is published beside the pages. */
  files: { path: string; contents: Uint8Array }[];
}

/** The href of a path from any page. */
export function href({ content }: Pick<View, "content">, path: string): string {
  return hrefOf(content.site, path);
}
