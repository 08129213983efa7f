/**
 * About how wide a formula is. Browsers break no line of MathML, and paper does not scroll: from the width a class follows,
 * and from that the size in print (see `formulas.css`).
 */
import { readHtml } from "./html/html-reader.ts";

interface Open {
  name: string;
  /** The widths of what is inside, in ems. */
  parts: number[];
}

/** What a letter of each kind takes, in ems; operators have space around them. */
const LETTER: Record<string, number> = { mi: 0.6, mn: 0.52, mtext: 0.5, mo: 0.62, ms: 0.6 };
const OPERATOR_SPACE = 0.5;
/** Letters above and below others are smaller. */
const SCRIPT = 0.72;
const FENCE = /^[()[\]{}|,;.!′⟨⟩⌊⌋⌈⌉]$/;

const sum = (parts: number[]) => parts.reduce((total, part) => total + part, 0);
const widest = (parts: number[]) => Math.max(0, ...parts);

/** How the parts of an element make its width; where it is not named, they stand side by side. */
const WIDTHS: Record<string, (parts: number[]) => number> = {
  mfrac: (parts) => widest(parts) + 0.2,
  mtable: widest,
  mtr: (parts) => sum(parts) + Math.max(0, parts.length - 1) * 0.8,
  mroot: ([base = 0]) => base + 1,
  msqrt: (parts) => sum(parts) + 0.8,
  msub: scripted,
  msup: scripted,
  msubsup: ([base = 0, ...scripts]) => base + SCRIPT * widest(scripts),
  mmultiscripts: scripted,
  munder: stacked,
  mover: stacked,
  munderover: stacked,
};

/** In ems of the text around it; `mathml` is what `mathmlOf` gives. */
export function formulaWidth(mathml: string): number {
  const open: Open[] = [{ name: "", parts: [] }];
  for (const piece of readHtml(mathml)) {
    const inner = open.at(-1);
    if (typeof piece === "string") inner?.parts.push(textWidth(inner.name, piece));
    else if (!piece.closing) open.push({ name: piece.name, parts: [] });
    else {
      const ended = open.length > 1 ? open.pop() : undefined;
      if (ended) open.at(-1)?.parts.push((WIDTHS[ended.name] ?? sum)(ended.parts));
    }
  }
  return sum(open.flatMap(({ parts }) => parts));
}

/** The widths in ems from which a formula is set smaller in print, with the class for each. */
const SIZES: [from: number, name: string][] = [
  [100, "longest"],
  [61, "longer"],
  [41, "long"],
];

/** Undefined for a formula that fits. */
export function lengthClassOf(mathml: string): string | undefined {
  const width = formulaWidth(mathml);
  return SIZES.find(([from]) => width > from)?.[1];
}

function textWidth(name: string, text: string): number {
  const letters = [...text.replace(/&#?\w+;/g, "x").trim()];
  const space = name === "mo" && !FENCE.test(text.trim()) ? OPERATOR_SPACE : 0;
  return letters.length * (LETTER[name] ?? 0) + (letters.length > 0 ? space : 0);
}

function scripted([base = 0, ...scripts]: number[]): number {
  return base + SCRIPT * sum(scripts);
}

function stacked([base = 0, ...scripts]: number[]): number {
  return Math.max(base, SCRIPT * widest(scripts));
}
