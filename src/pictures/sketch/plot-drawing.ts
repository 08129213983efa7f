/** What both ways of drawing a chart, upright and sideways, work with, and the sheet that they end on. */
import type { Plot } from "../plot/plot.ts";
import { numberWriter } from "./number-ticks.ts";
import { type Axis, measuredAxis } from "./plot-axes.ts";
import { type Headings, plotHeadings } from "./plot-headings.ts";
import { type Span, spansOf } from "./plot-spans.ts";
import { linesHeight, type Mark, outline, polyline, type Sketch, SMALL_SIZE } from "./sketch.ts";
import type { Measure } from "./words.ts";

/** The width of a whole chart: what a phone has room for. */
export const WIDTH = 296;
export const GAP = 6;
export const LINE = linesHeight([""], SMALL_SIZE);
const BORDER = 2;

export interface PlotDrawing {
  readonly plot: Plot;
  readonly measure: Measure;
  readonly locale: string;
  readonly spans: Span[];
  /** The axis of numbers. */
  readonly values: Axis;
  /** A number of the table, with its unit. */
  readonly write: (value: number) => string;
  /** True for bars with their numbers at their ends, which need no axis. */
  readonly hasNumbersAtBars: boolean;
}

export function plotDrawing(plot: Plot, measure: Measure, locale: string): PlotDrawing {
  const spans = spansOf(plot);
  const numbers = plot.series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const write = numberWriter(numbers, plot.measured.unit, locale);
  const hasNumbersAtBars = haveNumbersRoom(
    plot,
    spans.map(({ to }) => measure.width(write(to), SMALL_SIZE)),
  );
  const ends = spans.flatMap(({ from, to }) => (plot.isStacked ? [from, to] : [to]));
  const values = measuredAxis(ends, plot.measured, hasNumbersAtBars, locale);
  return { plot, measure, locale, spans, values, write, hasNumbersAtBars };
}

function haveNumbersRoom({ mark, series, position, isStacked, width = WIDTH }: Plot, widths: number[]): boolean {
  if (mark === "barX") return !isStacked;
  if (mark !== "barY" || series.length > 1) return false;
  const step = width / position.categories.length;
  return widths.every((needed) => needed <= step - 4);
}

/** The headings above what was drawn, and an edge around both. `top` and `bottom` are those of what was drawn. */
export function plotSheet(
  { plot, measure }: PlotDrawing,
  drawn: Mark[],
  { width, top, bottom }: { width: number; top: number; bottom: number },
): Sketch {
  const headings: Headings = plotHeadings(plot, measure, width);
  const sheetTop = top - GAP - headings.height;
  const marks = [...drawn, ...headings.draw(sheetTop)];
  const xs = marks.flatMap((mark) => sidesOf(mark, measure));
  const [left, right] = [Math.min(0, ...xs), Math.max(...xs)];
  return {
    x: left - BORDER,
    y: sheetTop - BORDER,
    width: right - left + 2 * BORDER,
    height: bottom - sheetTop + 2 * BORDER,
    marks,
  };
}

function sidesOf(mark: Mark, measure: Measure): number[] {
  if (mark.mark === "outline") return [...mark.path.matchAll(/[MLH]([\d.-]+)/g)].map(([, x]) => Number(x));
  const width = measure.width(mark.text, mark.size, mark.isBold);
  const left = mark.x - width * { left: 0, right: 1, middle: 0.5 }[mark.anchor ?? "middle"];
  return [left, left + width];
}

export function horizontalLine(from: number, to: number, y: number, stroke: "rule" | "quiet"): Mark {
  return outline(polyline([from, to].map((x) => ({ x, y }))), { stroke, width: stroke === "rule" ? 1 : 0.7 });
}

export function verticalLine(x: number, from: number, to: number, stroke: "rule" | "quiet"): Mark {
  return outline(polyline([from, to].map((y) => ({ x, y }))), { stroke, width: stroke === "rule" ? 1 : 0.7 });
}
