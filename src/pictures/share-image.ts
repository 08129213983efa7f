/**
 * A page's title on the site's paper, for those who share the page: 1200 by 630, the size that previews have. If the page has a
 * cover, that takes the place of the line below the title.
 */

import type { ShareCard } from "../content/page-needs.ts";
import { beginningOf } from "../content/text/beginning.ts";
import { type Cache, digestOf } from "./cache.ts";
import type { Canvas } from "./canvas.ts";
import { type Colour, pngOf } from "./png.ts";
import { type CoverPlace, inkCover, shadeCover } from "./share-cover.ts";
import type { Typeface } from "./typeface.ts";
import { startsAtRight } from "./visual-order.ts";

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

/** Goes up when the same words are to look otherwise. */
const VERSION = 2;
const MARGIN = 96;
const SHEET = SHARE_WIDTH - 2 * MARGIN;
const STEP = 24;
const RULE = { y: 500, height: 2 };
const FOOT = { size: 34, y: 562 };
const TITLE = { sizes: [96, 84, 72, 60, 50], top: 92, bottom: 450, leading: 1.16 };
/** From one of a cover's lines to the next. */
const LANES = 34;
const LEVELS = 16;
/** The grey of a hairline, on the scale from paper to ink; colours are those of styles/colours.css by day. */
const RULE_LEVEL = 3;
const PAPER = "#fbfaf6";
const INK = "#1f1d1a";

/** A short name that follows from the words: other words give another name. */
export function shareName(card: ShareCard): string {
  return digestOf(keyOf(card)).slice(0, 16);
}

/** The picture's bytes, from an earlier build if one drew it. */
export function shareImage(card: ShareCard, typeface: Typeface, canvas: Canvas, cache: Cache): Promise<Uint8Array> {
  return cache.bytes("share", keyOf(card), () => draw(card, typeface, canvas));
}

function keyOf({ title, foot, look, cover }: ShareCard): string {
  const further = [...(look ? [look.paper, look.ink, look.face] : []), ...(cover ? [cover] : [])];
  return JSON.stringify([VERSION, title, foot, ...further]);
}

function draw({ title, foot, look, cover }: ShareCard, typeface: Typeface, canvas: Canvas): Promise<Uint8Array> {
  const lanes = cover?.lanes ?? 1;
  const { lines, size } = fitted(title, typeface, TITLE.bottom - (lanes - 1) * LANES);
  const put = (line: string, size: number, y: number, base: "ltr" | "rtl") => {
    const left = base === "rtl" ? SHARE_WIDTH - MARGIN - typeface.widthOf(line, size) : MARGIN;
    typeface.draw(line, size, left, y, canvas, base);
  };
  const [ofTitle, ofFoot] = [title, foot].map((text) => (startsAtRight(text) ? "rtl" : "ltr"));
  lines.forEach((line, index) => {
    put(line, size, TITLE.top + size * (0.8 + index * TITLE.leading), ofTitle ?? "ltr");
  });
  put(shortened(foot, FOOT.size, typeface), FOOT.size, FOOT.y, ofFoot ?? "ltr");
  const at: CoverPlace = {
    ...{ left: MARGIN, right: SHARE_WIDTH - MARGIN, top: RULE.y - (lanes - 1) * LANES },
    ...{ gap: LANES, isTurned: ofTitle === "rtl" },
  };
  if (cover) inkCover(cover, at, canvas);
  const values = canvas.read(LEVELS);
  const level = (of: number, left: number, right: number, top: number, height: number) => {
    for (let y = top; y < top + height; y++) {
      for (let x = y * SHARE_WIDTH + left; x < y * SHARE_WIDTH + right; x++) values[x] = Math.max(values[x] ?? 0, of);
    }
  };
  if (cover) shadeCover(cover, at, level);
  else level(RULE_LEVEL, MARGIN, SHARE_WIDTH - MARGIN, RULE.y, RULE.height);
  return pngOf(SHARE_WIDTH, SHARE_HEIGHT, values, paletteOf(look?.paper ?? PAPER, look?.ink ?? INK));
}

/** From hex colour to hex colour. */
function paletteOf(paper: string, ink: string): Colour[] {
  const [first, last] = [colourOf(paper), colourOf(ink)];
  return Array.from({ length: LEVELS }, (_, level) => between(first, last, level / (LEVELS - 1)));
}

function colourOf(hex: string): Colour {
  const [red = 0, green = 0, blue = 0] = (hex.match(/[\da-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue];
}

/** The largest size at which the title has room; a title that never has loses its end. */
function fitted(title: string, typeface: Typeface, bottom: number): { lines: string[]; size: number } {
  const smallest = Math.min(...TITLE.sizes);
  for (const size of TITLE.sizes) {
    const lines = balanced(title, size, typeface);
    const room = Math.floor((bottom - TITLE.top) / (size * TITLE.leading));
    const isWide = lines.some((line) => typeface.widthOf(line, size) > SHEET);
    if (lines.length <= room && !isWide) return { lines, size };
    if (size === smallest) {
      const kept = lines.slice(0, room).map((line) => shortened(line, size, typeface));
      return {
        lines: kept.with(-1, shortened(`${kept.at(-1)}${lines.length > room ? " …" : ""}`, size, typeface)),
        size,
      };
    }
  }
  throw new Error("a share image has no size for its title");
}

/** As few lines as possible, as even as possible. */
function balanced(text: string, size: number, typeface: Typeface): string[] {
  const fewest = linesOf(text, size, SHEET, typeface);
  let best = fewest;
  for (let width = SHEET - STEP; width > SHEET / 2; width -= STEP) {
    const lines = linesOf(text, size, width, typeface);
    if (lines.length > fewest.length) break;
    best = lines;
  }
  return best;
}

/** Lines end at spaces, and at zero-width ones, which addresses have. */
function linesOf(text: string, size: number, width: number, typeface: Typeface): string[] {
  const lines: string[] = [];
  for (const word of text.match(/[^\s\u200b]+[\s\u200b]*/g) ?? []) {
    const longer = `${lines.at(-1) ?? ""}${word}`;
    if (lines.length > 0 && typeface.widthOf(shown(longer), size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map(shown);
}

function shown(line: string): string {
  return line.replaceAll("\u200b", "").trimEnd();
}

function shortened(text: string, size: number, typeface: Typeface): string {
  return beginningOf(text, (beginning) => typeface.widthOf(beginning, size) <= SHEET);
}

function between(from: Colour, to: Colour, share: number): Colour {
  const mix = (a: number, b: number) => Math.round(a + (b - a) * share);
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}
