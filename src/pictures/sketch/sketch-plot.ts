/** Draws a chart: marks over quiet lines, names beside what they name, as wide as a phone unless its text says otherwise. */
import type { Plot } from "../plot/plot.ts";
import { plotDrawing } from "./plot-drawing.ts";
import { drawSideways } from "./plot-sideways.ts";
import { drawUpright } from "./plot-upright.ts";
import type { Sketch } from "./sketch.ts";
import type { Measure } from "./words.ts";

export function sketchPlot(plot: Plot, measure: Measure, locale: string): Sketch {
  const drawing = plotDrawing(plot, measure, locale);
  return plot.mark === "barX" ? drawSideways(drawing) : drawUpright(drawing);
}
