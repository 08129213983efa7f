/** Draws a graph that Graphviz has laid out: its outlines in our colours, and our words in the boxes that were kept for them. */
import { type GraphLabel, isRecord, MARKER_SIZE } from "../graphviz/labels.ts";
import type { DrawingStep, LaidOutGraph, LaidOutPart } from "../graphviz/laid-out.ts";
import { circle } from "./shapes.ts";
import {
  type Colour,
  linesHeight,
  type Mark,
  type Outline,
  outline,
  polygon,
  polyline,
  rectangle,
  round,
  type Sketch,
  TEXT_SIZE,
  wordsAround,
  wordsBeside,
} from "./sketch.ts";

const BORDER = 2;
type Look = Partial<Omit<Outline, "mark" | "path">>;

export function sketchDot(laidOut: LaidOutGraph, labels: GraphLabel[]): Sketch {
  const { graph, subgraphs, nodes, edges } = laidOut;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = graph.bb.split(",").map(Number);
  const words = (part: LaidOutPart, hasPaper: boolean) =>
    [part._ldraw_, part._hldraw_, part._tldraw_].flatMap((steps) => drawWords(steps, labels, hasPaper));
  const parts = [
    ...subgraphs.flatMap(({ _draw_ }) => outlinesOf(_draw_, { width: 0.7 }, "none")),
    ...edges.flatMap(({ _draw_ }) => outlinesOf(_draw_, {}, "none")),
    ...edges.flatMap(({ _tdraw_, _hdraw_ }) =>
      [_tdraw_, _hdraw_].flatMap((steps) => outlinesOf(steps, {}, "quiet", "paper")),
    ),
    ...subgraphs.flatMap((part) => words(part, true)),
    ...edges.flatMap((part) => words(part, true)),
    ...nodes.flatMap((node) => [...outlinesOf(node._draw_, {}, "quiet", "paper"), ...words(node, false)]),
    ...nodes.filter(isRecord).flatMap((node) => drawFields(node._ldraw_)),
  ];
  return {
    x: Math.min(x0, x1) - BORDER,
    y: Math.min(y0, y1) - BORDER,
    width: Math.abs(x1 - x0) + 2 * BORDER,
    height: Math.abs(y1 - y0) + 2 * BORDER,
    marks: parts,
  };
}

/** `filled` is the colour of what Graphviz fills, `empty` of the first closed outline that it doesn't: others, as of double circles, lie around it. */
function outlinesOf(steps: DrawingStep[] | undefined, usual: Look, filled: Colour, empty: Colour = "none"): Mark[] {
  let look: Look = usual;
  let isHidden = false;
  let inside = empty;
  return (steps ?? []).flatMap(({ op, points = [], rect, style = "" }): Mark[] => {
    if (op === "S") {
      look = { ...look, ...lookOf(style) };
      isHidden ||= style === "invis" || style === "invisible";
      return [];
    }
    const at = points.map(([x, y]) => ({ x, y }));
    if (isHidden) return [];
    const fill = /[EPB]/.test(op) ? filled : inside;
    if (/[epb]/.test(op)) inside = "none";
    if (rect && /[Ee]/.test(op)) {
      const [x, y, halfWidth, halfHeight] = rect;
      const box = { x: x - halfWidth, y: y - halfHeight, width: 2 * halfWidth, height: 2 * halfHeight };
      return [outline(circle(box), { ...look, fill })];
    }
    if (/[Pp]/.test(op)) return [outline(polygon(at), { ...look, fill })];
    if (op === "L") return [outline(polyline(at), look)];
    if (/[Bb]/.test(op)) return [outline(curve(at), { ...look, fill: isClosed(at) ? fill : "none" })];
    return [];
  });
}

function lookOf(style: string): Look {
  const [, width] = /^setlinewidth\(([\d.]+)\)$/.exec(style) ?? [];
  if (width) return { width: Number(width) };
  return { dashed: { dash: "5 3" }, dotted: { dash: "2 3" }, bold: { width: 2.5 }, solid: {} }[style] ?? {};
}

/** Béziers of the third degree that go on from one another. */
function curve([first, ...rest]: { x: number; y: number }[]): string {
  const at = ({ x, y }: { x: number; y: number }) => `${round(x)} ${round(y)}`;
  return first ? `M${at(first)}C${rest.map(at).join(" ")}` : "";
}

function isClosed(points: { x: number; y: number }[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first !== undefined && last !== undefined && Math.hypot(first.x - last.x, first.y - last.y) < 0.1;
}

/** In the place of the numbers that stand for them; with paper behind, where lines may run. */
function drawWords(steps: DrawingStep[] | undefined, labels: GraphLabel[], hasPaper: boolean): Mark[] {
  let size = 0;
  return (steps ?? []).flatMap((step): Mark[] => {
    if (step.op === "F") size = step.size ?? 0;
    const label = step.op === "T" && size === MARKER_SIZE ? labels[Number(step.text)] : undefined;
    if (!label || !step.pt) return [];
    const middle = { x: step.pt[0] + (step.width ?? 0) / 2, y: step.pt[1] };
    const { lines, width, height, isBold } = label;
    const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
    const ground = hasPaper ? [outline(rectangle(box), { stroke: "none", fill: "paper" })] : [];
    return [
      ...ground,
      ...lines.flatMap(({ text, align }, index) => {
        const top =
          box.y +
          linesHeight(
            lines.slice(0, index).map((line) => line.text),
            label.size,
          );
        if (align === "middle") {
          return wordsAround({ x: middle.x, y: top + linesHeight([text], label.size) / 2 }, [text], label.size, isBold);
        }
        return wordsBeside({ x: align === "left" ? box.x : box.x + width, top }, align, [text], label.size, isBold);
      }),
    ];
  });
}

/** Of a record, whose words Graphviz has placed. */
function drawFields(steps: DrawingStep[] | undefined): Mark[] {
  return (steps ?? []).flatMap(({ op, text = "", pt, align, width = 0 }): Mark[] => {
    if (op !== "T" || !pt) return [];
    const [x, baseline] = pt;
    const y = baseline - TEXT_SIZE * 0.33;
    if (align === "l" || align === "r") {
      const side = align === "l" ? "left" : "right";
      return wordsBeside({ x, top: y - linesHeight([text], TEXT_SIZE) / 2 }, side, [text], TEXT_SIZE);
    }
    return wordsAround({ x: align === "c" ? x : x + width / 2, y }, [text], TEXT_SIZE);
  });
}
