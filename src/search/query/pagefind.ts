/** The part of Pagefind's browser API that is used here; see https://pagefind.app/docs/api/. */

export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  filters(): Promise<Counts>;
  /** All of the words must be on a page; `null` finds every page. */
  search(text: string | null, options: SearchOptions): Promise<Matches>;
}

export interface SearchOptions {
  filters?: Record<string, string>;
  sort?: Record<string, "asc" | "desc">;
}

/** How many pages each value of each filter has. */
export type Counts = Record<string, Record<string, number>>;

export interface Matches {
  results: Match[];
  /** Counts within these results. */
  filters: Counts;
}

export interface Match {
  /** The page's, the same in every search. */
  id: string;
  score: number;
  /** Which words of the page's text matched, counted from 0. */
  words: number[];
  data(): Promise<Page>;
}

export interface Page {
  url: string;
  /** The whole text; its words stand between white space. */
  content: string;
  meta: Record<string, string>;
  /** Headings and other elements that have an id; `location` counts words. */
  anchors: { element: string; id: string; text: string; location: number }[];
}
