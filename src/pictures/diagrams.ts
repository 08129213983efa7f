/** Diagrams from text: checked, drawn once, and remembered between builds. */
import type { Drawing, DrawingFault } from "../content/drawing.ts";
import type { Cache } from "./cache.ts";
import { drawMermaid } from "./draw-mermaid.ts";
import { drawnPicture } from "./drawn-picture.ts";
import { faultsIn } from "./mermaid-grammar.ts";
import { pageSvg } from "./page-svg.ts";
import type { Typeface } from "./typeface.ts";

/** Goes up when the same text is to be drawn anew. */
const VERSION = "beautiful-mermaid 1.1.3, 1";

interface Tools {
  /** Has what was drawn in earlier builds. */
  cache: Cache;
  /** The face of pictures for feeds. */
  typeface: Typeface;
}

export function drawDiagram(text: string, { cache, typeface }: Tools): Drawing | { faults: DrawingFault[] } {
  const faults = faultsIn(text);
  if (faults.length > 0) return { faults };
  try {
    const svg = cache.text("diagrams", `${VERSION}\n${text}`, () => drawMermaid(text));
    return { svg: (prefix) => pageSvg(svg, prefix), picture: drawnPicture(pageSvg(svg, "d"), typeface) };
  } catch (error) {
    return { faults: [{ line: 0, message: error instanceof Error ? error.message : String(error) }] };
  }
}
