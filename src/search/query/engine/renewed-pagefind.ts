/** Replaces Pagefind with a fresh one after a few words, since what it has loaded for earlier searches changes later ones. */
import type { Counts, LastingPagefind, Matches, Pagefind, SearchOptions, StartedPagefind } from "./pagefind.ts";

/** How many words a Pagefind is asked for before a fresh one replaces it. */
const MAX_WORDS = 24;

/**
 * For each word of a search, Pagefind looks through every part of its index that it has loaded for words that begin the same:
 * earlier searches make it slower, and make it find more. So each instance is asked for a few words only.
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
    // The first search reports a failure.
    this.#current.catch(() => {});
  }

  async filters(): Promise<Counts> {
    return (await this.#current).filters();
  }

  async search(text: string | null, options: SearchOptions): Promise<Matches> {
    const matches = await (await this.#current).search(text, options);
    for (const word of text?.split(" ") ?? []) this.#words.add(word);
    if (this.#words.size > MAX_WORDS) this.#renewal ??= this.#renew();
    return matches;
  }

  async close(): Promise<void> {
    await this.#renewal;
    await this.filters().catch(() => {});
  }

  /** The old instance answers until the new one has started. */
  async #renew(): Promise<void> {
    try {
      const next = await this.#startWithOptions();
      // Pagefind resolves before it has loaded its files.
      await next.filters();
      this.#current = Promise.resolve(next);
    } catch {
      // Keep the old instance.
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
