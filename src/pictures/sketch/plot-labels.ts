/** Labels below an axis, as many as have room side by side. */
import type { Axis } from "./plot-axes.ts";
import { linesHeight, type Mark, SMALL_SIZE, wordsAround } from "./sketch.ts";
import type { Measure } from "./words.ts";

export interface DrawnLabels {
  marks: Mark[];
  bottom: number;
}

/**
 * `x` gives the middle of a label. With `room`, which is the width of a category, every label is there, broken into lines; without
 * it, some of them may be left out.
 */
export function drawAxisLabels(
  { ticks }: Axis,
  { x, top, room, measure }: { x: (value: number) => number; top: number; room?: number | undefined; measure: Measure },
): DrawnLabels {
  const labels = ticks.map(({ value, lines: given }) => {
    const lines = room === undefined ? given : measure.wrapped(given, SMALL_SIZE, room - 6);
    return { x: x(value), lines, half: measure.widest(lines, SMALL_SIZE) / 2 };
  });
  const shown = room === undefined ? everyThatFits(labels) : labels;
  const marks = shown.flatMap((label) => {
    const middle = { x: label.x, y: top + linesHeight(label.lines, SMALL_SIZE) / 2 };
    return wordsAround(middle, label.lines, SMALL_SIZE);
  });
  return { marks, bottom: Math.max(top, ...shown.map(({ lines }) => top + linesHeight(lines, SMALL_SIZE))) };
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
