/** Known-item queries against one engine: where the page that is meant comes, how often nothing comes, how long it takes. */
import { groupBy } from "../../../src/content/group-by.ts";
import { chanceFrom } from "../random.ts";
import type { KnownItem } from "./corpus.ts";

export interface Engine {
  name: string;
  /** Slugs of the first ten pages, best first. */
  find: (query: string) => Promise<string[]>;
}

export interface Score {
  /** Mean reciprocal rank at 10, by kind of query. */
  ranks: Map<string, number>;
  /** Between which two values the rank of each kind is in 95 of 100 samples of its queries (bootstrap). */
  intervals: Map<string, readonly [number, number]>;
  /** Mean of the kinds. */
  mean: number;
  /** Share of queries that find nothing at all, by kind. */
  zero: Map<string, number>;
  /** Milliseconds of each query, shortest first. */
  times: number[];
  /** Queries whose page does not come first, for those who want to know why. */
  failures: string[];
}

export async function scoreOf(engine: Engine, queries: KnownItem[]): Promise<Score> {
  const times: number[] = [];
  const outcomes: { item: KnownItem; slugs: string[] }[] = [];
  for (const item of queries) {
    const start = performance.now();
    const slugs = await engine.find(item.query);
    times.push(performance.now() - start);
    outcomes.push({ item, slugs });
  }
  const kinds = groupBy(outcomes, ({ item }) => item.kind);
  const byKind = (value: (outcome: (typeof outcomes)[number]) => number) =>
    new Map([...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([kind, list]) => [kind, mean(list.map(value))]));
  const rankOf = ({ item, slugs }: (typeof outcomes)[number]) => reciprocalRank(slugs, item.targets);
  const ranks = byKind(rankOf);
  return {
    ranks,
    intervals: new Map([...kinds].map(([kind, list]) => [kind, intervalOf(list.map(rankOf))])),
    mean: mean([...ranks.values()]),
    zero: byKind(({ slugs }) => (slugs.length === 0 ? 1 : 0)),
    times: times.toSorted((a, b) => a - b),
    failures: outcomes
      .filter(({ item, slugs }) => reciprocalRank(slugs, item.targets) < 1)
      .map(
        ({ item, slugs }) =>
          `${item.kind} "${item.query}" wants ${item.targets[0]}, gets ${slugs.slice(0, 3).join(", ")}`,
      ),
  };
}

const SAMPLES = 1000;

/** Of the mean: Efron and Tibshirani, An Introduction to the Bootstrap (1993), 13.3. The same every time. */
function intervalOf(values: number[]): readonly [number, number] {
  const { pick } = chanceFrom(1);
  const means = Array.from({ length: SAMPLES }, () => mean(values.map(() => pick(values)))).sort((a, b) => a - b);
  return [quantile(means, 0.025), quantile(means, 0.975)];
}

/** The value below which a share of the values lies. */
export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function reciprocalRank(slugs: string[], targets: string[]): number {
  const place = slugs.findIndex((slug) => targets.includes(slug));
  return place === -1 ? 0 : 1 / (place + 1);
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
