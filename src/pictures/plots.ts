/** Charts from numbers: read completely or refused, drawn once, and kept between builds. */
import type { Drawing, GivenTable } from "../content/drawing.ts";
import { type Result, success } from "../content/problems/result.ts";
import { speakerOf } from "../content/words/words.ts";
import { type DrawingTools, localeIn } from "./diagrams.ts";
import { drawnPicture } from "./drawn-picture.ts";
import type { TextStart } from "./mermaid/reader.ts";
import { pageSvg } from "./page-svg.ts";
import type { Plot } from "./plot/plot.ts";
import { readPlot, type TableFile } from "./plot/read-plot.ts";
import { numberWriter } from "./sketch/number-ticks.ts";
import { placeInWords } from "./sketch/plot-axes.ts";
import { sketchFromJson } from "./sketch/sketch.ts";
import { sketchPlot } from "./sketch/sketch-plot.ts";
import { Measure } from "./sketch/words.ts";

/** Part of the cache's keys: goes up when the same numbers are to be drawn anew. */
const VERSION = 2;

/** `start` is where the text begins in its file, for the lines of problems; `table` is the table, if the text has none. */
export function drawPlot(
  text: string,
  start: TextStart,
  tools: DrawingTools,
  table?: TableFile | GivenTable,
): Result<Drawing> {
  const read = readPlot(text, start, table);
  if (!read.ok) return read;
  const plot = read.value;
  const { cache, typeface, speech } = tools;
  const locale = localeIn(speech);
  const key = [VERSION, typeface.name, locale, text, JSON.stringify(table ?? "")].join("\n");
  const drawn = cache.text("plots", key, () => JSON.stringify(sketchPlot(plot, new Measure(typeface), locale)));
  const sketch = sketchFromJson(drawn);
  const picture = drawnPicture(sketch, typeface);
  return success({ svg: pageSvg(sketch), spoken: spokenOf(plot, tools), picture, table: plot.table });
}

/** The alternative text: the lowest and the highest value of each series, and where they are. */
function spokenOf({ series, position, measured }: Plot, { speech }: DrawingTools): string {
  const locale = localeIn(speech);
  const speak = speakerOf(speech);
  const unit = unitBehind(measured.unit);
  const sentences = series.flatMap(({ name, points }) => {
    const known = points.flatMap(({ at, value }) => (value === undefined ? [] : [{ at, value }]));
    const sorted = known.toSorted((one, other) => one.value - other.value);
    const [least, most] = [sorted[0], sorted.at(-1)];
    if (!least || !most) return [];
    const write = numberWriter([least.value, most.value], measured.unit, locale);
    return speak("plotRange", {
      name: series.length > 1 || !measured.label ? name : measured.label,
      least: write(least.value) + unit,
      leastAt: placeInWords(least.at, position, locale),
      most: write(most.value) + unit,
      mostAt: placeInWords(most.at, position, locale),
    });
  });
  return sentences.join(" ");
}

/** A unit that begins with a number, such as 8 kB, is so many times that. */
function unitBehind(unit: string | undefined): string {
  if (!unit || unit === "%") return "";
  return /^\d/.test(unit) ? ` × ${unit}` : ` ${unit}`;
}
