/** Reads a drawing back: which boxes there are, and which arrows lead from one to another, by where they end. */
import { elementsOf, type FoundElement } from "./elements.ts";

export interface ReadArrow {
  from: string;
  to: string;
  stroke: "solid" | "dotted" | "thick";
  tail: string;
  head: string;
  points: Point[];
}

export interface ReadDrawing {
  /** By their words, lines joined by spaces. */
  boxes: Map<string, Box>;
  arrows: ReadArrow[];
  /** Words that stand in no box, with the paper behind them. */
  labels: { words: string; box: Box }[];
  /** All words, in the order in which they are drawn. */
  words: string[];
}

interface Point {
  x: number;
  y: number;
}
interface Box extends Point {
  width: number;
  height: number;
}

export function readDrawing(svg: string): ReadDrawing {
  const paths = elementsOf(svg).filter(({ name }) => name === "path");
  const words = wordsIn(svg);
  const grounds = paths.filter((path) => isFilled(path, "paper") && !path.attributes["stroke"]).map(boxOfPath);
  const shapes = paths.filter((path) => isFilled(path, "paper") && path.attributes["stroke"]).map(boxOfPath);
  const nodes = shapes.filter(({ width, height }) => width > 10 && height > 10);
  const boxes = new Map<string, Box>();
  for (const box of nodes) {
    const text = wordsInside(box, words);
    // A double circle is two boxes, the outer one first.
    if (text && !boxes.has(text)) boxes.set(text, box);
  }
  const heads = headsIn(paths);
  const lines = paths.filter((path) => isFilled(path, "none") && !(path.attributes["d"] ?? "").includes("Z"));
  return {
    boxes,
    words: words.map(({ text }) => text),
    labels: grounds.map((box) => ({ words: wordsInside(box, words), box })),
    arrows: lines.filter((path) => !isDecoration(path, nodes)).map((path) => arrowOf(path, boxes, heads)),
  };
}

function arrowOf(path: FoundElement, boxes: Map<string, Box>, heads: { kind: string; at: Point }[]): ReadArrow {
  const points = pointsOf(path);
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const nearest = (point: Point) =>
    [...boxes].toSorted(([, one], [, other]) => distanceTo(one, point) - distanceTo(other, point))[0]?.[0] ?? "";
  const headAt = (point: Point) =>
    heads.find(({ at }) => Math.hypot(at.x - point.x, at.y - point.y) < 6)?.kind ?? "none";
  const isThick = Number(path.attributes["stroke-width"]) > 2;
  return {
    from: nearest(first),
    to: nearest(last),
    stroke: path.attributes["stroke-dasharray"] ? "dotted" : isThick ? "thick" : "solid",
    tail: headAt(first),
    head: headAt(last),
    points,
  };
}

/** Triangles, small circles and crosses. */
function headsIn(paths: FoundElement[]): { kind: string; at: Point }[] {
  return paths.flatMap((path) => {
    const box = boxOfPath(path);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    if (box.width > 9 || box.height > 9) return [];
    if (isFilled(path, "quiet")) return [{ kind: "arrow", at }];
    if (isFilled(path, "paper") && path.attributes["stroke"]) return [{ kind: "circle", at }];
    return isCross(path) ? [{ kind: "cross", at }] : [];
  });
}

function isCross(path: FoundElement): boolean {
  return path.attributes["stroke-width"] === "1.4";
}

/** Strokes inside of a node, such as a cylinder's lid; and crosses. */
function isDecoration(path: FoundElement, nodes: Box[]): boolean {
  const points = pointsOf(path);
  return isCross(path) || nodes.some((node) => points.every((point) => distanceTo(node, point) === 0));
}

function isFilled({ attributes }: FoundElement, colour: string): boolean {
  return attributes["fill"] === (colour === "none" ? "none" : `var(--${colour})`);
}

function distanceTo({ x, y, width, height }: Box, point: Point): number {
  return Math.hypot(Math.max(x - point.x, 0, point.x - x - width), Math.max(y - point.y, 0, point.y - y - height));
}

function wordsInside(box: Box, words: { text: string; at: Point }[]): string {
  return words
    .filter(({ at }) => distanceTo(box, at) === 0)
    .map(({ text }) => text)
    .join(" ");
}

function wordsIn(svg: string): { text: string; at: Point }[] {
  const found = svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)<\/text>/g);
  return [...found].map(([, x, y, text = ""]) => ({
    text: text
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&"),
    at: { x: Number(x), y: Number(y) - 3 },
  }));
}

/** The ends of a path's segments. */
function pointsOf({ attributes }: FoundElement): Point[] {
  let pen = { x: 0, y: 0 };
  return [...(attributes["d"] ?? "").matchAll(/([MLHVA])([^MLHVAZ]*)/g)].map(([, command, numbers = ""]) => {
    const values = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [x = pen.x, y = pen.y] = command === "V" ? [pen.x, values[0]] : command === "H" ? values : values.slice(-2);
    pen = { x, y };
    return pen;
  });
}

function boxOfPath(path: FoundElement): Box {
  const points = pointsOf(path);
  const radius = Number(/A([\d.]+) [\d.]+ 0 1 1/.exec(path.attributes["d"] ?? "")?.[1] ?? 0);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys) - radius];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) + radius - top };
}
