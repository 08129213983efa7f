/** Draws and measures words by the outlines of a face. */
import { createRequire } from "node:module";
import type { create, Font, Glyph, PathCommand } from "fontkit";
import type { Canvas } from "./canvas.ts";
import { visualParts } from "./visual-order.ts";

/** A straight piece of an outline, y downwards; in a glyph, in ems. */
type Edge = [x0: number, y0: number, x1: number, y1: number];

/** Straight pieces of a curve: at the largest size, none strays from it by a tenth of a pixel. */
const STEPS = 6;

/** A word at a size of one em: its glyphs, from its left end, and its width. */
interface Word {
  glyphs: { glyph: Glyph; font: Font; x: number; y: number }[];
  width: number;
}

/** Loaded only when something is drawn: loading takes longer than making ten pages, and most builds draw nothing. */
const fontkit = (): { create: typeof create } => createRequire(import.meta.url)("fontkit");

/** Old-style and proportional, as in the page's text. */
const FIGURES = ["onum", "pnum"];

export class Typeface {
  #opened: Font[] | undefined;
  readonly #outlines = new Map<Glyph, Edge[]>();
  /** Words that were laid out, since that takes time and titles share most of their words. */
  readonly #words = new Map<string, Word>();

  /** Identifies the face in cache keys; empty for the engine's own. */
  readonly name: string;
  /** Its font files, one for each alphabet. */
  readonly files: readonly Uint8Array[];

  /** `files` has a font for each alphabet; a character is taken from the first that has it. */
  constructor(files: Uint8Array[], name = "") {
    this.name = name;
    this.files = files;
  }

  get #fonts(): Font[] {
    this.#opened ??= this.files.map((bytes) => fontkit().create(bytes));
    return this.#opened;
  }

  /** False if a character of the text would be an empty box. */
  has(text: string): boolean {
    return [...text.normalize("NFC")].every((character) => /\s/.test(character) || this.#fontOf(character));
  }

  widthOf(text: string, size: number): number {
    return wordsOf(text).reduce((width, word) => width + this.#wordOf(word).width * size, 0);
  }

  /** Draws a line of text; `y` is its baseline, and `base` the direction of the whole text. */
  draw(text: string, size: number, left: number, y: number, canvas: Canvas, base: "ltr" | "rtl" = "ltr"): void {
    for (const edge of this.#edges(text, size, left, y, base)) canvas.edge(...edge);
  }

  /** The same as the data of an SVG path. */
  path(text: string, size: number, left: number, y: number): string {
    let pen = "";
    let data = "";
    for (const [x0, y0, x1, y1] of this.#edges(text, size, left, y)) {
      const [from, to] = [`${x0.toFixed(2)} ${y0.toFixed(2)}`, `${x1.toFixed(2)} ${y1.toFixed(2)}`];
      data += `${from === pen ? "" : `M${from}`}L${to}`;
      pen = to;
    }
    return data;
  }

  *#edges(text: string, size: number, left: number, y: number, base: "ltr" | "rtl" = "ltr"): Generator<Edge> {
    let start = left;
    for (const { text: part, isRightToLeft } of visualParts(text, base)) {
      const word = this.#wordOf(part, isRightToLeft);
      for (const { glyph, font, x, y: above } of word.glyphs) {
        const at = start + x * size;
        const line = y - above * size;
        for (const [x0, y0, x1, y1] of this.#edgesOf(glyph, font)) {
          yield [at + x0 * size, line + y0 * size, at + x1 * size, line + y1 * size];
        }
      }
      start += word.width * size;
    }
  }

  #wordOf(text: string, isRightToLeft = false): Word {
    const key = isRightToLeft ? `\u202e${text}` : text;
    const known = this.#words.get(key);
    if (known) return known;
    const word = this.#layOut(text, isRightToLeft);
    this.#words.set(key, word);
    return word;
  }

  /** `layout` returns runs with letters from left to right, and runs of marks alone in reading order. */
  #layOut(text: string, isRightToLeft: boolean): Word {
    const word: Word = { glyphs: [], width: 0 };
    const runs = isRightToLeft ? this.#runsOf(text).map(turned).reverse() : this.#runsOf(text);
    for (const { font, part } of runs) {
      const { glyphs, positions, advanceWidth } = font.layout(part, FIGURES);
      let x = 0;
      glyphs.forEach((glyph, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        const at = word.width + (x + xOffset) / font.unitsPerEm;
        word.glyphs.push({ glyph, font, x: at, y: yOffset / font.unitsPerEm });
        x += xAdvance;
      });
      word.width += advanceWidth / font.unitsPerEm;
    }
    return word;
  }

  /** Parts of a word that one file has. */
  #runsOf(text: string): { font: Font; part: string }[] {
    const runs: { font: Font; part: string }[] = [];
    for (const character of text.normalize("NFC")) {
      const font = this.#fontOf(character) ?? this.#fonts[0];
      if (!font) throw new Error("a typeface has no file");
      const last = runs.at(-1);
      if (last?.font === font) last.part += character;
      else runs.push({ font, part: character });
    }
    return runs;
  }

  #fontOf(character: string): Font | undefined {
    return this.#fonts.find((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  }

  #edgesOf(glyph: Glyph, { unitsPerEm }: Font): Edge[] {
    const known = this.#outlines.get(glyph);
    if (known) return known;
    const edges = flatten(glyph.path.commands, unitsPerEm);
    this.#outlines.set(glyph, edges);
    return edges;
  }
}

function turned<Run extends { part: string }>(run: Run): Run {
  return /\p{L}/u.test(run.part) ? run : { ...run, part: [...run.part].reverse().join("") };
}

/** Words and the spaces between them. */
function wordsOf(text: string): string[] {
  return text.split(/(\s+)/).filter(Boolean);
}

function flatten(commands: PathCommand[], unitsPerEm: number): Edge[] {
  const edges: Edge[] = [];
  let start: [number, number] = [0, 0];
  let pen = start;
  const lineTo = (to: [number, number]) => {
    edges.push([...pen, ...to]);
    pen = to;
  };
  for (const { command, args } of commands) {
    const points = pointsOf(args, unitsPerEm);
    if (command === "moveTo") pen = start = points[0] ?? start;
    else if (command === "closePath") lineTo(start);
    else curve([pen, ...points]).forEach(lineTo);
  }
  return edges;
}

/** Points on a Bézier curve of any degree by de Casteljau's algorithm, its start left out; a line is its own end. */
function curve(controls: [number, number][]): [number, number][] {
  if (controls.length === 2) return controls.slice(1);
  return Array.from({ length: STEPS }, (_, step) => pointAt(controls, (step + 1) / STEPS));
}

function pointAt(controls: [number, number][], t: number): [number, number] {
  let points = controls;
  while (points.length > 1) {
    points = points.slice(1).map(([x, y], index) => {
      const [x0, y0] = points[index] ?? [x, y];
      return [x0 + (x - x0) * t, y0 + (y - y0) * t];
    });
  }
  return points[0] ?? [0, 0];
}

function pointsOf(args: number[], unitsPerEm: number): [number, number][] {
  return Array.from({ length: args.length / 2 }, (_, index) => [
    (args[2 * index] ?? 0) / unitsPerEm,
    -(args[2 * index + 1] ?? 0) / unitsPerEm,
  ]);
}
