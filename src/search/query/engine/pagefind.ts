/** The part of Pagefind's browser API that is used here; see https://pagefind.app/docs/api/. */

export interface Pagefind {
  filters(): Promise<Counts>;
  /** All of the words must be on a page; `null` finds every page. */
  search(text: string | null, options: SearchOptions): Promise<Matches>;
}

/** As it starts. */
export interface StartedPagefind extends Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
}

/** One that is searched for as long as its user likes. */
export interface LastingPagefind extends Pagefind {
  /** Resolves when nothing reads the index's files any more: Pagefind throws where nobody can catch it if they go before. */
  close(): Promise<void>;
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
}
