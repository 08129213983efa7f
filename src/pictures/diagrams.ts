/** Diagrams from text: read whole or refused, drawn once, and remembered between builds. */
import type { Drawing } from "../content/drawing.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import type { Cache } from "./cache.ts";
import { drawnPicture } from "./drawn-picture.ts";
import type { Diagram } from "./mermaid/model.ts";
import { readMermaid } from "./mermaid/read-mermaid.ts";
import type { TextStart } from "./mermaid/reader.ts";
import { pageSvg } from "./page-svg.ts";
import { type Sketch, sketchFromJson } from "./sketch/sketch.ts";
import { sketchGraph } from "./sketch/sketch-graph.ts";
import { sketchSequence } from "./sketch/sketch-sequence.ts";
import { Measure } from "./sketch/words.ts";
import type { Typeface } from "./typeface.ts";

/** Goes up when the same text is to be drawn anew. */
const VERSION = "elkjs 0.11.1, 1";

interface Tools {
  /** Has what was drawn in earlier builds. */
  cache: Cache;
  /** The site's face, by which words are measured, and set in pictures for feeds. */
  typeface: Typeface;
}

/** `start` is where its text begins, by which problems name their lines. */
export function drawDiagram(text: string, start: TextStart, { cache, typeface }: Tools): Result<Drawing> {
  const read = readMermaid(text, start);
  if (!read.ok) return read;
  const diagram = read.value;
  try {
    const drawn = cache.text("diagrams", `${VERSION}${typeface.name}\n${text}`, () =>
      JSON.stringify(sketchOf(diagram, typeface)),
    );
    const sketch = sketchFromJson(drawn);
    const spoken = diagram.spoken.join(" ");
    return success({ svg: pageSvg(sketch), spoken, picture: drawnPicture(sketch, typeface) });
  } catch (error) {
    return failure({ ...start, message: error instanceof Error ? error.message : String(error) });
  }
}

function sketchOf({ picture }: Diagram, typeface: Typeface): Sketch {
  const measure = new Measure(typeface);
  return picture.kind === "graph" ? sketchGraph(picture, measure) : sketchSequence(picture, measure);
}
