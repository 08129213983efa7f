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

/** As many words as Pagefind may have been asked for before another one takes over. */
const MOST_WORDS = 24;

/**
 * Pagefind looks through every piece of its index that it has loaded, for each word that begins like one of a search: what
 * was searched for before makes it slower, and makes it find more. So each one is asked for a few words only.
 */
export class RenewedPagefind implements Pagefind {
  readonly #start: () => Promise<StartedPagefind>;
  readonly #options: Record<string, unknown>;
  readonly #words = new Set<string>();
  #current: Promise<Pagefind>;

  constructor(start: () => Promise<StartedPagefind>, options: Record<string, unknown>) {
    this.#options = options;
    this.#start = start;
    this.#current = this.#startWithOptions();
  }

  async filters(): Promise<Counts> {
    return (await this.#current).filters();
  }

  async search(text: string | null, options: SearchOptions): Promise<Matches> {
    const matches = await (await this.#current).search(text, options);
    for (const word of text?.split(" ") ?? []) this.#words.add(word);
    if (this.#words.size > MOST_WORDS) this.#renew();
    return matches;
  }

  /** Until the next one has started, the last one answers. */
  #renew(): void {
    this.#words.clear();
    this.#startWithOptions().then(
      (next) => {
        this.#current = Promise.resolve(next);
      },
      () => {},
    );
  }

  async #startWithOptions(): Promise<Pagefind> {
    const pagefind = await this.#start();
    await pagefind.options(this.#options);
    return pagefind;
  }
}
