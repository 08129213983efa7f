/** Facets: the values by which results can be narrowed, each with the number of results it would leave. */
import type { Counts, Pagefind } from "./engine/pagefind.ts";

/** The picked value of each filter that is used. */
export type Picked = Record<string, string>;

/** Uses Pagefind's filters, and starts it only when there is something to narrow or to count. */
export class Facets {
  readonly #start: () => Promise<Pagefind>;
  readonly #pages = new Map<string, Promise<Set<number>>>();
  #pagefind: Promise<Pagefind> | undefined;
  #numbers: Promise<Map<string, number>> | undefined;

  constructor(start: () => Promise<Pagefind>) {
    this.#start = start;
  }

  /** The pages that have every picked value, in the order of `pages`. */
  async narrow(pages: number[], picked: Picked): Promise<number[]> {
    const allowed = await Promise.all(Object.entries(picked).map(([filter, value]) => this.#pagesOf(filter, value)));
    return pages.filter((page) => allowed.every((set) => set.has(page)));
  }

  /** How many of `pages` each value would leave, given the values that are picked in the other filters. */
  async count(pages: number[], picked: Picked): Promise<Counts> {
    const counts: Counts = {};
    for (const [filter, values] of Object.entries(await (await this.#started()).filters())) {
      const { [filter]: _, ...others } = picked;
      const left = await this.narrow(pages, others);
      const sizes = Object.keys(values).map(async (value) => {
        const having = await this.#pagesOf(filter, value);
        return [value, left.filter((page) => having.has(page)).length] as const;
      });
      counts[filter] = Object.fromEntries((await Promise.all(sizes)).filter(([, size]) => size > 0));
    }
    return counts;
  }

  /** Resolves when nothing reads the index's files any more. */
  async close(): Promise<void> {
    await (await this.#pagefind)?.filters();
  }

  #started(): Promise<Pagefind> {
    this.#pagefind ??= this.#start();
    this.#pagefind.catch(() => {
      this.#pagefind = undefined;
    });
    return this.#pagefind;
  }

  #pagesOf(filter: string, value: string): Promise<Set<number>> {
    const key = `${filter}:${value}`;
    const pages = this.#pages.get(key) ?? this.#load(filter, value);
    this.#pages.set(key, pages);
    pages.catch(() => this.#pages.delete(key));
    return pages;
  }

  async #load(filter: string, value: string): Promise<Set<number>> {
    this.#numbers ??= this.#numbersById();
    this.#numbers.catch(() => {
      this.#numbers = undefined;
    });
    const numbers = await this.#numbers;
    const { results } = await (await this.#started()).search(null, { filters: { [filter]: value } });
    return new Set(results.flatMap(({ id }) => numbers.get(id) ?? []));
  }

  /** Pagefind sorts by the numbers of the index's files, which begin with the oldest page. */
  async #numbersById(): Promise<Map<string, number>> {
    const { results } = await (await this.#started()).search(null, { sort: { number: "desc" } });
    return new Map(results.map(({ id }, number) => [id, number]));
  }
}
