/** Colours in sRGB, their contrast (WCAG 2.2), and their lightness in OKLCH (CSS Color 4, sections 9 and 10). */

/** Red, green and blue, gamma-encoded, from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Lightness from 0 to 1, chroma, and hue in degrees. */
interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

const VALUE = String.raw`([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|deg|turn|rad|grad)?`;
const FUNCTION = new RegExp(String.raw`^(rgb|hsl|oklch)a?\(\s*${VALUE}[\s,]+${VALUE}[\s,]+${VALUE}\s*\)$`, "i");
const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
/** The step by which lightness is moved: finer than what a screen shows. */
const STEP = 1 / 1024;
const DEGREES: Readonly<Record<string, number>> = { deg: 1, turn: 360, rad: 180 / Math.PI, grad: 0.9 };

/** A number as CSS has it, with `%` or the unit of an angle behind it, or nothing. */
interface Value {
  number: number;
  unit: string;
}

/** Hex, `rgb()`, `hsl()` or `oklch()` of an opaque colour; undefined for anything else. What no screen has is brought into sRGB. */
export function colourOf(text: string): Rgb | undefined {
  const written = text.trim();
  if (HEX.test(written)) return rgbOfHex(written.slice(1));
  const [, name = "", a, aUnit = "", b, bUnit = "", c, cUnit = ""] = FUNCTION.exec(written) ?? [];
  const values: [Value, Value, Value] = [
    { number: Number(a), unit: aUnit.toLowerCase() },
    { number: Number(b), unit: bUnit.toLowerCase() },
    { number: Number(c), unit: cUnit.toLowerCase() },
  ];
  const kind = name.toLowerCase();
  // An angle stands first in one, last in the other, and nowhere in the third.
  const angle = kind === "hsl" ? 0 : kind === "oklch" ? 2 : undefined;
  const isRight = ({ unit }: Value, index: number) => unit === "" || (unit === "%") !== (index === angle);
  if (!kind || !values.every(isRight)) return undefined;
  if (kind === "rgb") return rgbOf(values);
  return kind === "hsl" ? rgbOfHsl(values) : rgbOfOklch(values);
}

/** `#98321a`. */
export function hexOf(colour: Rgb): string {
  return `#${colour.map((channel) => byteOf(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** As a screen has it: of 256 levels each. */
export function bytesOf(colour: Rgb): [number, number, number] {
  const [red, green, blue] = colour;
  return [byteOf(red), byteOf(green), byteOf(blue)];
}

/** From 1 to 21. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * The colour that is nearest in lightness and has a contrast of at least `least` with each of the grounds, as a screen shows
 * it; undefined where no lightness has.
 */
export function nearestLegible(colour: Rgb, grounds: readonly Rgb[], least: number): Rgb | undefined {
  const { lightness, chroma, hue } = oklchOf(colour);
  // Black and white are the ends of all ways.
  for (let moved = 0; moved < 1 + STEP; moved += STEP) {
    for (const to of [Math.max(0, lightness - moved), Math.min(1, lightness + moved)]) {
      const near = moved === 0 ? asShown(colour) : asShown(inGamut({ lightness: to, chroma, hue }));
      if (grounds.every((ground) => contrastOf(near, ground) >= least)) return near;
    }
  }
  return undefined;
}

/** Its hue and chroma, at a lightness moved by so much, as a screen shows it. */
export function shifted(colour: Rgb, by: number): Rgb {
  const { lightness, chroma, hue } = oklchOf(colour);
  return asShown(inGamut({ lightness: Math.min(1, Math.max(0, lightness + by)), chroma, hue }));
}

export function lightnessOf(colour: Rgb): number {
  return oklchOf(colour).lightness;
}

function asShown(colour: Rgb): Rgb {
  const [red, green, blue] = bytesOf(colour);
  return [red / 255, green / 255, blue / 255];
}

function byteOf(channel: number): number {
  return Math.round(clamped(channel) * 255);
}

function clamped(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}

function rgbOfHex(digits: string): Rgb {
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => Number.parseInt(pair, 16) / 255);
  return [red, green, blue];
}

function rgbOf([red, green, blue]: [Value, Value, Value]): Rgb {
  return [clamped(partOf(red, 255)), clamped(partOf(green, 255)), clamped(partOf(blue, 255))];
}

/** A number out of `whole`, or a percentage, as a part of 1. */
function partOf({ number, unit }: Value, whole: number): number {
  return unit === "%" ? number / 100 : number / whole;
}

function degreesOf({ number, unit }: Value): number {
  return number * (DEGREES[unit] ?? 1);
}

/** CSS Color 4, section 7. */
function rgbOfHsl([hue, saturation, lightness]: [Value, Value, Value]): Rgb {
  const [h, s, l] = [degreesOf(hue), clamped(partOf(saturation, 100)), clamped(partOf(lightness, 100))];
  const channel = (n: number) => {
    const k = (((n + h / 30) % 12) + 12) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

function rgbOfOklch([lightness, chroma, hue]: [Value, Value, Value]): Rgb {
  // 100% of chroma is 0.4.
  const most = chroma.unit === "%" ? 0.4 : 1;
  return inGamut({
    lightness: clamped(partOf(lightness, 1)),
    chroma: Math.max(0, partOf(chroma, 1) * most),
    hue: degreesOf(hue),
  });
}

/** With as much of its chroma as sRGB has room for. */
function inGamut({ lightness, chroma, hue }: Oklch): Rgb {
  const at = (part: number) => rgbOfOklab(lightness, chroma * part, hue);
  if (isShowable(at(1))) return clampedAll(at(1));
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    if (isShowable(at(middle))) low = middle;
    else high = middle;
  }
  return clampedAll(at(low));
}

function isShowable(colour: Rgb): boolean {
  return colour.every((channel) => channel >= -1e-6 && channel <= 1 + 1e-6);
}

function clampedAll([red, green, blue]: Rgb): Rgb {
  return [clamped(red), clamped(green), clamped(blue)];
}

/** https://bottosson.github.io/posts/oklab/. */
function rgbOfOklab(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function oklchOf(colour: Rgb): Oklch {
  const [red, green, blue] = linearOf(colour);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: (Math.atan2(b, a) * 180) / Math.PI,
  };
}

/** WCAG 2.2, relative luminance. */
function luminanceOf(colour: Rgb): number {
  const [red, green, blue] = linearOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linearOf([red, green, blue]: Rgb): Rgb {
  return [decoded(red), decoded(green), decoded(blue)];
}

function decoded(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function encoded(channel: number): number {
  if (channel <= 0.0031308) return 12.92 * channel;
  return 1.055 * channel ** (1 / 2.4) - 0.055;
}
