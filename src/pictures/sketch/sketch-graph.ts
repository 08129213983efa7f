/** Draws a graph: groups furthest back, then arrows, their words, and the nodes. */
import type { Graph, Stroke } from "../mermaid/model.ts";
import { type PlacedEdge, type PlacedGraph, type PlacedGroup, type PlacedNode, placeGraph } from "./graph-layout.ts";
import { drawHeadedLine } from "./heads.ts";
import { drawShape, edgeOfShape, wordsMiddle } from "./shapes.ts";
import {
  linesHeight,
  type Mark,
  middleOf,
  type Outline,
  outline,
  type Point,
  rectangle,
  type Sketch,
  SMALL_SIZE,
  TEXT_SIZE,
  wordsAround,
} from "./sketch.ts";
import { drawTable } from "./table.ts";
import type { Measure } from "./words.ts";

/** From a group's edge to its title. */
const TITLE_TOP = 8;
const STROKES: Record<Stroke, Partial<Outline> | undefined> = {
  solid: {},
  dotted: { dash: "2 3" },
  thick: { width: 2.5 },
  invisible: undefined,
};

export function sketchGraph(graph: Graph, measure: Measure): Sketch {
  const placed = placeGraph(graph, measure);
  return {
    x: 0,
    y: 0,
    width: placed.width,
    height: placed.height,
    marks: [
      ...placed.groups.map((group) => outline(rectangle(group), { width: 0.7 })),
      ...placed.edges.flatMap((edge) => drawEdge(edge, placed)),
      ...placed.groups.flatMap((group) => drawTitle(group, measure)),
      ...placed.edges.flatMap(drawLabels),
      ...placed.nodes.flatMap((node) => drawNode(node, measure)),
    ],
  };
}

/** With paper behind it, since arrows from above may run through its place. */
function drawTitle({ lines, ...box }: PlacedGroup, measure: Measure): Mark[] {
  const height = linesHeight(lines, SMALL_SIZE);
  const width = measure.widest(lines, SMALL_SIZE, true) + 6;
  const ground = { x: box.x + (box.width - width) / 2, y: box.y + TITLE_TOP, width, height };
  return [
    outline(rectangle(ground), { stroke: "none", fill: "paper" }),
    ...wordsAround(middleOf(ground), lines, SMALL_SIZE, true),
  ];
}

function drawNode({ node, lines, ...box }: PlacedNode, measure: Measure): Mark[] {
  if (node.sections) return drawTable(lines, node.sections, box, measure);
  return [...drawShape(node.shape, box), ...wordsAround(wordsMiddle(node.shape, box), lines, TEXT_SIZE)];
}

function drawEdge({ edge, points }: PlacedEdge, placed: PlacedGraph): Mark[] {
  const look = STROKES[edge.stroke];
  if (!look) return [];
  const line = points.map((point, index) => {
    if (index === 0) return onOutline(edge.from, point, placed);
    return index === points.length - 1 ? onOutline(edge.to, point, placed) : point;
  });
  return drawHeadedLine(line, edge, look);
}

function onOutline(id: string, point: Point, { nodes }: PlacedGraph): Point {
  const placed = nodes.find(({ node }) => node.id === id);
  return placed ? edgeOfShape(placed.node.shape, placed, point) : point;
}

/** Paper behind the words, where the line would run through them. */
function drawLabels({ labels }: PlacedEdge): Mark[] {
  return labels.flatMap((label) => [
    outline(rectangle(label), { stroke: "none", fill: "paper" }),
    ...wordsAround(middleOf(label), label.lines, SMALL_SIZE),
  ]);
}
