/** Arrowheads, drawn where the line ends and in its direction. */
import type { Head, MessageHead } from "../mermaid/model.ts";
import { circle } from "./shapes.ts";
import { type Mark, type Outline, outline, type Point, polygon, polyline } from "./sketch.ts";

const LENGTH = 8;
const HALF = 3.2;
const RADIUS = 3.5;
/** From an entity to the toes' joint of "many", and to the stroke or the ring behind it. */
const TOES = 9;
const SPREAD = 5;

interface DrawnHead {
  marks: Mark[];
  /** Where the line itself ends, so that it does not show beyond the head's tip. */
  lineEnd: Point;
}

/** A line with its heads, which ends where they begin. One of fewer than two points leads nowhere, and is not drawn. */
export function drawHeadedLine(
  points: readonly Point[],
  heads: { tail: Head | MessageHead; head: Head | MessageHead },
  look: Partial<Outline>,
): Mark[] {
  const [first, second] = points;
  const [beforeLast, last] = points.slice(-2);
  if (!first || !second || !beforeLast || !last) return [];
  const tail = drawHead(heads.tail, second, first);
  const head = drawHead(heads.head, beforeLast, last);
  const line = [tail.lineEnd, ...points.slice(1, -1), head.lineEnd];
  return [outline(polyline(line), look), ...tail.marks, ...head.marks];
}

/** `from` is the point before the tip, and tells the direction. */
function drawHead(head: Head | MessageHead, from: Point, tip: Point): DrawnHead {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  /** A point so far behind the tip, and so far aside of the line. */
  const at = (behind: number, aside = 0): Point => ({
    x: tip.x - behind * along.x - aside * along.y,
    y: tip.y - behind * along.y + aside * along.x,
  });
  switch (head) {
    case "arrow":
    case "filled":
      return {
        marks: [outline(polygon([tip, at(LENGTH, HALF), at(LENGTH, -HALF)]), { fill: "quiet" })],
        lineEnd: at(LENGTH / 2),
      };
    case "open":
      return { marks: [outline(polyline([at(LENGTH, HALF), tip, at(LENGTH, -HALF)]))], lineEnd: tip };
    case "circle":
      return { marks: [ring(at(RADIUS))], lineEnd: at(2 * RADIUS) };
    case "cross": {
      const [near, far] = [2, 2 + 2 * HALF];
      const strokes = polyline([at(near, HALF), at(far, -HALF)]) + polyline([at(near, -HALF), at(far, HALF)]);
      return { marks: [outline(strokes, { width: 1.4 })], lineEnd: tip };
    }
    case "triangle":
      return { marks: [outline(polygon([tip, at(11, 5.5), at(11, -5.5)]), { fill: "paper" })], lineEnd: at(11) };
    case "diamond":
    case "filled-diamond": {
      const fill = head === "diamond" ? "paper" : "quiet";
      return { marks: [outline(polygon([tip, at(8, 4.5), at(16), at(8, -4.5)]), { fill })], lineEnd: at(16) };
    }
    case "one":
      return { marks: [stroke(at, 5), stroke(at, 9)], lineEnd: tip };
    case "zero-or-one":
      return { marks: [stroke(at, 5), ring(at(TOES + RADIUS))], lineEnd: tip };
    case "many":
      return { marks: [toes(at), stroke(at, TOES + 4)], lineEnd: tip };
    case "zero-or-many":
      return { marks: [toes(at), ring(at(TOES + RADIUS))], lineEnd: tip };
    default:
      return { marks: [], lineEnd: tip };
  }
}

type Place = (behind: number, aside?: number) => Point;

function ring({ x, y }: Point): Mark {
  return outline(circle({ x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS }), { fill: "paper" });
}

/** Across the line. */
function stroke(at: Place, behind: number): Mark {
  return outline(polyline([at(behind, SPREAD), at(behind, -SPREAD)]));
}

function toes(at: Place): Mark {
  return outline(polyline([at(0, SPREAD), at(TOES), at(0, -SPREAD)]));
}
