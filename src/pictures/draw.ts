/** Draws a text by the grammar of its kind. */
import type { Drawing, DrawingText } from "../content/drawing.ts";
import type { Result } from "../content/problems/result.ts";
import { type DrawingTools, drawDiagram } from "./diagrams.ts";
import { drawPlot } from "./plots.ts";

export function draw({ kind, text, start, table }: DrawingText, tools: DrawingTools): Result<Drawing> {
  switch (kind) {
    case "mermaid":
      return drawDiagram(text, start, tools);
    case "plot":
      return drawPlot(text, start, tools, table && { ...table, line: 1 });
  }
}
