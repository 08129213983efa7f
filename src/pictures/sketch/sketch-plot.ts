/** Draws a chart: marks over quiet lines, names beside what they name, as wide as a phone unless its text says otherwise. */
import { isBar, type Plot } from "../plot/plot.ts";
import { numberWriter } from "./number-ticks.ts";
import { type Axis, categoryLabels, measuredAxis, positionAxis } from "./plot-axes.ts";
import { type Headings, plotHeadings, titleOf } from "./plot-headings.ts";
import { drawDots, drawLine, runsOf } from "./plot-lines.ts";
import { fillOf } from "./plot-series.ts";
import { type Span, spansOf } from "./plot-spans.ts";
import {
  linesHeight,
  type Mark,
  outline,
  type Point,
  polygon,
  polyline,
  rectangle,
  type Sketch,
  SMALL_SIZE,
  TEXT_SIZE,
  wordsAround,
  wordsBeside,
} from "./sketch.ts";
import { spread } from "./spread.ts";
import type { Measure } from "./words.ts";

/** Of all: what a phone has room for. */
const WIDTH = 296;
const NARROWEST = 150;
const HEIGHT = 160;
const GAP = 6;
const LINE = linesHeight([""], SMALL_SIZE);
const WIDEST_SERIES = 84;
const WIDEST_CATEGORY = 108;
/** Of a bar to the right. */
const BAR = 14;
const NARROWEST_BAR = 7;
const BORDER = 2;

export function sketchPlot(plot: Plot, measure: Measure, locale: string): Sketch {
  const drawing = new PlotSketch(plot, measure, locale);
  return plot.mark === "barX" ? drawing.sideways() : drawing.upright();
}

class PlotSketch {
  readonly #plot: Plot;
  readonly #measure: Measure;
  readonly #locale: string;
  readonly #spans: Span[];
  readonly #values: Axis;
  readonly #write: (value: number) => string;
  /** True for bars with their numbers at their ends, which need no axis. */
  readonly #hasValues: boolean;

  constructor(plot: Plot, measure: Measure, locale: string) {
    this.#plot = plot;
    this.#measure = measure;
    this.#locale = locale;
    this.#spans = spansOf(plot);
    const ends = this.#spans.flatMap(({ from, to }) => (plot.isStacked ? [from, to] : [to]));
    const written = plot.series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
    this.#write = numberWriter(written, plot.measured.unit, locale);
    this.#hasValues = this.#hasRoomForValues();
    this.#values = measuredAxis(ends, plot.measured, this.#hasValues, locale);
  }

