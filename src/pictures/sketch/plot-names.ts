/** Names of lines and areas, beside their ends at the right. */
import type { Plot } from "../plot/plot.ts";
import { GAP, type PlotDrawing } from "./plot-drawing.ts";
import { linesHeight, type Mark, outline, polyline, SMALL_SIZE, wordsBeside } from "./sketch.ts";
import { spread } from "./spread.ts";
import type { Measure } from "./words.ts";

const WIDEST_NAME = 84;

/** By series; empty for a chart whose series have no such ends. */
export function namesAtEnds({ mark, series }: Plot, measure: Measure): string[][] {
  if (series.length < 2 || (mark !== "line" && mark !== "areaY")) return [];
  return series.map(({ name }) => measure.wrapped([name], SMALL_SIZE, WIDEST_NAME));
}

/** Names whose places would overlap are moved apart, each with a line to its end. */
export function drawNamesAtEnds(
  names: string[][],
  { plot, spans }: PlotDrawing,
  { right, height, y }: { right: number; height: number; y: (value: number) => number },
): Mark[] {
  const wanted = names.flatMap((lines, series) => {
    const last = spans.findLast((span) => span.series === series);
    if (!last) return [];
    const end = y(plot.isStacked ? (last.from + last.to) / 2 : last.to);
    const nameHeight = linesHeight(lines, SMALL_SIZE);
    return [{ lines, end, height: nameHeight, top: end - nameHeight / 2 }];
  });
  return spread(wanted, 2, 0, height).flatMap(({ lines, end, top, height: nameHeight }) => {
    const middle = top + nameHeight / 2;
    const link = [
      { x: right + 1, y: end },
      { x: right + 2 * GAP - 2, y: middle },
    ];
    const isMoved = Math.abs(middle - end) > 3;
    return [
      ...(isMoved ? [outline(polyline(link), { width: 0.7 })] : []),
      ...wordsBeside({ x: right + 2 * GAP, top }, "left", lines, SMALL_SIZE),
    ];
  });
}
