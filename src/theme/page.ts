/** A page as its function describes it; `render-page.tsx` makes the document. */
import type { ComponentChildren } from "preact";
import type { Author } from "../content/author.ts";
import type { Entry } from "../content/entry.ts";
import type { Thing } from "./json-ld.ts";

export interface Page {
  info: PageInfo;
  /** Names the kind of page for its styles. */
  kind?: string;
  /** Everything between the masthead and the footer. */
  main: ComponentChildren;
}

/** The metadata for a page's head. */
export interface PageInfo {
  /** Missing on the home page, which has the site's own. */
  title?: string | undefined;
  description?: string | undefined;
  /** A picture for previews; where it is missing, one is drawn from the title. */
  image?: SharePicture | undefined;
  /** The entry that the page shows. */
  entry?: Entry | undefined;
  /** Whom the page is by, or about; those of its entry, if left out. */
  authors?: readonly Author[] | undefined;
  /** When it was published and last changed, where it is an article. */
  article?: Pick<Entry, "published" | "updated"> | undefined;
  /** Its Schema.org data; that of a plain page, if left out. */
  thing?: Thing | undefined;
  /** The list that the page is a part of. */
  within?: { name: string; path: string } | undefined;
  /** False for pages that search engines should not list. */
  indexed?: boolean;
}

/** The picture for link previews. */
export interface SharePicture {
  /** Site-relative. */
  path: string;
  alt: string;
  /** In pixels, where they are known. */
  width?: number | undefined;
  height?: number | undefined;
}
