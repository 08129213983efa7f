/** The @font-face rules of a face's files. */
import type { Alphabet } from "../../theme/alphabets.ts";
import { type Face, fontFile } from "../../theme/faces.ts";

/** Characters in a line, and what a list that needs more begins with. */
const LINE = 120;
const INDENTED = "\n    ";

/** Those of our own faces in an alphabet that only some pages load; `codePoints` are those of each file, in ascending order. */
export function fontRules(alphabet: Alphabet, cuts: { face: Face; codePoints: number[] }[]): string {
  const rules = cuts.map(({ face, codePoints }) =>
    fontRule({ ...face, file: `${fontFile(face, alphabet)}.woff2`, codePoints }),
  );
  return `/* Made by npm run fonts: letters that a page loads when it has one of them. */\n${rules.join("")}`;
}

export interface FontRule extends Omit<Face, "name"> {
  /** In `/assets/`. */
  file: string;
  /** In ascending order; left out for a file that every page may load. */
  codePoints?: readonly number[];
}

export function fontRule({ family, file, style, weight, codePoints }: FontRule): string {
  const lines = [
    `font-family: ${family};`,
    `src: url("/assets/${file}");`,
    ...(style ? [`font-style: ${style};`] : []),
    ...(weight ? [`font-weight: ${weight};`] : []),
    "font-display: swap;",
    ...(codePoints ? [unicodeRange(codePoints)] : []),
  ];
  return `@font-face {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
}

/** In the project's format, so that what is made needs no formatting. */
function unicodeRange(codePoints: readonly number[]): string {
  const ranges = `${rangesOf(codePoints).join(", ")};`;
  return `unicode-range:${ranges.length > LINE - INDENTED.length ? INDENTED : " "}${ranges}`;
}

/** As CSS writes them: "U+100-12B", "U+178". */
function rangesOf(codePoints: readonly number[]): string[] {
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
