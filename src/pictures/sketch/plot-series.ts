/** How the series of a chart differ without colours: strokes, tints and symbols, which paper and every palette keep. */
import { circle } from "./shapes.ts";
import { type Mark, type Outline, outline, type Point, polygon, polyline, rectangle } from "./sketch.ts";

type Look = Partial<Omit<Outline, "mark" | "path">>;

const STROKES: Look[] = [
  { stroke: "accent", width: 2 },
  { stroke: "ink", width: 1.5 },
  { stroke: "ink", width: 1.5, dash: "6 3" },
  { stroke: "ink", width: 1.5, dash: "1.5 2.5" },
  { stroke: "accent", width: 1.5, dash: "7 3 1.5 3" },
  { stroke: "quiet", width: 2.5, dash: "3 3" },
];
/** Neighbouring tints differ clearly; the first is that of a single series of bars. */
const TINTS = [0.9, 0.25, 0.55, 0.1, 0.72, 0.4];

export function strokeOf(series: number): Look {
  return STROKES[series % STROKES.length] ?? {};
}

/** With an edge, which sets the lightest off from the paper. */
export function fillOf(series: number): Look {
  return { fill: "quiet", opacity: TINTS[series % TINTS.length] ?? 1, stroke: "quiet", width: 0.7 };
}

const SIZE = 3.2;

/** The symbol of a dot. */
export function symbol(series: number, { x, y }: Point): Mark {
  const box = { x: x - SIZE, y: y - SIZE, width: 2 * SIZE, height: 2 * SIZE };
  const at = (moveX: number, moveY: number): Point => ({ x: x + moveX * SIZE, y: y + moveY * SIZE });
  const ink = { stroke: "ink", width: 1.2 } as const;
  switch (series % 6) {
    case 0:
      return outline(circle(box), { stroke: "accent", fill: "accent", opacity: 0.75 });
    case 1:
      return outline(circle(box), ink);
    case 2:
      return outline(polyline([at(-1, -1), at(1, 1)]) + polyline([at(-1, 1), at(1, -1)]), ink);
    case 3:
      return outline(polygon([at(0, -1.2), at(1.15, 0.9), at(-1.15, 0.9)]), ink);
    case 4:
      return outline(rectangle(box), { ...ink, fill: "ink", opacity: 0.75 });
    default:
      return outline(polyline([at(-1.2, 0), at(1.2, 0)]) + polyline([at(0, -1.2), at(0, 1.2)]), ink);
  }
}
