/** How wide words are in a drawing, and where they are broken into lines. */
import type { Typeface } from "../typeface.ts";

/** Measures words in the site's face. Words that it lacks are shown in another one, and estimated as wide as that may be. */
export class Measure {
  readonly #typeface: Typeface;

  constructor(typeface: Typeface) {
    this.#typeface = typeface;
  }

  /** Bold is a little wider. */
  width(text: string, size: number, isBold = false): number {
    const set = this.#typeface.has(text) ? this.#typeface.widthOf(text, size) : estimate(text) * size;
    return set * (isBold ? 1.06 : 1);
  }

  widest(lines: string[], size: number, isBold = false): number {
    return Math.max(0, ...lines.map((line) => this.width(line, size, isBold)));
  }

  /** Lines no wider than `most`, broken at spaces; a word that is wider stays whole. */
  wrapped(lines: string[], size: number, most: number): string[] {
    return lines.flatMap((line) => {
      const broken: string[] = [];
      for (const word of line.split(" ")) {
        const longer = broken.length > 0 ? `${broken.at(-1)} ${word}` : word;
        if (broken.length > 0 && this.width(longer, size) <= most) broken[broken.length - 1] = longer;
        else broken.push(word);
      }
      return broken;
    });
  }
}

/** In ems. */
function estimate(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 1 : NARROW), 0);
}

/** Ideographs, kana, hangul, full-width forms, emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u30ff\uff00-\uffef]/u;
const NARROW = 0.6;
