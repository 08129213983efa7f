/** Diagrams from Mermaid text: read completely or refused, drawn once, and kept between builds. */
import type { Drawing } from "../content/drawing.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import type { Speech } from "../content/words/words.ts";
import type { Cache } from "./cache.ts";
import { drawnPicture } from "./drawn-picture.ts";
import type { Picture } from "./mermaid/model.ts";
import { readMermaid } from "./mermaid/read-mermaid.ts";
import type { TextStart } from "./mermaid/reader.ts";
import { pageSvg } from "./page-svg.ts";
import { type Sketch, sketchFromJson } from "./sketch/sketch.ts";
import { ganttSpoken, sketchGantt } from "./sketch/sketch-gantt.ts";
import { sketchGit } from "./sketch/sketch-git.ts";
import { sketchGraph } from "./sketch/sketch-graph.ts";
import { pieSpoken, sketchPie } from "./sketch/sketch-pie.ts";
import { sketchSequence } from "./sketch/sketch-sequence.ts";
import { sketchTimeline, timelineSpoken } from "./sketch/sketch-timeline.ts";
import { Measure } from "./sketch/words.ts";
import type { Typeface } from "./typeface.ts";

/** Part of the cache's keys: changed when the same text is to be drawn anew. */
const VERSION = "elkjs 0.12.1, 3";

export interface DrawingTools {
  /** Drawings of earlier builds. */
  cache: Cache;
  /** The site's face: it measures words, and sets them in pictures for feeds. */
  typeface: Typeface;
  /** The page's language, in which numbers and dates are written and alternative texts are worded. */
  speech: Speech;
}

/** `start` is where the text begins in its file, for the lines of problems. */
export function drawDiagram(
  text: string,
  start: TextStart,
  { cache, typeface, speech }: DrawingTools,
): Result<Drawing> {
  const locale = localeIn(speech);
  const read = readMermaid(text, start);
  if (!read.ok) return read;
  const { picture, spoken } = read.value;
  try {
    const drawn = cache.text("diagrams", `${VERSION}${typeface.name}\n${locale}\n${text}`, () =>
      JSON.stringify(sketchOf(picture, new Measure(typeface), locale)),
    );
    const sketch = sketchFromJson(drawn);
    const said = spoken.length > 0 ? spoken.join(" ") : spokenOf(picture, locale);
    return success({ svg: pageSvg(sketch), spoken: said, picture: drawnPicture(sketch, typeface) });
  } catch (error) {
    return failure({ ...start, message: error instanceof Error ? error.message : String(error) });
  }
}

/** BCP 47, with the digits and the calendar of the site. */
export function localeIn({ locale, language }: Speech): string {
  return locale ?? language;
}

function sketchOf(picture: Picture, measure: Measure, locale: string): Sketch {
  switch (picture.kind) {
    case "graph":
      return sketchGraph(picture, measure);
    case "sequence":
      return sketchSequence(picture, measure);
    case "pie":
      return sketchPie(picture, measure, locale);
    case "timeline":
      return sketchTimeline(picture, measure);
    case "gantt":
      return sketchGantt(picture, measure, locale);
    case "git":
      return sketchGit(picture, measure);
  }
}

/** The alternative text of a diagram whose author has written none, for kinds whose words make sense in a row. */
function spokenOf(picture: Picture, locale: string): string {
  switch (picture.kind) {
    case "pie":
      return pieSpoken(picture, locale);
    case "timeline":
      return timelineSpoken(picture);
    case "gantt":
      return ganttSpoken(picture, locale);
    default:
      return "";
  }
}
