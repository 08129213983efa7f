/** Replaces the labels of a graph, as Graphviz has resolved them, by boxes of the size that they have in the site's face. */
import type { Graph, HTMLString } from "@viz-js/viz";
import { linesHeight, SMALL_SIZE, TEXT_SIZE } from "../sketch/sketch.ts";
import type { Measure } from "../sketch/words.ts";
import { attributesOf, type DrawingStep, type LaidOutGraph, type LaidOutPart } from "./laid-out.ts";

export interface LabelLine {
  text: string;
  align: "left" | "middle" | "right";
}

export interface GraphLabel {
  lines: LabelLine[];
  size: number;
  isBold: boolean;
  width: number;
  height: number;
}

/** A graph with boxes in place of its labels. */
export interface BoxedGraph {
  graph: Graph;
  /** The labels, by the number in their box. */
  labels: GraphLabel[];
}

export const MARKER_SIZE = 1;
/** Graphviz's default font size. */
const USUAL_SIZE = 14;

/** `isSized` is true if the author gives widths or heights. */
export function boxedGraph(
  { graph, subgraphs, nodes, edges }: LaidOutGraph,
  isSized: boolean,
  measure: Measure,
): BoxedGraph {
  const labels: GraphLabel[] = [];
  const box = (steps: DrawingStep[] | undefined, size: number, isBold = false): HTMLString | string => {
    const lines = linesOf(steps);
    if (lines.length === 0) return "";
    const texts = lines.map(({ text }) => text);
    const label = { lines, size, isBold, width: measure.widest(texts, size, isBold), height: linesHeight(texts, size) };
    labels.push(label);
    return { html: boxOf(labels.length - 1, label) };
  };
  const ofNode = (node: LaidOutPart) =>
    isRecord(node) ? { fontsize: sizeOfRecord(node, measure) } : { label: box(node._ldraw_, TEXT_SIZE) };
  const nameOf = (id: number | undefined) => nodes.find(({ _gvid }) => _gvid === id)?.name ?? "";
  const ofSubgraph = (part: LaidOutPart): NonNullable<Graph["subgraphs"]>[number] => ({
    name: part.name ?? "",
    graphAttributes: { ...attributesOf(part, isSized), label: box(part._ldraw_, SMALL_SIZE, true) },
    nodes: (part.nodes ?? []).map((id) => ({ name: nameOf(id) })),
    subgraphs: subgraphs.filter(({ _gvid = -1 }) => part.subgraphs?.includes(_gvid)).map(ofSubgraph),
  });
  const inner = new Set(subgraphs.flatMap((part) => part.subgraphs ?? []));
  return {
    graph: {
      ...{ directed: graph.directed, strict: graph.strict },
      graphAttributes: { ...attributesOf(graph, isSized), label: "" },
      nodes: nodes.map((node) => ({
        name: node.name ?? "",
        attributes: { ...attributesOf(node, isSized), ...ofNode(node) },
      })),
      edges: edges.map((edge) => ({
        ...{ tail: nameOf(edge.tail), head: nameOf(edge.head) },
        attributes: {
          ...attributesOf(edge, isSized),
          label: box(edge._ldraw_, SMALL_SIZE),
          headlabel: box(edge._hldraw_, SMALL_SIZE),
          taillabel: box(edge._tldraw_, SMALL_SIZE),
        },
      })),
      subgraphs: subgraphs.filter(({ _gvid = -1 }) => !inner.has(_gvid)).map(ofSubgraph),
    },
    labels,
  };
}

/** Records keep their labels, since Graphviz divides them into fields itself. */
export function isRecord({ shape }: LaidOutPart): boolean {
  return shape === "record" || shape === "Mrecord";
}

export function linesOf(steps: DrawingStep[] | undefined): LabelLine[] {
  const aligned = { l: "left", c: "middle", r: "right" } as const;
  return (steps ?? []).flatMap(({ op, text = "", align = "c" }) =>
    op === "T" ? [{ text, align: aligned[align] }] : [],
  );
}

/** A font size at which no word is wider than Graphviz estimates. */
function sizeOfRecord(node: LaidOutPart, measure: Measure): number {
  const ratios = (node._ldraw_ ?? []).flatMap(({ op, text = "", width = 0 }) =>
    op === "T" && width > 0 ? [measure.width(text, TEXT_SIZE) / width] : [],
  );
  return Math.ceil(USUAL_SIZE * Math.max(TEXT_SIZE / USUAL_SIZE, ...ratios) * 10) / 10;
}

/** With some room at both sides, where lines may run. */
function boxOf(number: number, { width, height }: GraphLabel): string {
  const cell = `fixedsize="true" width="${Math.ceil(width) + 4}" height="${Math.ceil(height)}"`;
  return `<table border="0" cellborder="0" cellpadding="0" cellspacing="0"><tr><td ${cell}><font point-size="${MARKER_SIZE}">${number}</font></td></tr></table>`;
}
