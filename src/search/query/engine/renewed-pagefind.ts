/** Pagefind as it is at its start, however much has been searched for. */
import type { Counts, LastingPagefind, Matches, Pagefind, SearchOptions, StartedPagefind } from "./pagefind.ts";

/** As many words as Pagefind may have been asked for before another one takes over. */
const MOST_WORDS = 24;

/**
 * Pagefind looks through every piece of its index that it has loaded, for each word that begins like one of a search: what
 * was searched for before makes it slower, and makes it find more. So each one is asked for a few words only.
 */
export class RenewedPagefind implements LastingPagefind {
  readonly #start: () => Promise<StartedPagefind>;
  readonly #options: Record<string, unknown>;
  readonly #words = new Set<string>();
  #current: Promise<Pagefind>;
  #renewal: Promise<void> | undefined;

  constructor(start: () => Promise<StartedPagefind>, options: Record<string, unknown>) {
    this.#options = options;
    this.#start = start;
    this.#current = this.#startWithOptions();
    // Whoever searches first hears of it.
    this.#current.catch(() => {});
  }

  async filters(): Promise<Counts> {
    return (await this.#current).filters();
  }

  async search(text: string | null, options: SearchOptions): Promise<Matches> {
    const matches = await (await this.#current).search(text, options);
    for (const word of text?.split(" ") ?? []) this.#words.add(word);
    if (this.#words.size > MOST_WORDS) this.#renewal ??= this.#renew();
    return matches;
  }

  async close(): Promise<void> {
    await this.#renewal;
    await this.filters().catch(() => {});
  }

  /** Until the next one has started, the last one answers. */
  async #renew(): Promise<void> {
    try {
      const next = await this.#startWithOptions();
      // Pagefind loads its files after it has said that it started.
      await next.filters();
      this.#current = Promise.resolve(next);
    } catch {
      // The last one goes on.
    }
    this.#words.clear();
    this.#renewal = undefined;
  }

  async #startWithOptions(): Promise<Pagefind> {
    const pagefind = await this.#start();
    await pagefind.options(this.#options);
    return pagefind;
  }
}
