/** The @font-face rules of an alphabet that only some pages load, one for each face. */

import type { Alphabet } from "../../theme/alphabets.ts";
import { type Face, fontFile } from "../../theme/faces.ts";

/** Characters in a line, and what a list that needs more begins with. */
const LINE = 120;
const INDENTED = "\n    ";

/** `codePoints` are those that the face's file has, in ascending order. */
export function fontRules(alphabet: Alphabet, cuts: { face: Face; codePoints: number[] }[]): string {
  const rules = cuts.map(({ face, codePoints }) => ruleOf(face, alphabet, codePoints));
  return `/* Made by npm run fonts: letters that a page loads when it has one of them. */\n${rules.join("")}`;
}

function ruleOf(face: Face, alphabet: Alphabet, codePoints: number[]): string {
  const lines = [
    `font-family: ${face.family};`,
    `src: url("/assets/${fontFile(face, alphabet)}.woff2");`,
    ...(face.style ? [`font-style: ${face.style};`] : []),
    ...(face.weight ? [`font-weight: ${face.weight};`] : []),
    "font-display: swap;",
    unicodeRange(codePoints),
  ];
  return `@font-face {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
}

/** In the project's format, so that what is made needs no formatting. */
function unicodeRange(codePoints: number[]): string {
  const ranges = `${rangesOf(codePoints).join(", ")};`;
  return `unicode-range:${ranges.length > LINE - INDENTED.length ? INDENTED : " "}${ranges}`;
}

/** As CSS writes them: "U+100-12B", "U+178". */
function rangesOf(codePoints: number[]): string[] {
  const ranges: [first: number, last: number][] = [];
  for (const codePoint of codePoints) {
    const range = ranges.at(-1);
    if (range && codePoint === range[1] + 1) range[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`));
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase();
}
