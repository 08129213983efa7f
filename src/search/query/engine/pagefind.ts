/** The part of Pagefind's browser API that is used here; see https://pagefind.app/docs/api/. */

export interface Pagefind {
  filters(): Promise<Counts>;
  /** `null` finds every page; a text finds pages that have all of its words. */
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
}

export interface Match {
  /** Identifies the page, in every search. */
  id: string;
}
