/** The intrinsic size of an SVG file. */
import { readSvgDocument } from "../svg-reader.ts";

/** CSS pixels per unit; relative ones for the default font size. */
const UNITS: Record<string, number> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
};
const LENGTH = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?|\d+\.)\s*([a-z]*)\s*$/i;

/** In CSS pixels, from width and height; the view box supplies what is missing or a percentage. */
export function svgSize(source: string): { width: number; height: number } | undefined {
  const root = readSvgDocument(source)?.pieces.find((piece) => typeof piece === "object");
  const box = (root?.attributes.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined;
  const width = pixels(root?.attributes.get("width"));
  const height = pixels(root?.attributes.get("height"));
  if (width && height) return rounded(width, height);
  if (!ratio) return undefined;
  if (width) return rounded(width, width / ratio);
  return height ? rounded(height * ratio, height) : rounded(boxWidth, boxHeight);
}

function pixels(length: string | undefined): number | undefined {
  const [, number, unit = ""] = LENGTH.exec(length ?? "") ?? [];
  const scale = UNITS[unit.toLowerCase()];
  return number && scale ? Number(number) * scale : undefined;
}

function rounded(width: number, height: number): { width: number; height: number } {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}
