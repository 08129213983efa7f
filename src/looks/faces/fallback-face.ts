/** A fallback face from the reader's machine that takes the same room as a face, so that nothing moves when that arrives. */
import type { Font } from "fontkit";
import type { Family } from "../../theme/faces.ts";

export type Generic = "serif" | "sans-serif" | "monospace";

/** Fonts with the same widths by agreement (Liberation's are metrically those of Microsoft's), by name as `local()` takes it. */
const LOCAL: Readonly<Record<Generic, { upright: string[]; italic: string[]; width: number; italicWidth: number }>> = {
  serif: {
    upright: ["Times New Roman", "Liberation Serif"],
    italic: ["Times New Roman Italic", "Liberation Serif Italic"],
    width: 0.4055,
    italicWidth: 0.4035,
  },
  "sans-serif": {
    upright: ["Arial", "Liberation Sans"],
    italic: ["Arial Italic", "Liberation Sans Italic"],
    width: 0.4466,
    italicWidth: 0.4466,
  },
  monospace: {
    upright: ["Courier New", "Liberation Mono", "Menlo", "Consolas"],
    italic: ["Courier New Italic", "Liberation Mono Italic"],
    width: 0.6001,
    italicWidth: 0.6001,
  },
};
const SAMPLE = "the quick brown fox jumps over the lazy dog and then sits down to read what it has done ";

interface FallbackRequest {
  family: Family;
  generic: Generic;
  font: Font;
  isItalic: boolean;
}

/** Its @font-face rule. */
export function fallbackRule({ family, generic, font, isItalic }: FallbackRequest): string {
  const local = LOCAL[generic];
  const [names, width] = isItalic ? [local.italic, local.italicWidth] : [local.upright, local.width];
  const adjusted = meanWidthOf(font) / width;
  const part = (units: number) => percent(units / font.unitsPerEm / adjusted);
  return [
    "@font-face {",
    `  font-family: "${family} fallback";`,
    `  src: ${names.map((name) => `local("${name}")`).join(", ")};`,
    ...(isItalic ? ["  font-style: italic;"] : []),
    `  size-adjust: ${percent(adjusted)};`,
    `  ascent-override: ${part(font.ascent)};`,
    `  descent-override: ${part(-font.descent)};`,
    "  line-gap-override: 0%;",
    "}\n",
  ].join("\n");
}

/** Of a character of running English, in ems. */
export function meanWidthOf(font: Font): number {
  return font.layout(SAMPLE).advanceWidth / SAMPLE.length / font.unitsPerEm;
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10}%`;
}