  upright(): Sketch {
    const { mark, series, measured, position } = this.#plot;
    const { ticks } = this.#values;
    const isDirect = this.#hasValues;
    const left = isDirect ? 0 : Math.max(...ticks.map(({ lines }) => this.#width(lines))) + GAP;
    const names = this.#namesAtRight();
    const right = Math.max(0, ...names.map(({ lines }) => this.#width(lines) + 2 * GAP));
    const [width, height] = [this.#uprightWidth(left, right), this.#plot.height ?? HEIGHT];
    const x = (value: number) => left + positions.part(value) * width;
    const y = (value: number) => height * (1 - this.#values.part(value));
    const positions = positionAxis(this.#plot, Math.max(1, Math.floor(width / 52)), this.#locale);
    const step = width / Math.max(1, positions.ticks.length);
    const grid = isDirect ? [] : ticks.map(({ value }) => level(left, left + width, y(value), "rule"));
    const marks: Mark[] = [...grid];
    if (isBar(mark)) marks.push(...this.#barsUp(x, y, step, isDirect));
    else if (mark === "areaY") marks.push(...this.#areas(x, y));
    if (mark === "line") marks.push(...series.flatMap((each, index) => drawLine(each.points, index, x, y)));
    if (mark === "dot") marks.push(...series.flatMap((each, index) => drawDots(each.points, index, x, y)));
    const [from, to] = this.#values.domain;
    if (from <= 0 && to >= 0 && measured.type === "linear") marks.push(level(left, left + width, y(0), "quiet"));
    if (!isDirect) {
      marks.push(...ticks.flatMap(({ value, lines }) => wordsAtRight({ x: left - GAP, y: y(value) }, lines)));
    }
    const lowest = height + GAP + (isDirect && this.#spans.some(({ to }) => to < 0) ? LINE : 0);
    const labels = this.#positionLabels(positions, x, step, lowest);
    marks.push(...labels.marks, ...this.#drawNames(names, y, left + width));
    let bottom = labels.bottom;
    const title = position.label && titleOf(position.label, position.unit);
    if (title) {
      const lines = this.#measure.wrapped([title], SMALL_SIZE, left + width);
      marks.push(...wordsBeside({ x: left + width, top: bottom + 2 }, "right", lines, SMALL_SIZE));
      bottom += 2 + linesHeight(lines, SMALL_SIZE);
    }
    return this.#sheet(
      marks,
      plotHeadings(this.#plot, this.#measure, left + width + right),
      isDirect ? -LINE : -LINE / 2,
      bottom,
    );
  }

  /** A row for each category, its name at the left, its numbers at the ends of its bars. */
  sideways(): Sketch {
    const { position, series, isStacked } = this.#plot;
    const names = categoryLabels(position.categories, this.#locale).map((lines) =>
      this.#measure.wrapped([lines.join(" ")], TEXT_SIZE, WIDEST_CATEGORY),
    );
    const left = Math.max(...names.map((lines) => this.#measure.widest(lines, TEXT_SIZE))) + 8;
    const bars = isStacked ? 1 : series.length;
    const room = (isBelow: boolean) =>
      isStacked
        ? 0
        : Math.max(
            0,
            ...this.#spans.filter(({ to }) => to < 0 === isBelow).map(({ to }) => this.#width([this.#write(to)]) + GAP),
          );
    const [before, behind] = [room(true), room(false)];
    const width = this.#plot.width ?? Math.max(NARROWEST - 50, WIDTH - left - before - behind);
    const x = (value: number) => left + before + this.#values.part(value) * width;
    const marks: Mark[] = [];
    let y = 0;
    const tops = names.map((lines) => {
      const height = Math.max(bars * (series.length > 1 && !isStacked ? BAR - 1 : BAR), linesHeight(lines, TEXT_SIZE));
      const row = { middle: y + height / 2, height };
      y += height + GAP;
      return row;
    });
    const bottom = y - GAP;
    if (isStacked) marks.push(...this.#values.ticks.map(({ value }) => upright(x(value), 0, bottom, "rule")));
    for (const { at, from, to, series: index } of this.#spans) {
      const { middle = 0 } = tops[at] ?? {};
      const thick = isStacked || series.length === 1 ? BAR : BAR - 1;
      const top = middle + (isStacked ? -thick / 2 : (index - series.length / 2) * thick);
      const box = { x: Math.min(x(from), x(to)), y: top, width: Math.abs(x(to) - x(from)), height: thick };
      marks.push(outline(rectangle(box), fillOf(index)));
      if (isStacked) continue;
      const end = to < 0 ? x(to) - 4 : x(to) + 4;
      marks.push(
        ...wordsBeside(
          { x: end, top: top + thick / 2 - LINE / 2 },
          to < 0 ? "right" : "left",
          [this.#write(to)],
          SMALL_SIZE,
        ),
      );
    }
    marks.push(upright(x(0), -2, bottom + 2, "quiet"));
    marks.push(
      ...names.flatMap((lines, at) => {
        const top = (tops[at]?.middle ?? 0) - linesHeight(lines, TEXT_SIZE) / 2;
        return wordsBeside({ x: 0, top }, "left", lines, TEXT_SIZE);
      }),
    );
    const labels = isStacked
      ? this.#positionLabels(this.#values, x, 0, bottom + GAP)
      : { marks: [], bottom: bottom + 2 };
    marks.push(...labels.marks);
    return this.#sheet(
      marks,
      plotHeadings(this.#plot, this.#measure, left + before + width + behind),
      -2,
      labels.bottom,
    );
  }

  #width(lines: string[]): number {
    return this.#measure.widest(lines, SMALL_SIZE);
  }

  #hasRoomForValues(): boolean {
    const { mark, series, position, isStacked } = this.#plot;
    if (mark === "barX") return !isStacked;
    if (mark !== "barY" || series.length > 1) return false;
    const step = (this.#plot.width ?? WIDTH) / position.categories.length;
    return this.#spans.every(({ to }) => this.#width([this.#write(to)]) <= step - 4);
  }

  #uprightWidth(left: number, right: number): number {
    const { position, series, isStacked, mark } = this.#plot;
    const width = this.#plot.width ?? Math.max(NARROWEST, WIDTH - left - right);
    if (position.type !== "band") return width;
    const bars = isBar(mark) && !isStacked ? series.length : 1;
    const words = this.#isOrdered() ? [] : position.categories.flatMap((category) => category.split(" "));
    const step = Math.max(bars * NARROWEST_BAR + 4, this.#width(words) + 8);
    return Math.max(width, step * position.categories.length);
  }

  /** Of dates and numbers some may go without words. */
  #isOrdered(): boolean {
    const { categories } = this.#plot.position;
    return categories.every((category) => /^\d[\d.:T-]*$/.test(category));
  }

  #positionLabels(
    axis: Axis,
    x: (value: number) => number,
    step: number,
    top: number,
  ): { marks: Mark[]; bottom: number } {
    const isWords = this.#plot.position.type === "band" && step > 0 && !this.#isOrdered();
    const labels = axis.ticks.map(({ value, lines }) => {
      const shown = isWords ? this.#measure.wrapped(lines, SMALL_SIZE, step - 6) : lines;
      return { x: x(value), lines: shown, half: this.#width(shown) / 2 };
    });
    const shown = isWords ? labels : everyThatFits(labels);
    const bottom = Math.max(top, ...shown.map(({ lines }) => top + linesHeight(lines, SMALL_SIZE)));
    const marks = shown.flatMap((label) =>
      wordsAround({ x: label.x, y: top + linesHeight(label.lines, SMALL_SIZE) / 2 }, label.lines, SMALL_SIZE),
    );
    return { marks, bottom };
  }

  #barsUp(x: (at: number) => number, y: (value: number) => number, step: number, isDirect: boolean): Mark[] {
    const { series, isStacked } = this.#plot;
    const beside = isStacked ? 1 : series.length;
    const all = Math.min(step - Math.min(8, step / 4), beside * 46);
    const thick = all / beside;
    return this.#spans.flatMap(({ at, from, to, series: index }) => {
      const left = x(at) - all / 2 + (isStacked ? 0 : index * thick);
      const box = { x: left, y: Math.min(y(from), y(to)), width: thick, height: Math.abs(y(to) - y(from)) };
      const bar = outline(rectangle(box), fillOf(index));
      if (!isDirect) return [bar];
      const middle = to < 0 ? y(to) + 2 + LINE / 2 : y(to) - 2 - LINE / 2;
      return [bar, ...wordsAround({ x: x(at), y: middle }, [this.#write(to)], SMALL_SIZE)];
    });
  }

  #areas(x: (at: number) => number, y: (value: number) => number): Mark[] {
    const { series } = this.#plot;
    return series.flatMap((each, index) =>
      runsOf(each.points).flatMap((run) => {
        const spans = run.flatMap(
          ({ at }) => this.#spans.find((span) => span.series === index && span.at === at) ?? [],
        );
        const top = spans.map(({ at, to }) => ({ x: x(at), y: y(to) }));
        const base = spans.map(({ at, from }) => ({ x: x(at), y: y(from) })).toReversed();
        const look =
          series.length > 1 ? { ...fillOf(index), stroke: "none" as const } : { ...fillOf(1), stroke: "none" as const };
        return [
          outline(polygon([...top, ...base]), look),
          outline(polyline(top), { stroke: series.length > 1 ? "quiet" : "accent", width: series.length > 1 ? 1 : 2 }),
        ];
      }),
    );
  }

  /** Of lines and areas, whose ends they stand beside. */
  #namesAtRight(): { lines: string[]; series: number }[] {
    const { mark, series } = this.#plot;
    if (series.length < 2 || (mark !== "line" && mark !== "areaY")) return [];
    return series.map(({ name }, index) => ({
      lines: this.#measure.wrapped([name], SMALL_SIZE, WIDEST_SERIES),
      series: index,
    }));
  }

  #drawNames(names: { lines: string[]; series: number }[], y: (value: number) => number, right: number): Mark[] {
    const standing = names.flatMap(({ lines, series }) => {
      const last = this.#spans.findLast((span) => span.series === series);
      if (!last) return [];
      const at = y(this.#plot.isStacked ? (last.from + last.to) / 2 : last.to);
      const height = linesHeight(lines, SMALL_SIZE);
      return [{ lines, at, height, top: at - height / 2 }];
    });
    return spread(standing, 2, 0, this.#plot.height ?? HEIGHT).flatMap(({ lines, at, top, height }) => {
      const middle = top + height / 2;
      const link = [
        { x: right + 1, y: at },
        { x: right + 2 * GAP - 2, y: middle },
      ];
      const isMoved = Math.abs(middle - at) > 3;
      return [
        ...(isMoved ? [outline(polyline(link), { width: 0.7 })] : []),
        ...wordsBeside({ x: right + 2 * GAP, top }, "left", lines, SMALL_SIZE),
      ];
    });
  }

  /** `top` and `bottom` are those of the marks; the headings stand above them. */
  #sheet(marks: Mark[], headings: Headings, top: number, bottom: number): Sketch {
    const up = top - GAP - headings.height;
    const all = [...marks, ...headings.draw(up)];
    const edges = all.flatMap((mark) => this.#edgesOf(mark));
    const [left, right] = [Math.min(0, ...edges), Math.max(...edges)];
    return {
      x: left - BORDER,
      y: up - BORDER,
      width: right - left + 2 * BORDER,
      height: bottom - up + 2 * BORDER,
      marks: all,
    };
  }

  #edgesOf(mark: Mark): number[] {
    if (mark.mark === "outline") return [...mark.path.matchAll(/[MLH]([\d.-]+)/g)].map(([, x]) => Number(x));
    const width = this.#measure.width(mark.text, mark.size, mark.isBold);
    const left = mark.x - width * { left: 0, right: 1, middle: 0.5 }[mark.anchor ?? "middle"];
    return [left, left + width];
  }
}

/** All, or every second, third and so on, so that none touches the next. */
function everyThatFits<Label extends { x: number; half: number }>(labels: Label[]): Label[] {
  for (let every = 1; every < labels.length; every++) {
    const some = labels.filter((_, index) => index % every === 0);
    const touches = some.some(({ x, half }, index) => {
      const next = some[index + 1];
      return next !== undefined && Math.abs(next.x - x) < half + next.half + 4;
    });
    if (!touches) return some;
  }
  return labels.slice(0, 1);
}

function wordsAtRight({ x, y }: Point, lines: string[]): Mark[] {
  return wordsBeside({ x, top: y - linesHeight(lines, SMALL_SIZE) / 2 }, "right", lines, SMALL_SIZE);
}

function level(from: number, to: number, y: number, stroke: "rule" | "quiet"): Mark {
  return outline(polyline([from, to].map((x) => ({ x, y }))), { stroke, width: stroke === "rule" ? 1 : 0.7 });
}

function upright(x: number, from: number, to: number, stroke: "rule" | "quiet"): Mark {
  return outline(polyline([from, to].map((y) => ({ x, y }))), { stroke, width: stroke === "rule" ? 1 : 0.7 });
}
