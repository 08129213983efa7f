/** A chart whose numbers go up: lines, areas, dots, and upright bars. */
import { isBar, type Plot } from "../plot/plot.ts";
import { positionAxis } from "./plot-axes.ts";
import { GAP, horizontalLine, LINE, type PlotDrawing, plotSheet, WIDTH } from "./plot-drawing.ts";
import { titleOf } from "./plot-headings.ts";
import { type DrawnLabels, drawAxisLabels } from "./plot-labels.ts";
import { drawArea, drawDots, drawLine } from "./plot-lines.ts";
import { drawNamesAtEnds, namesAtEnds } from "./plot-names.ts";
import { fillOf } from "./plot-series.ts";
import {
  linesHeight,
  type Mark,
  outline,
  rectangle,
  type Sketch,
  SMALL_SIZE,
  wordsAround,
  wordsBeside,
} from "./sketch.ts";
import type { Measure } from "./words.ts";

const NARROWEST = 150;
const HEIGHT = 160;
const NARROWEST_BAR = 7;
const WIDEST_BAR = 46;
/** How far labels of numbers and times are apart, about. */
const LABEL_DISTANCE = 52;

/** From values to places on the sheet. */
interface Scales {
  x: (position: number) => number;
  y: (value: number) => number;
  /** The width of a category. */
  step: number;
}

export function drawUpright(drawing: PlotDrawing): Sketch {
  const { plot, measure, spans, values, hasNumbersAtBars, locale } = drawing;
  const numbers = hasNumbersAtBars ? [] : values.ticks;
  const left = hasNumbersAtBars ? 0 : Math.max(...numbers.map(({ lines }) => measure.widest(lines, SMALL_SIZE))) + GAP;
  const names = namesAtEnds(plot, measure);
  const nameWidth = Math.max(0, ...names.map((lines) => measure.widest(lines, SMALL_SIZE) + 2 * GAP));
  const [width, height] = [widthOf(plot, measure, left + nameWidth), plot.height ?? HEIGHT];
  const right = left + width;
  const positions = positionAxis(plot, Math.max(1, Math.floor(width / LABEL_DISTANCE)), locale);
  const scales = {
    x: (position: number) => left + positions.part(position) * width,
    y: (value: number) => height * (1 - values.part(value)),
    step: width / Math.max(1, positions.ticks.length),
  };
  const { y } = scales;

  const marks: Mark[] = numbers.map(({ value }) => horizontalLine(left, right, y(value), "rule"));
  marks.push(...drawSeries(drawing, scales));
  const [from, to] = values.domain;
  if (from <= 0 && to >= 0 && plot.measured.type === "linear") marks.push(horizontalLine(left, right, y(0), "quiet"));
  for (const { value, lines } of numbers) {
    const place = { x: left - GAP, top: y(value) - linesHeight(lines, SMALL_SIZE) / 2 };
    marks.push(...wordsBeside(place, "right", lines, SMALL_SIZE));
  }
  // Numbers of bars that go down stand below them.
  const below = hasNumbersAtBars && spans.some((span) => span.to < 0) ? LINE : 0;
  const labels = drawAxisLabels(positions, {
    ...{ x: scales.x, measure, top: height + GAP + below },
    room: plot.position.type === "band" && !isOrdered(plot) ? scales.step : undefined,
  });
  marks.push(...labels.marks, ...drawNamesAtEnds(names, drawing, { right, height, y }));
  const title = drawTitle(plot, measure, right, labels.bottom);
  marks.push(...title.marks);
  const top = hasNumbersAtBars ? -LINE : -LINE / 2;
  return plotSheet(drawing, marks, { width: right + nameWidth, top, bottom: title.bottom });
}

/** Categories have room for their bars and their names, however many there are. */
function widthOf(plot: Plot, measure: Measure, beside: number): number {
  const { position, series, isStacked, mark } = plot;
  const width = plot.width ?? Math.max(NARROWEST, WIDTH - beside);
  if (position.type !== "band") return width;
  const bars = isBar(mark) && !isStacked ? series.length : 1;
  const words = isOrdered(plot) ? [] : position.categories.flatMap((category) => category.split(" "));
  const step = Math.max(bars * NARROWEST_BAR + 4, measure.widest(words, SMALL_SIZE) + 8);
  return Math.max(width, step * position.categories.length);
}

/** Dates and numbers as categories: readers can do without some of their labels. */
function isOrdered({ position }: Plot): boolean {
  return position.categories.every((category) => /^\d[\d.:T-]*$/.test(category));
}

function drawSeries(drawing: PlotDrawing, scales: Scales): Mark[] {
  const { mark, series } = drawing.plot;
  const { x, y } = scales;
  if (isBar(mark)) return drawBars(drawing, scales);
  return series.flatMap(({ points }, index) => {
    if (mark === "line") return drawLine(points, index, x, y);
    if (mark === "dot") return drawDots(points, index, x, y);
    const spans = drawing.spans.filter((span) => span.series === index);
    return drawArea(points, spans, series.length > 1 ? index : undefined, x, y);
  });
}

function drawBars({ plot, spans, write, hasNumbersAtBars }: PlotDrawing, { x, y, step }: Scales): Mark[] {
  const beside = plot.isStacked ? 1 : plot.series.length;
  const width = Math.min(step - Math.min(8, step / 4), beside * WIDEST_BAR);
  const barWidth = width / beside;
  return spans.flatMap(({ at, from, to, series }) => {
    const left = x(at) - width / 2 + (plot.isStacked ? 0 : series * barWidth);
    const box = { x: left, y: Math.min(y(from), y(to)), width: barWidth, height: Math.abs(y(to) - y(from)) };
    const bar = outline(rectangle(box), fillOf(series));
    if (!hasNumbersAtBars) return [bar];
    const middle = to < 0 ? y(to) + 2 + LINE / 2 : y(to) - 2 - LINE / 2;
    return [bar, ...wordsAround({ x: x(at), y: middle }, [write(to)], SMALL_SIZE)];
  });
}

function drawTitle({ position }: Plot, measure: Measure, right: number, top: number): DrawnLabels {
  const title = position.label && titleOf(position.label, position.unit);
  if (!title) return { marks: [], bottom: top };
  const lines = measure.wrapped([title], SMALL_SIZE, right);
  return {
    marks: wordsBeside({ x: right, top: top + 2 }, "right", lines, SMALL_SIZE),
    bottom: top + 2 + linesHeight(lines, SMALL_SIZE),
  };
}
