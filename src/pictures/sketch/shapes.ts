/** The outlines of a flowchart's nodes: how large each must be for its words, and how it is drawn in its box. */
import type { Shape } from "../mermaid/model.ts";
import { type Box, type Mark, middleOf, outline, type Point, polygon, polyline, rectangle, round } from "./sketch.ts";

interface Size {
  width: number;
  height: number;
}

interface ShapeRow {
  /** Of the box around it, for words of this size. */
  size: (words: Size) => Size;
  /** In straight lines, for where arrows end; a curve as many short ones. */
  corners: (box: Box) => Point[];
  /** What is drawn where that is more than the corners, or has curves. */
  draw?: (box: Box) => Mark[];
}

const PAD_X = 13;
const PAD_Y = 9;
const SLANT = 12;
/** Of a cylinder's lid. */
const LID = 5;
const CURVE = 48;
const WHITE = { fill: "paper" } as const;
const INK = { fill: "quiet", stroke: "quiet" } as const;

const padded = ({ width, height }: Size): Size => ({
  width: Math.max(44, width + 2 * PAD_X),
  height: Math.max(32, height + 2 * PAD_Y),
});
const wider =
  (by: number) =>
  (words: Size): Size => ({ ...padded(words), width: padded(words).width + by });
const fixed = (width: number, height: number) => (): Size => ({ width, height });
const round_ = ({ width, height }: Size, more = 14): Size => {
  const diameter = Math.max(40, Math.hypot(width, height) + more);
  return { width: diameter, height: diameter };
};

const box = ({ x, y, width, height }: Box): Point[] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];
const ellipse = ({ x, y, width, height }: Box): Point[] =>
  Array.from({ length: CURVE }, (_, index) => {
    const angle = (2 * Math.PI * index) / CURVE;
    return { x: x + (width / 2) * (1 + Math.cos(angle)), y: y + (height / 2) * (1 + Math.sin(angle)) };
  });
/** Points given as parts of the box's width and height, moved by units. */
const inset =
  (...places: [partX: number, partY: number, moveX?: number][]) =>
  ({ x, y, width, height }: Box): Point[] =>
    places.map(([partX, partY, moveX = 0]) => ({ x: x + partX * width + moveX, y: y + partY * height }));

const SHAPES: Record<Shape, ShapeRow> = {
  rectangle: { size: padded, corners: box },
  rounded: { size: padded, corners: box, draw: (at) => [outline(roundedBox(at, 9), WHITE)] },
  stadium: { size: wider(8), corners: stadium, draw: (at) => [outline(roundedBox(at, at.height / 2), WHITE)] },
  subroutine: {
    size: wider(12),
    corners: box,
    draw: (at) => [outline(rectangle(at), WHITE), outline(uprights(at, 6))],
  },
  cylinder: {
    size: (words) => ({ ...padded(words), height: padded(words).height + 3 * LID }),
    corners: (at) => [...arc(at, Math.PI), ...arc(at, 0)],
    draw: (at) => [outline(cylinder(at), WHITE), outline(lid(at))],
  },
  circle: { size: (words) => round_(words), corners: ellipse, draw: (at) => [outline(circle(at), WHITE)] },
  "double-circle": {
    size: (words) => round_(words, 22),
    corners: ellipse,
    draw: (at) => [outline(circle(at), WHITE), outline(circle(shrunk(at, 4)), WHITE)],
  },
  diamond: {
    size: ({ width, height }) => ({ width: Math.max(56, 1.6 * width + 34), height: Math.max(48, 2.7 * height + 22) }),
    corners: inset([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]),
  },
  hexagon: {
    size: wider(2 * SLANT),
    corners: inset([0, 0, SLANT], [1, 0, -SLANT], [1, 0.5], [1, 1, -SLANT], [0, 1, SLANT], [0, 0.5]),
  },
  parallelogram: { size: wider(2 * SLANT), corners: inset([0, 0, SLANT], [1, 0], [1, 1, -SLANT], [0, 1]) },
  "parallelogram-alt": { size: wider(2 * SLANT), corners: inset([0, 0], [1, 0, -SLANT], [1, 1], [0, 1, SLANT]) },
  trapezoid: { size: wider(2 * SLANT), corners: inset([0, 0, SLANT], [1, 0, -SLANT], [1, 1], [0, 1]) },
  "trapezoid-alt": { size: wider(2 * SLANT), corners: inset([0, 0], [1, 0], [1, 1, -SLANT], [0, 1, SLANT]) },
  flag: { size: wider(SLANT), corners: inset([0, 0], [1, 0], [1, 1], [0, 1], [0, 0.5, SLANT]) },
  start: { size: fixed(14, 14), corners: ellipse, draw: (at) => [outline(circle(at), INK)] },
  end: {
    size: fixed(18, 18),
    corners: ellipse,
    draw: (at) => [outline(circle(at), WHITE), outline(circle(shrunk(at, 4)), INK)],
  },
  choice: { size: fixed(26, 26), corners: inset([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]) },
  bar: { size: fixed(56, 6), corners: box, draw: (at) => [outline(rectangle(at), INK)] },
  table: { size: padded, corners: box },
  note: {
    size: padded,
    corners: box,
    draw: (at) => [outline(polygon(folded(at)), WHITE), outline(fold(at))],
  },
};

