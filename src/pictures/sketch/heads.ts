/** What arrows end with: drawn where the line ends, in the direction from which it comes. */
import type { Head, MessageHead } from "../mermaid/model.ts";
import { circle } from "./shapes.ts";
import { type Mark, outline, type Point, polygon, polyline } from "./sketch.ts";

const LENGTH = 8;
const HALF = 3.2;
const RADIUS = 3.5;

export interface DrawnHead {
  marks: Mark[];
  /** Where the line itself ends, so that it does not show beyond the head's tip. */
  lineEnd: Point;
}

/** `from` is the point before the tip, and tells the direction. */
export function drawHead(head: Head | MessageHead, from: Point, tip: Point): DrawnHead {
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
    case "circle": {
      const { x, y } = at(RADIUS);
      const box = { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS };
      return { marks: [outline(circle(box), { fill: "paper" })], lineEnd: at(2 * RADIUS) };
    }
    case "cross": {
      const [near, far] = [2, 2 + 2 * HALF];
      const strokes = polyline([at(near, HALF), at(far, -HALF)]) + polyline([at(near, -HALF), at(far, HALF)]);
      return { marks: [outline(strokes, { width: 1.4 })], lineEnd: tip };
    }
    default:
      return { marks: [], lineEnd: tip };
  }
}
