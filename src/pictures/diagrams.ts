/** Diagrams from text: checked, drawn once, and remembered between builds. */
import type { Drawing } from "../content/drawing.ts";
import type { Place } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
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

/** `at` is where the text begins, so that each line that can't be drawn is named. */
export function drawDiagram(text: string, at: Place, { cache, typeface }: Tools): Result<Drawing> {
  const faults = faultsIn(text);
  if (faults.length > 0)
    return failure(...faults.map(({ line, message, hint }) => ({ ...at, line: (at.line ?? 1) + line, message, hint })));
  try {
    const svg = cache.text("diagrams", `${VERSION}\n${text}`, () => drawMermaid(text));
    return success({ svg: (prefix) => pageSvg(svg, prefix), picture: drawnPicture(pageSvg(svg, "d"), typeface) });
  } catch (error) {
    return failure({ ...at, message: error instanceof Error ? error.message : String(error) });
  }
}
