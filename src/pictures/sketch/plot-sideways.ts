/** Bars to the right: a row for each category, its name at the left, its numbers at the ends of its bars. */
import type { Plot } from "../plot/plot.ts";
import { categoryLabels } from "./plot-axes.ts";
import { GAP, LINE, type PlotDrawing, plotSheet, verticalLine, WIDTH } from "./plot-drawing.ts";
import { drawAxisLabels } from "./plot-labels.ts";
import { fillOf } from "./plot-series.ts";
import type { Span } from "./plot-spans.ts";
import {
  linesHeight,
  type Mark,
  outline,
  rectangle,
  type Sketch,
  SMALL_SIZE,
  TEXT_SIZE,
  wordsBeside,
} from "./sketch.ts";

const NARROWEST = 100;
const WIDEST_CATEGORY = 108;
const BAR = 14;
/** A bar beside those of other series. */
const THIN_BAR = BAR - 1;

export function drawSideways(drawing: PlotDrawing): Sketch {
  const { plot, measure, values, locale } = drawing;
  const { position, series, isStacked } = plot;
  const names = categoryLabels(position.categories, locale).map((lines) =>
    measure.wrapped([lines.join(" ")], TEXT_SIZE, WIDEST_CATEGORY),
  );
  const nameWidth = Math.max(...names.map((lines) => measure.widest(lines, TEXT_SIZE))) + 8;
  const left = nameWidth + numbersWidth(drawing, (value) => value < 0);
  const beside = numbersWidth(drawing, (value) => value >= 0);
  const width = plot.width ?? Math.max(NARROWEST, WIDTH - left - beside);
  const x = (value: number) => left + values.part(value) * width;
  const barsHeight = isStacked || series.length === 1 ? BAR : series.length * THIN_BAR;
  const rows = rowsOf(names, barsHeight);
  const bottom = rows.bottom;

  const marks: Mark[] = isStacked ? values.ticks.map(({ value }) => verticalLine(x(value), 0, bottom, "rule")) : [];
  marks.push(...drawing.spans.flatMap((span) => drawBar(span, rows.middles[span.at] ?? 0, x, drawing)));
  marks.push(verticalLine(x(0), -2, bottom + 2, "quiet"));
  names.forEach((lines, at) => {
    const top = (rows.middles[at] ?? 0) - linesHeight(lines, TEXT_SIZE) / 2;
    marks.push(...wordsBeside({ x: 0, top }, "left", lines, TEXT_SIZE));
  });
  const labels = isStacked ? drawAxisLabels(values, { x, top: bottom + GAP, measure }) : undefined;
  if (labels) marks.push(...labels.marks);
  return plotSheet(drawing, marks, { width: left + width + beside, top: -2, bottom: labels?.bottom ?? bottom + 2 });
}

/** The room for numbers beyond the ends of bars, on one side of 0. */
function numbersWidth({ plot, spans, measure, write }: PlotDrawing, isThere: (value: number) => boolean): number {
  if (plot.isStacked) return 0;
  const there = spans.filter(({ to }) => isThere(to));
  return Math.max(0, ...there.map(({ to }) => measure.width(write(to), SMALL_SIZE) + GAP));
}

function rowsOf(names: string[][], barsHeight: number): { middles: number[]; bottom: number } {
  let top = 0;
  const middles = names.map((lines) => {
    const height = Math.max(barsHeight, linesHeight(lines, TEXT_SIZE));
    const middle = top + height / 2;
    top += height + GAP;
    return middle;
  });
  return { middles, bottom: top - GAP };
}

function drawBar(
  { from, to, series }: Span,
  middle: number,
  x: (value: number) => number,
  drawing: PlotDrawing,
): Mark[] {
  const { isStacked, series: all }: Plot = drawing.plot;
  const height = isStacked || all.length === 1 ? BAR : THIN_BAR;
  const top = middle + (isStacked ? -height / 2 : (series - all.length / 2) * height);
  const box = { x: Math.min(x(from), x(to)), y: top, width: Math.abs(x(to) - x(from)), height };
  const bar = outline(rectangle(box), fillOf(series));
  if (isStacked) return [bar];
  const [end, side] = to < 0 ? ([x(to) - 4, "right"] as const) : ([x(to) + 4, "left"] as const);
  const number = wordsBeside({ x: end, top: top + height / 2 - LINE / 2 }, side, [drawing.write(to)], SMALL_SIZE);
  return [bar, ...number];
}
