/** The words above a chart: what is measured, and a key to its series. */
import type { Plot, PlotMark } from "../plot/plot.ts";
import { fillOf, symbol } from "./plot-series.ts";
import { linesHeight, type Mark, outline, rectangle, SMALL_SIZE, wordsBeside } from "./sketch.ts";
import type { Measure } from "./words.ts";

/** The width of a symbol, with the gap to its name. */
const KEY = 16;
const LINE = linesHeight([""], SMALL_SIZE);

/** The headings: their height, and a function that draws them from `top` downwards. */
export interface Headings {
  height: number;
  draw: (top: number) => Mark[];
}

/** The title of what is measured, and a key to series whose names do not stand at their ends. */
export function plotHeadings({ measured, series, mark }: Plot, measure: Measure, width: number): Headings {
  const widthOf = (lines: string[]) => measure.widest(lines, SMALL_SIZE);
  const lines = measured.label ? measure.wrapped([titleOf(measured.label, measured.unit)], SMALL_SIZE, width) : [];
  const title = linesHeight(lines, SMALL_SIZE);
  const isNamed = series.length < 2 || mark === "line" || mark === "areaY";
  const keys: { name: string; left: number; top: number }[] = [];
  for (const { name } of isNamed ? [] : series) {
    const needed = KEY + widthOf([name]);
    const last = keys.at(-1);
    const left = last ? last.left + KEY + widthOf([last.name]) + 14 : 0;
    const isNext = last !== undefined && left + needed <= width;
    const below = last ? last.top + LINE + 2 : title + (title > 0 ? 4 : 0);
    keys.push({ name, left: isNext ? left : 0, top: isNext ? last.top : below });
  }
  const draw = (top: number) => [
    ...wordsBeside({ x: 0, top }, "left", lines, SMALL_SIZE),
    ...keys.flatMap((key, index) => drawKey(key, index, top + key.top, mark)),
  ];
  const last = keys.at(-1);
  return { height: last ? last.top + LINE : title, draw };
}

function drawKey({ name, left }: { name: string; left: number }, series: number, top: number, mark: PlotMark): Mark[] {
  const middle = { x: left + 5, y: top + LINE / 2 };
  const box = { x: left, y: middle.y - 5, width: 10, height: 10 };
  return [
    mark === "dot" ? symbol(series, middle) : outline(rectangle(box), fillOf(series)),
    ...wordsBeside({ x: left + KEY, top }, "left", [name], SMALL_SIZE),
  ];
}

/** A percent sign is at each number already. */
export function titleOf(label: string, unit: string | undefined): string {
  return unit && unit !== "%" ? `${label} (${unit})` : label;
}
