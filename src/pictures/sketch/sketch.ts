/** A drawing as outlines and words, in units of which thirteen are one em of its text: pages and files are made from it. */

/** Colours, by the names of the page's custom properties. */
export type Colour = "ink" | "quiet" | "paper" | "rule" | "wash" | "accent" | "none";

export interface Outline {
  mark: "outline";
  /** Data of an SVG path. */
  path: string;
  stroke: Colour;
  fill: Colour;
  /** The opacity of its fill, from 0 to 1. */
  opacity?: number;
  width: number;
  /** Lengths of dashes and gaps. */
  dash?: string;
}

export interface Words {
  mark: "words";
  text: string;
  /** The middle of the line, or the end that `anchor` names, and its baseline. */
  x: number;
  y: number;
  size: number;
  /** The left or the right end, whatever the script's direction. */
  anchor?: "left" | "right";
  isBold?: boolean;
}

export type Mark = Outline | Words;

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** A sheet, and what is on it: marks further back come first. */
export interface Sketch extends Box {
  marks: Mark[];
}

/** Reads JSON that this room has written, into a cache or a `DrawnPicture`. */
export function sketchFromJson(json: string): Sketch {
  return JSON.parse(json);
}

/** The size of words in boxes, and of those on arrows; no smaller one can be read. */
export const TEXT_SIZE = 13;
export const SMALL_SIZE = 12;
/** From one baseline to the next, as a factor of the font size. */
const LEADING = 1.3;
/** From a line's top to its baseline, as a factor of the font size. */
const ASCENT = 0.98;

export function outline(path: string, look: Partial<Omit<Outline, "mark" | "path">> = {}): Outline {
  return { mark: "outline", path, stroke: "quiet", fill: "none", width: 1, ...look };
}

export function linesHeight(lines: string[], size: number): number {
  return lines.length * size * LEADING;
}

/** Lines of words, centred on a point. */
export function wordsAround({ x, y }: Point, lines: string[], size: number, isBold = false): Words[] {
  const top = y - linesHeight(lines, size) / 2;
  return lines.map((text, index) => ({
    mark: "words",
    text,
    x,
    y: top + size * (ASCENT + index * LEADING),
    size,
    ...(isBold && { isBold }),
  }));
}

/** Lines of words below one another that begin or end at `x`; `top` is that of the first line. */
export function wordsBeside(
  { x, top }: { x: number; top: number },
  anchor: "left" | "right",
  lines: string[],
  size: number,
  isBold = false,
): Words[] {
  return lines.map((text, index) => ({
    mark: "words",
    text,
    x,
    y: top + size * (ASCENT + index * LEADING),
    size,
    anchor,
    ...(isBold && { isBold }),
  }));
}

/** Straight lines from point to point. */
export function polyline(points: Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

export function polygon(points: Point[]): string {
  return `${polyline(points)}Z`;
}

export function rectangle({ x, y, width, height }: Box): string {
  return `M${round(x)} ${round(y)}H${round(x + width)}V${round(y + height)}H${round(x)}Z`;
}

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function round(value: number): number {
  return Number(value.toFixed(1));
}
