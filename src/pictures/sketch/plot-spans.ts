import type { Plot } from "../plot/plot.ts";

/** Where a mark begins and ends on the axis of numbers, in the order of its series; what is stacked begins at another's end. */
export interface Span {
  series: number;
  at: number;
  from: number;
  to: number;
}

export function spansOf({ series, isStacked }: Plot): Span[] {
  const ends = new Map<string, number>();
  return series.flatMap(({ points }, index) =>
    points.flatMap(({ at, value }) => {
      if (value === undefined) return [];
      if (!isStacked) return [{ series: index, at, from: 0, to: value }];
      const side = `${at} ${value < 0}`;
      const from = ends.get(side) ?? 0;
      ends.set(side, from + value);
      return [{ series: index, at, from, to: from + value }];
    }),
  );
}
