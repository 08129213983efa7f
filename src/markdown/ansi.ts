/**
 * Reads a program's output to a terminal, with the SGR sequences of ECMA-48 as ISO 8613-6 and xterm extend them. Each colour becomes the
 * page's colour that is nearest by hue, so it is legible by day and by night.
 */
import type { CodeRun } from "./languages/code-run.ts";

export interface AnsiText {
  text: string;
  runs: CodeRun[];
  /** The first sequence that has lost its escape character, if any. */
  torn: string | undefined;
}

/** The escape character, which stands in Markdown as its control picture, or an escape sequence for it as in source code. */
const ESCAPE = /(?:␛|\\e|\\x1[bB]|\\0?33|\\u001[bB]|\\u\{1[bB]\})/.source;
/** Control sequences; strings such as links and titles, with their ends; all other escapes. What is not SGR is dropped. */
const SEQUENCE = new RegExp(
  [
    `${ESCAPE}\\[(?<parameters>[0-?]*)[ -/]*(?<final>[@-~])`,
    `${ESCAPE}[\\]PX^_][^␇\\n]*?(?:␇|\\\\a|${ESCAPE}\\\\)`,
    `${ESCAPE}[ -/]*[0-~]?`,
    // Other control characters, also as control pictures.
    "[␀-␈␋-␟␡]",
  ].join("|"),
  "g",
);
const TORN = /\[\d{1,3}(?:;\d{1,3})*m/;

/** The text without control sequences, and the same as runs with their looks. */
export function readAnsi(written: string): AnsiText {
  const runs: CodeRun[] = [];
  let style = PLAIN;
  let end = 0;
  const add = (text: string) => {
    if (text) runs.push({ ...looksOf(style), text });
  };
  for (const { 0: sequence, index, groups = {} } of written.matchAll(SEQUENCE)) {
    add(written.slice(end, index));
    end = index + sequence.length;
    if (groups["final"] === "m" && !/[<-?]/.test(groups["parameters"] ?? ""))
      style = styled(style, groups["parameters"] ?? "");
  }
  add(written.slice(end));
  const text = runs.map((run) => run.text).join("");
  return { text, runs, torn: TORN.exec(text)?.[0] };
}

/** A colour of the page, by its class; "" for the page's own ink or ground. */
type Hue = "k" | "s" | "n" | "f" | "p" | "t" | "c" | "";

interface Style {
  ink: Hue | undefined;
  ground: Hue | undefined;
  isBold: boolean;
  isDim: boolean;
  isItalic: boolean;
  isUnderlined: boolean;
  isStruck: boolean;
  isInverse: boolean;
}

const PLAIN: Style = {
  ...{ ink: undefined, ground: undefined, isBold: false, isDim: false },
  ...{ isItalic: false, isUnderlined: false, isStruck: false, isInverse: false },
};

/** Black, red, green, yellow, blue, magenta, cyan, white, and their bright forms. */
const HUES: readonly Hue[] = ["", "k", "s", "n", "f", "p", "t", "", "c", "k", "s", "n", "f", "p", "t", ""];

const CHANGES: Readonly<Record<number, Partial<Style>>> = {
  ...{ 0: PLAIN, 1: { isBold: true }, 2: { isDim: true }, 3: { isItalic: true }, 4: { isUnderlined: true } },
  ...{ 7: { isInverse: true }, 9: { isStruck: true }, 21: { isUnderlined: true } },
  ...{ 22: { isBold: false, isDim: false }, 23: { isItalic: false }, 24: { isUnderlined: false } },
  ...{ 27: { isInverse: false }, 29: { isStruck: false }, 39: { ink: undefined }, 49: { ground: undefined } },
};

function styled(before: Style, parameters: string): Style {
  let style = before;
  const list = parameters.split(";");
  for (let at = 0; at < list.length; at++) {
    const [code = 0, ...inner] = (list[at] ?? "").split(":").map(Number);
    if (code === 38 || code === 48) {
      // `38;5;n` and `38;2;r;g;b`, or the same in one parameter, where a colour space may stand before red.
      const values = inner.length > 0 ? inner : list.slice(at + 1, at + 5).map(Number);
      if (inner.length === 0) at += values[0] === 5 ? 2 : values[0] === 2 ? 4 : 0;
      const hue = values[0] === 5 ? hueOfIndex(values[1] ?? 0) : hueOfRgb(values.slice(1).slice(-3));
      style = { ...style, [code === 38 ? "ink" : "ground"]: hue };
    } else if (code === 4 && inner[0] === 0) style = { ...style, isUnderlined: false };
    else style = { ...style, ...CHANGES[code], ...colourOf(code) };
  }
  return style;
}

function colourOf(code: number): Partial<Style> {
  const place = (first: number) =>
    code >= first && code < first + 8 ? HUES[code - first + (first < 90 ? 0 : 8)] : undefined;
  const [ink, ground] = [place(30) ?? place(90), place(40) ?? place(100)];
  return { ...(ink !== undefined && { ink }), ...(ground !== undefined && { ground }) };
}

/** Of xterm's 256: the sixteen, a cube of six steps, and 24 greys. */
function hueOfIndex(index: number): Hue {
  if (index < 16) return HUES[index] ?? "";
  if (index >= 232) return hueOfRgb(Array<number>(3).fill(8 + 10 * (index - 232)));
  const steps = [36, 6, 1].map((unit) => Math.floor((index - 16) / unit) % 6);
  return hueOfRgb(steps.map((step) => (step === 0 ? 0 : 55 + 40 * step)));
}

/** By the angle on the circle of hues, in degrees. */
const ANGLES: readonly { end: number; hue: Hue }[] = [
  ...[{ end: 20, hue: "k" } as const, { end: 70, hue: "n" } as const, { end: 165, hue: "s" } as const],
  ...[{ end: 200, hue: "t" } as const, { end: 255, hue: "f" } as const, { end: 340, hue: "p" } as const],
  { end: 360, hue: "k" },
];

function hueOfRgb([red = 0, green = 0, blue = 0]: readonly number[]): Hue {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  if (range < 0.2 * 255 && range < 0.4 * most) return most > 75 && most < 190 ? "c" : "";
  const sixth =
    most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  const angle = (60 * sixth + 360) % 360;
  return ANGLES.find(({ end }) => angle < end)?.hue ?? "";
}

/** A ground with a colour has the page's paper as its ink: the two are as far apart as they are the other way round. */
function looksOf({ ink, ground, isDim, isInverse, ...style }: Style): Omit<CodeRun, "text"> {
  const front = isInverse ? (ground ?? "") : ink;
  const back = isInverse ? (ink ?? "") : ground;
  const isFilled = back !== undefined && (back !== "" || isInverse);
  const hue = isFilled ? back : front || (isDim ? "c" : "");
  const classes = [
    hue,
    isFilled ? "v" : back === "" ? "w" : "",
    ...[style.isBold && "b", style.isItalic && "e", style.isUnderlined && "u", style.isStruck && "x"],
  ].filter(Boolean);
  const isExact = isFilled || back !== undefined || style.isUnderlined || style.isStruck || classes.length === 0;
  return { role: classes.join(" ") || undefined, isExact };
}
