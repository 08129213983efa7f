/** The part of Pagefind's browser API that is used here; see https://pagefind.app/docs/api/. */

export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Filters>;
  /** Null when a later search has overtaken this one. */
  debouncedSearch(text: string, options: { filters: Record<string, string> }, wait: number): Promise<Found | null>;
}

/** How many pages each value of each filter has. */
export type Filters = Record<string, Record<string, number>>;

export interface Found {
  results: { data(): Promise<FoundPage> }[];
  /** Counts within this search's results. */
  filters: Filters;
  /** How many pages there would be without filters. */
  unfilteredResultCount: number;
}

export interface FoundPage extends FoundPart {
  meta: Record<string, string>;
  sub_results: FoundPart[];
}

export interface FoundPart {
  url: string;
  title: string;
  /** HTML: escaped text with `<mark>` around what matched. */
  excerpt: string;
}

let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind from beside this script once; a failure is tried again at the next call. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start(): Promise<Pagefind> {
  const base = new URL("../", import.meta.url);
  const pagefind = (await import(new URL("pagefind/pagefind.js", base).href)) as Pagefind;
  await pagefind.options({ baseUrl: base.pathname, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}
