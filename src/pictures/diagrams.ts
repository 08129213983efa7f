/** Diagrams from text: read whole or refused, drawn once, and remembered between builds. */
import type { Drawing, DrawingFault } from "../content/drawing.ts";
import type { Cache } from "./cache.ts";
import { drawnPicture } from "./drawn-picture.ts";
import type { Diagram } from "./mermaid/model.ts";
import { readMermaid } from "./mermaid/read-mermaid.ts";
import { pageSvg } from "./page-svg.ts";
import type { Sketch } from "./sketch/sketch.ts";
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

export function drawDiagram(text: string, { cache, typeface }: Tools): Drawing | { faults: DrawingFault[] } {
  const read = readMermaid(text);
  if ("faults" in read) return read;
  try {
    const drawn = cache.text("diagrams", `${VERSION}\n${text}`, () => JSON.stringify(sketchOf(read, typeface)));
    // What this function wrote, under a digest of what it is made from.
    const sketch = JSON.parse(drawn) as Sketch;
    return { svg: pageSvg(sketch), spoken: read.spoken.join(" "), picture: drawnPicture(sketch, typeface) };
  } catch (error) {
    return { faults: [{ line: 0, message: error instanceof Error ? error.message : String(error) }] };
  }
}

function sketchOf({ picture }: Diagram, typeface: Typeface): Sketch {
  const measure = new Measure(typeface);
  return picture.kind === "graph" ? sketchGraph(picture, measure) : sketchSequence(picture, measure);
}
