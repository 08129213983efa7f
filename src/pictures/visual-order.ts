/** Orders the parts of a line from left to right, by the Unicode Bidirectional Algorithm (UAX 9). */
import { createRequire } from "node:module";
import type { Bidi } from "bidi-js";

export interface LinePart {
  /** In reading order; brackets are mirrored in text that runs from right to left. */
  text: string;
  isRightToLeft: boolean;
}

// The types of the package describe a module of another kind than it is.
const bidiFactory: () => Bidi = createRequire(import.meta.url)("bidi-js");
const bidi = bidiFactory();
/** Hebrew, Arabic and the scripts like them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** True for a text whose first letter is of a script from right to left. */
export function startsAtRight(text: string): boolean {
  return RIGHT_TO_LEFT.test(text) && bidi.getEmbeddingLevels(text).paragraphs[0]?.level === 1;
}

/** Words and the spaces between them; `base` is the direction of the whole text. */
export function visualParts(line: string, base: "ltr" | "rtl"): LinePart[] {
  if (base === "ltr" && !RIGHT_TO_LEFT.test(line)) return partsOf(line).map((text) => ({ text, isRightToLeft: false }));
  const { levels } = bidi.getEmbeddingLevels(line, base);
  const mirrored = bidi.getMirroredCharactersMap(line, levels);
  const parts: { text: string; level: number }[] = [];
  let at = 0;
  for (const word of partsOf(line)) {
    for (const character of word) {
      const level = levels[at] ?? 0;
      const last = parts.at(-1);
      const shown = mirrored.get(at) ?? character;
      at += character.length;
      // A part begins where a word does, and where the direction changes.
      if (last && last.level === level && at > character.length && !isBoundary(last.text, shown)) last.text += shown;
      else parts.push({ text: shown, level });
    }
  }
  return reordered(parts).map(({ text, level }) => ({ text, isRightToLeft: level % 2 === 1 }));
}

function isBoundary(before: string, character: string): boolean {
  return /\s$/.test(before) !== /\s/.test(character);
}

/** Rule L2: from the highest level down, reverses each sequence of parts at that level or above. */
function reordered<Part extends { level: number }>(parts: readonly Part[]): Part[] {
  const order = [...parts];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to - 1);
    }
  }
  return order;
}

function partsOf(line: string): string[] {
  return line.split(/(\s+)/).filter(Boolean);
}
