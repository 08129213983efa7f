/** Diagrams from text: checked, drawn once, and remembered between builds. */
import type { Drawing, DrawingFault } from "../content/drawing.ts";
import type { Cache } from "./cache.ts";
import { drawMermaid } from "./draw-mermaid.ts";
import { faultsIn } from "./mermaid-grammar.ts";
import { pageSvg } from "./page-svg.ts";

/** Goes up when the same text is to be drawn anew. */
const VERSION = "beautiful-mermaid 1.1.3, 1";

export function drawDiagram(text: string, cache: Cache): Drawing | { faults: DrawingFault[] } {
  const faults = faultsIn(text);
  if (faults.length > 0) return { faults };
  try {
    const svg = cache.text("diagrams", `${VERSION}\n${text}`, () => drawMermaid(text));
    pageSvg(svg, "");
    return { svg: (prefix) => pageSvg(svg, prefix) };
  } catch (error) {
    return { faults: [{ line: 0, message: error instanceof Error ? error.message : String(error) }] };
  }
}
