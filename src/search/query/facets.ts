/** Facets: the values by which results can be narrowed, each with the number of results it would leave. */
import type { Counts, Pagefind } from "./engine/pagefind.ts";

/** The picked value of each filter that is used. */
export type Picked = Record<string, string>;

export class Facets {
  readonly #pagefind: Pagefind;
  readonly #ids = new Map<string, Promise<Set<string>>>();
  #newestFirst: Promise<string[]> | undefined;

  constructor(pagefind: Pagefind) {
    this.#pagefind = pagefind;
  }

  /** Those of `ids` that have every picked value. */
  async narrow(ids: string[], picked: Picked): Promise<Set<string>> {
    const allowed = await Promise.all(Object.entries(picked).map(([filter, value]) => this.#idsOf(filter, value)));
    return new Set(ids.filter((id) => allowed.every((set) => set.has(id))));
  }

  /** For each value, how many of `ids` it would leave, given what is picked in the other filters. */
  async count(ids: string[], picked: Picked): Promise<Counts> {
    const counts: Counts = {};
    for (const [filter, values] of Object.entries(await this.#pagefind.filters())) {
      const { [filter]: _, ...others } = picked;
      const left = await this.narrow(ids, others);
      const sizes = Object.keys(values).map(
        async (value) => [value, countOfBoth(left, await this.#idsOf(filter, value))] as const,
      );
      counts[filter] = Object.fromEntries((await Promise.all(sizes)).filter(([, size]) => size > 0));
    }
    return counts;
  }

  /** Ids of all pages in the order of their numbers: newest first, those without a date last. */
  newestFirst(): Promise<string[]> {
    this.#newestFirst ??= this.#pagefind
      .search(null, { sort: { number: "asc" } })
      .then(({ results }) => results.map(({ id }) => id));
    return this.#newestFirst;
  }

  #idsOf(filter: string, value: string): Promise<Set<string>> {
    const key = `${filter}:${value}`;
    const ids =
      this.#ids.get(key) ??
      this.#pagefind
        .search(null, { filters: { [filter]: value } })
        .then(({ results }) => new Set(results.map(({ id }) => id)));
    this.#ids.set(key, ids);
    return ids;
  }
}

/** How many are in both. Browsers have `Set.prototype.intersection` since 2024 only, and Node since version 22. */
function countOfBoth(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const one of few) if (many.has(one)) count += 1;
  return count;
}
