/** A sketch as an SVG that stands by itself: its colours those of the day, its words outlines of the site's font. */
import { viewBoxOf } from "./page-svg.ts";
import type { Colour, Mark, Sketch, Words } from "./sketch/sketch.ts";
import type { Typeface } from "./typeface.ts";

/** Those of styles/colours.css by day. */
const COLOURS: Record<Colour, string> = {
  ink: "#1f1d1a",
  quiet: "#554f46",
  paper: "#fbfaf6",
  rule: "#d9d4c8",
  wash: "#f2efe7",
  accent: "#98321a",
  none: "none",
};
/** CSS pixels to one unit of the drawing, whose words are then as large as a reader's text. */
const SCALE = 1.2;
const MARGIN = 10;
/** What a heavier weight adds to each outline, in ems. */
const BOLD = 0.035;
/** Everything but the sketch and the face that the look depends on, for cache keys. */
export const OUTLINED_LOOKS = JSON.stringify([COLOURS, SCALE, MARGIN, BOLD]);

export function outlinedSvg(sketch: Sketch, typeface: Typeface): string {
  const sheet = sheetOf(sketch);
  const { width, height } = sizeOf(sketch);
  const paper = `<rect x="${sheet.x}" y="${sheet.y}" width="${sheet.width}" height="${sheet.height}" fill="${COLOURS.paper}"/>`;
  const marks = sketch.marks.map((mark) => markOf(mark, typeface)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBoxOf(sheet)}" width="${width}" height="${height}">${paper}${marks}</svg>`;
}

/** In CSS pixels, with a margin of paper around. */
export function sizeOf(sketch: Sketch): { width: number; height: number } {
  const { width, height } = sheetOf(sketch);
  return { width: Math.round(width * SCALE), height: Math.round(height * SCALE) };
}

/** All that is set in it. */
export function wordsIn({ marks }: Sketch): string {
  return marks.map((mark) => (mark.mark === "words" ? mark.text : "")).join("");
}

function sheetOf({ x, y, width, height }: Sketch): { x: number; y: number; width: number; height: number } {
  return { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

function markOf(mark: Mark, typeface: Typeface): string {
  if (mark.mark === "words") return outlined(mark, typeface);
  const dash = mark.dash ? ` stroke-dasharray="${mark.dash}"` : "";
  const opacity = mark.opacity === undefined ? "" : ` fill-opacity="${mark.opacity}"`;
  return `<path d="${mark.path}" fill="${COLOURS[mark.fill]}"${opacity} stroke="${COLOURS[mark.stroke]}" stroke-width="${mark.width}"${dash}/>`;
}

function outlined({ text, x, y, size, anchor, isBold }: Words, typeface: Typeface): string {
  const part = { left: 0, right: 1, middle: 0.5 }[anchor ?? "middle"];
  const left = x - typeface.widthOf(text, size) * part;
  const stroke = isBold ? ` stroke="${COLOURS.ink}" stroke-width="${size * BOLD}"` : "";
  return `<path d="${typeface.path(text, size, left, y)}" fill="${COLOURS.ink}"${stroke}/>`;
}
