/** A page's drawing as an SVG that stands by itself: its colours those of the day, its words outlines of the site's font. */
import { readSvg, type SvgPiece } from "./svg-reader.ts";
import type { Typeface } from "./typeface.ts";

/** Those of styles/colours.css by day. */
const COLOURS: Record<string, string> = {
  "var(--ink)": "#1f1d1a",
  "var(--quiet)": "#625d54",
  "var(--paper)": "#fbfaf6",
};
/** CSS pixels to one unit of the drawing, whose words are then as large as a reader's text. */
const SCALE = 1.2;
const MARGIN = 10;
/** What a heavier weight adds to each outline, in ems. */
const BOLD = 0.035;

export function outlinedSvg(svg: string, typeface: Typeface): string {
  const setText = textSetter(typeface);
  const drawn = (readSvg(svg) ?? []).map((piece) => setText(piece) ?? written(piece)).join("");
  const { width, height } = sizeOf(svg);
  const { x, y, w, h } = sheetOf(svg);
  const root = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${w} ${h}" width="${width}" height="${height}">`;
  const paper = `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="var(--paper)"/>`;
  return drawn.replace(/^<svg[^>]*>/, root + paper).replace(/var\(--\w+\)/g, (name) => COLOURS[name] ?? "none");
}

/** In CSS pixels, with a margin of paper around. */
export function sizeOf(svg: string): { width: number; height: number } {
  const { w, h } = sheetOf(svg);
  return { width: Math.round(w * SCALE), height: Math.round(h * SCALE) };
}

/** All that is set in it. */
export function wordsIn(svg: string): string {
  return (readSvg(svg) ?? [])
    .filter((piece) => typeof piece === "string")
    .map(decoded)
    .join("");
}

function sheetOf(svg: string): { x: number; y: number; w: number; h: number } {
  const [x = 0, y = 0, w = 0, h = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? "").split(" ").map(Number);
  return { x: x - MARGIN, y: y - MARGIN, w: w + 2 * MARGIN, h: h + 2 * MARGIN };
}

/** A function that says what stands for a piece of text, following where lines are moved to; undefined for all else. */
function textSetter(typeface: Typeface): (piece: SvgPiece) => string | undefined {
  let text = new Map<string, string>();
  let x = 0;
  let y = 0;
  return (piece) => {
    if (typeof piece === "string") return outlined(decoded(piece), text, { x, y }, typeface);
    if (piece.name !== "text" && piece.name !== "tspan") return undefined;
    if (piece.kind !== "open") return "";
    if (piece.name === "text") text = piece.attributes;
    x = Number(piece.attributes.get("x") ?? x);
    y = Number(piece.attributes.get("y") ?? y) + Number(piece.attributes.get("dy") ?? 0);
    return "";
  };
}

function outlined(words: string, style: Map<string, string>, at: { x: number; y: number }, typeface: Typeface): string {
  const size = Number(style.get("font-size"));
  const before = { middle: 0.5, end: 1 }[style.get("text-anchor") ?? ""] ?? 0;
  const left = at.x - before * typeface.widthOf(words, size);
  const stroke = style.get("font-weight") === "600" ? ` stroke="var(--ink)" stroke-width="${size * BOLD}"` : "";
  return `<path d="${typeface.path(words, size, left, at.y)}" fill="var(--ink)"${stroke}/>`;
}

function written(piece: SvgPiece): string {
  if (typeof piece === "string") return piece;
  const { name, kind, attributes } = piece;
  if (kind === "close") return `</${name}>`;
  const values = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join("");
  return `<${name}${values}${kind === "empty" ? "/" : ""}>`;
}

const CHARACTERS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return CHARACTERS[name] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16));
  });
}
