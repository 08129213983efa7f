/** Draws a text by the grammar of its kind. */
import type { Drawing, DrawingText } from "../content/drawing.ts";
import type { Result } from "../content/problems/result.ts";
import { type DrawingTools, drawDiagram } from "./diagrams.ts";
import { drawDot } from "./graphs.ts";
import { loadGraphviz } from "./graphviz/engine.ts";
import { drawPlot } from "./plots.ts";

/** Loads what the drawings of these texts need and can't load synchronously. To be awaited before any of them is drawn. */
export async function readyToDraw(markdown: Iterable<string>): Promise<void> {
  for (const text of markdown) if (GRAPH.test(text)) return loadGraphviz();
}

/** Matches fences of graphs, and perhaps what only looks like one. */
const GRAPH = /(?:```|~~~)[ \t]*(?:dot|graphviz)\b/;

export function draw({ kind, text, start, table, given }: DrawingText, tools: DrawingTools): Result<Drawing> {
  switch (kind) {
    case "mermaid":
      return drawDiagram(text, start, tools);
    case "dot":
      return drawDot(text, start, tools);
    case "plot":
      return drawPlot(text, start, tools, table ? { ...table, line: 1 } : given);
  }
}
