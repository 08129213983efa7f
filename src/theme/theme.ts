/** How a site looks, as rendering is given it: ours, or ours with what a site's `theme/` puts in its place. */
import { type Components, components } from "./components.ts";
import { type Pages, pages } from "./pages.ts";
import type { StyleSheet } from "./style-sheets.ts";

export interface Theme {
  readonly components: Components;
  readonly pages: Pages;
  readonly assets: ThemeAssets;
}

/** A theme's styles, scripts and files, made once for all pages. */
export interface ThemeAssets {
  /** Stand in each page's head, as far as it needs them. */
  styleSheets: StyleSheet[];
  /** Site-relative path of the style sheet for paper, which browsers load behind everything else. */
  printStyles: string;
  /** A few bytes that must run before the page is painted. */
  inlineScript: string;
  /** Those that pages load, as far as they need them; the first is on every page. */
  scripts: PageScript[];
  /** Site-relative path of the script that searches, in a worker. */
  searchWorker: string;
  /** The same of the one that runs samples; undefined where pages don't. */
  runWorker: string | undefined;
  /** Site-relative path of the font that pages load first; undefined where text is set in the reader's own. */
  textFont: string | undefined;
  /** The colour of pages by day and by night. */
  paper: { readonly light: string; readonly dark: string };
  /** Site-relative path of the picture that represents the site in tabs and bookmarks. */
  icon: string;
  /** What is published beside the pages. */
  files: { path: string; contents: Uint8Array }[];
}

export interface PageScript {
  /** Site-relative. */
  path: string;
  /** What in a page's HTML shows that it is needed. */
  needed: RegExp;
}

/** Ours, with assets that were made of it. */
export function defaultTheme(assets: ThemeAssets): Theme {
  return { components, pages, assets };
}