/** Of the box that a node takes; a bar lies across the direction of its arrows. */
export function sizeOfShape(shape: Shape, words: Size, isSideways: boolean): Size {
  const { width, height } = SHAPES[shape].size(words);
  return shape === "bar" && isSideways ? { width: height, height: width } : { width, height };
}

export function drawShape(shape: Shape, at: Box): Mark[] {
  const { corners, draw } = SHAPES[shape];
  return draw ? draw(at) : [outline(polygon(corners(at)), WHITE)];
}

/** Where words stand in it: a flag's and a cylinder's lie a little aside. */
export function wordsMiddle(shape: Shape, at: Box): Point {
  const { x, y } = middleOf(at);
  if (shape === "flag") return { x: x + SLANT / 2, y };
  return { x, y: shape === "cylinder" ? y + LID : y };
}

/** Where a line that comes to the box's edge at `from` meets the shape inside, going straight on in the box. */
export function edgeOfShape(shape: Shape, at: Box, from: Point): Point {
  const corners = SHAPES[shape].corners(at);
  const isSide = Math.min(Math.abs(from.x - at.x), Math.abs(from.x - at.x - at.width)) < 0.5;
  const crossings = corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return isSide ? crossing(corner, next, from.y) : crossing(turned(corner), turned(next), from.x).map(turned);
  });
  const distance = (point: Point) => Math.hypot(point.x - from.x, point.y - from.y);
  return crossings.toSorted((one, other) => distance(one) - distance(other))[0] ?? from;
}

/** Where a straight line crosses a level one. */
function crossing(one: Point, other: Point, y: number): Point[] {
  if (Math.min(one.y, other.y) > y || Math.max(one.y, other.y) < y) return [];
  if (one.y === other.y) return [one, other];
  return [{ x: one.x + ((other.x - one.x) * (y - one.y)) / (other.y - one.y), y }];
}

function turned({ x, y }: Point): Point {
  return { x: y, y: x };
}

function shrunk({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

export function circle({ x, y, width, height }: Box): string {
  const [rx, ry, middle] = [round(width / 2), round(height / 2), round(y + height / 2)];
  return `M${round(x)} ${middle}A${rx} ${ry} 0 1 1 ${round(x + width)} ${middle}A${rx} ${ry} 0 1 1 ${round(x)} ${middle}Z`;
}

function roundedBox({ x, y, width, height }: Box, radius: number): string {
  const r = round(radius);
  const [left, right, top, bottom] = [round(x), round(x + width), round(y), round(y + height)];
  const corner = (toX: number, toY: number) => `A${r} ${r} 0 0 1 ${round(toX)} ${round(toY)}`;
  return (
    `M${round(left + r)} ${top}H${round(right - r)}${corner(right, top + r)}V${round(bottom - r)}${corner(right - r, bottom)}` +
    `H${round(left + r)}${corner(left, bottom - r)}V${round(top + r)}${corner(left + r, top)}Z`
  );
}

function stadium({ x, y, width, height }: Box): Point[] {
  const radius = height / 2;
  const cap = (middleX: number, from: number) =>
    Array.from({ length: CURVE / 2 + 1 }, (_, index) => {
      const angle = from + (2 * Math.PI * index) / CURVE;
      return { x: middleX + radius * Math.cos(angle), y: y + radius + radius * Math.sin(angle) };
    });
  return [...cap(x + width - radius, -Math.PI / 2), ...cap(x + radius, Math.PI / 2)];
}

function uprights({ x, y, width, height }: Box, from: number): string {
  const upright = (at: number) =>
    polyline([
      { x: at, y },
      { x: at, y: y + height },
    ]);
  return upright(x + from) + upright(x + width - from);
}

function cylinder({ x, y, width, height }: Box): string {
  const [rx, left, right] = [round(width / 2), round(x), round(x + width)];
  const [top, bottom] = [round(y + LID), round(y + height - LID)];
  return `M${left} ${top}A${rx} ${LID} 0 0 1 ${right} ${top}V${bottom}A${rx} ${LID} 0 0 1 ${left} ${bottom}Z`;
}

/** The upper half of a cylinder's lid, from π on, or the lower half of its foot, from 0 on. */
function arc({ x, y, width, height }: Box, from: number): Point[] {
  const middle = from === 0 ? y + height - LID : y + LID;
  return Array.from({ length: CURVE / 2 + 1 }, (_, index) => {
    const angle = from + (2 * Math.PI * index) / CURVE;
    return { x: x + (width / 2) * (1 + Math.cos(angle)), y: middle + LID * Math.sin(angle) };
  });
}

function lid({ x, y, width }: Box): string {
  const top = round(y + LID);
  return `M${round(x)} ${top}A${round(width / 2)} ${LID} 0 0 0 ${round(x + width)} ${top}`;
}

/** A sheet with its upper right corner folded. */
function folded(at: Box): Point[] {
  return inset([0, 0], [1, 0, -FOLD])(at).concat({ x: at.x + at.width, y: at.y + FOLD }, inset([1, 1], [0, 1])(at));
}

function fold({ x, y, width }: Box): string {
  const right = x + width;
  return polyline([
    { x: right - FOLD, y },
    { x: right - FOLD, y: y + FOLD },
    { x: right, y: y + FOLD },
  ]);
}

const FOLD = 7;
