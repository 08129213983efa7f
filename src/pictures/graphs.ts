/** Graphs in Graphviz's language: checked, laid out by Graphviz, drawn as sketches, and cached. */
import type { Drawing } from "../content/drawing.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import type { DrawingTools } from "./diagrams.ts";
import { drawnPicture } from "./drawn-picture.ts";
import { askGraphviz } from "./graphviz/engine.ts";
import { boxedGraph, linesOf } from "./graphviz/labels.ts";
import { type LaidOutGraph, laidOutFrom } from "./graphviz/laid-out.ts";
import { type DotText, layoutProblems, readDot } from "./graphviz/read-dot.ts";
import type { TextStart } from "./mermaid/reader.ts";
import { pageSvg } from "./page-svg.ts";
import { type Sketch, sketchFromJson } from "./sketch/sketch.ts";
import { sketchDot } from "./sketch/sketch-dot.ts";
import { Measure } from "./sketch/words.ts";

/** Part of the cache's keys: changed when the same text is to be drawn anew. */
const VERSION = "Graphviz 16.1.0, 1";

/** `start` is the line on which the text begins, for problems. `loadGraphviz` must have been awaited. */
export function drawDot(text: string, start: TextStart, { cache, typeface }: DrawingTools): Result<Drawing> {
  const read = readDot(text, start);
  if (!read.ok) return read;
  try {
    const first = askGraphviz(text, read.value.layout);
    const problems = layoutProblems(text, start, first.faults);
    if (problems.length > 0 || first.output === undefined) return failure(...problems);
    const graph = laidOutFrom(first.output);
    if (graph.nodes.length === 0) return failure({ ...start, message: "shows nothing" });
    const drawn = cache.text("graphs", `${VERSION}${typeface.name}\n${text}`, () =>
      JSON.stringify(sketchOf(graph, read.value, new Measure(typeface))),
    );
    const sketch = sketchFromJson(drawn);
    return success({ svg: pageSvg(sketch), spoken: spokenOf(graph), picture: drawnPicture(sketch, typeface) });
  } catch (error) {
    return failure({ ...start, message: error instanceof Error ? error.message : String(error) });
  }
}

function sketchOf(graph: LaidOutGraph, { layout, isSized }: DotText, measure: Measure): Sketch {
  const boxed = boxedGraph(graph, isSized, measure);
  const { output, faults } = askGraphviz(boxed.graph, layout);
  const error = faults.find(({ isError }) => isError);
  if (output === undefined || error) throw new Error(`no layout: ${error?.message ?? "no answer"}`);
  return sketchDot(laidOutFrom(output), boxed.labels);
}

/** The alternative text of a small graph: the ends of each arrow. */
function spokenOf({ graph, nodes, edges }: LaidOutGraph): string {
  if (edges.length > MOST_SPOKEN) return "";
  const nameOf = (id: number | undefined) => {
    const node = nodes.find(({ _gvid }) => _gvid === id);
    return wordsOf(node?._ldraw_) || (node?.name ?? "");
  };
  const link = graph.directed ? "→" : "–";
  return edges
    .map(({ tail, head, _ldraw_ }) => {
      const words = wordsOf(_ldraw_);
      return `${nameOf(tail)} ${link} ${nameOf(head)}${words ? ` (${words})` : ""}`;
    })
    .join("; ");
}

const MOST_SPOKEN = 40;

function wordsOf(steps: Parameters<typeof linesOf>[0]): string {
  return linesOf(steps)
    .map(({ text }) => text)
    .join(" ");
}
