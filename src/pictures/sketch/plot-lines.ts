/** Draws the points of a series, as a line, as an area or as symbols. */
import type { PlotPoint, PlotSeries } from "../plot/plot.ts";
import { fillOf, strokeOf, symbol } from "./plot-series.ts";
import type { Span } from "./plot-spans.ts";
import { circle } from "./shapes.ts";
import { type Mark, outline, type Point, polygon, polyline } from "./sketch.ts";

/** Lines with more points have no mark at each. */
const MOST_MARKED = 24;

/** Points that follow one another without a gap. */
function runsOf(points: PlotPoint[]): { at: number; value: number }[][] {
  const runs: { at: number; value: number }[][] = [[]];
  for (const { at, value } of points) {
    if (value === undefined) runs.push([]);
    else runs.at(-1)?.push({ at, value });
  }
  return runs.filter((run) => run.length > 0);
}

export function drawLine(
  points: PlotPoint[],
  series: number,
  x: (at: number) => number,
  y: (value: number) => number,
): Mark[] {
  const look = strokeOf(series);
  const { stroke = "ink" } = look;
  const dot = (point: Point) =>
    outline(circle({ x: point.x - 2.2, y: point.y - 2.2, width: 4.4, height: 4.4 }), { stroke, fill: stroke });
  const isMarked = points.length <= MOST_MARKED;
  return runsOf(points).flatMap((run) => {
    const places = run.map(({ at, value }) => ({ x: x(at), y: y(value) }));
    return [
      ...(places.length > 1 ? [outline(polyline(places), look)] : []),
      ...(isMarked || places.length === 1 ? places.map(dot) : []),
    ];
  });
}

/** `series` is undefined for an area alone, which has the accent's edge. */
export function drawArea(
  points: PlotPoint[],
  spans: Span[],
  series: number | undefined,
  x: (at: number) => number,
  y: (value: number) => number,
): Mark[] {
  const look = { ...fillOf(series ?? 1), stroke: "none" } as const;
  const edge =
    series === undefined ? ({ stroke: "accent", width: 2 } as const) : ({ stroke: "quiet", width: 1 } as const);
  return runsOf(points).flatMap((run) => {
    const ofRun = run.flatMap(({ at }) => spans.find((span) => span.at === at) ?? []);
    const top = ofRun.map(({ at, to }) => ({ x: x(at), y: y(to) }));
    const base = ofRun.map(({ at, from }) => ({ x: x(at), y: y(from) }));
    return [outline(polygon([...top, ...base.toReversed()]), look), outline(polyline(top), edge)];
  });
}

export function drawDots(
  points: PlotSeries["points"],
  series: number,
  x: (at: number) => number,
  y: (value: number) => number,
): Mark[] {
  return points.flatMap(({ at, value }) => (value === undefined ? [] : [symbol(series, { x: x(at), y: y(value) })]));
}
