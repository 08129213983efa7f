/** A cover on a share image: points and waits in ink, lines and locks that are held in greys. */
import type { Cover, Stroke } from "../content/cover.ts";
import type { Canvas } from "./canvas.ts";

/** In pixels; `top` is the middle of the first line, and `gap` the distance between lines. */
export interface CoverPlace {
  left: number;
  right: number;
  top: number;
  gap: number;
  /** True if time runs from right to left. */
  isTurned: boolean;
}

/** Makes an area at least as dark as a level from 0, paper, to 15, ink. */
type Shade = (level: number, left: number, right: number, top: number, height: number) => void;

const STEP = { radius: 9 };
/** The points of a wait, and the distance between them. */
const WAIT = { radius: 3.5, apart: 14 };
/** How thick, and how dark. */
const GREYS = {
  lane: { height: 2, level: 3 },
  held: { height: 6, level: 10 },
} as const;
/** Corners of the polygon that is drawn as a circle. */
const CORNERS = 24;

export function inkCover({ strokes }: Cover, place: CoverPlace, canvas: Canvas): void {
  for (const { kind, lane, from, to } of strokes) {
    const y = place.top + lane * place.gap;
    const [left, right] = spanOf({ from, to }, place);
    if (kind === "step") disc(canvas, left, y, STEP.radius);
    if (kind !== "wait") continue;
    for (let x = left; x <= right; x += WAIT.apart) disc(canvas, x, y, WAIT.radius);
  }
}

export function shadeCover({ strokes }: Cover, place: CoverPlace, shade: Shade): void {
  for (const { kind, lane, from, to } of strokes) {
    if (kind === "step" || kind === "wait") continue;
    const { height, level } = GREYS[kind];
    const [left, right] = spanOf({ from, to }, place).map(Math.round);
    shade(level, left ?? 0, right ?? 0, place.top + lane * place.gap - height / 2, height);
  }
}

/** Marks at an end do not stand in the margin. */
function spanOf({ from, to }: Pick<Stroke, "from" | "to">, { left, right, isTurned }: CoverPlace): [number, number] {
  const x = (part: number) => left + STEP.radius + part * (right - left - 2 * STEP.radius);
  return isTurned ? [x(1 - to), x(1 - from)] : [x(from), x(to)];
}

function disc(canvas: Canvas, x: number, y: number, radius: number): void {
  const corner = (index: number) => {
    const angle = (2 * Math.PI * index) / CORNERS;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  };
  for (let index = 0; index < CORNERS; index++) {
    const [one, other] = [corner(index), corner(index + 1)];
    canvas.edge(one.x, one.y, other.x, other.y);
  }
}
