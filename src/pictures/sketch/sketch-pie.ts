/** Draws a pie chart: slices clockwise from the top, each labelled outside, so that no key of colours is needed. */
import type { Pie } from "../mermaid/model.ts";
import { circle } from "./shapes.ts";
import { linesHeight, type Mark, outline, polyline, round, type Sketch, TEXT_SIZE, wordsBeside } from "./sketch.ts";
import { spread } from "./spread.ts";
import type { Measure } from "./words.ts";

const RADIUS = 62;
/** From the circle to the bend of the line to its words, and from there to them. */
const OUT = 9;
const ACROSS = 12;
const WIDEST_NAME = 96;
/** Between the words of two slices. */
const GAP = 5;
const BORDER = 2;

interface Slice {
  lines: string[];
  /** A part of the whole, from 0 to 1, and the angle in the middle of it, from the top clockwise. */
  part: number;
  angle: number;
  height: number;
  /** The top of its words. */
  top: number;
}

export function sketchPie(pie: Pie, measure: Measure, locale: string): Sketch {
  const slices = slicesOf(pie, measure, locale);
  const sides = [slices.filter(({ angle }) => angle < Math.PI), slices.filter(({ angle }) => angle >= Math.PI)];
  const [right = [], left = []] = sides.map((side) => spread(side, GAP, -2 * RADIUS, 2 * RADIUS));
  const edge = RADIUS + OUT + ACROSS;
  const widest = (side: Slice[]) => Math.max(0, ...side.map(({ lines }) => measure.widest(lines, TEXT_SIZE)));
  const [before, behind] = [widest(left) + (left.length > 0 ? edge + 4 : RADIUS), widest(right) + edge + 4];
  const above = Math.min(-RADIUS, ...slices.map(({ top }) => top));
  const below = Math.max(RADIUS, ...slices.map(({ top, height }) => top + height));
  return {
    x: -before - BORDER,
    y: above - BORDER,
    width: before + behind + 2 * BORDER,
    height: below - above + 2 * BORDER,
    marks: [
      outline(circle({ x: -RADIUS, y: -RADIUS, width: 2 * RADIUS, height: 2 * RADIUS }), { fill: "wash" }),
      ...bordersOf(slices),
      ...right.flatMap((slice) => drawWords(slice, 1)),
      ...left.flatMap((slice) => drawWords(slice, -1)),
    ],
  };
}

/** The alternative text: each name with its share. */
export function pieSpoken({ slices, showsValues }: Pie, locale: string): string {
  const whole = slices.reduce((sum, { value }) => sum + value, 0);
  return slices
    .map(({ label, value }) => `${label.join(" ")}: ${amountOf(value, whole, showsValues, locale)}`)
    .join("; ");
}

function slicesOf({ slices, showsValues }: Pie, measure: Measure, locale: string): Slice[] {
  const whole = slices.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  return slices.map(({ label, value }) => {
    const part = value / whole;
    const angle = 2 * Math.PI * (before + part / 2);
    before += part;
    const amount = amountOf(value, whole, showsValues, locale);
    const lines = [...measure.wrapped(label, TEXT_SIZE, WIDEST_NAME), amount];
    // A name and its share are on one line if they fit.
    const [name = ""] = lines;
    const joined = `${name} ${amount}`;
    const isShort = lines.length === 2 && measure.width(joined, TEXT_SIZE) <= WIDEST_NAME;
    const shown = isShort ? [joined] : lines;
    const height = linesHeight(shown, TEXT_SIZE);
    return { lines: shown, part, angle, height, top: -Math.cos(angle) * (RADIUS + OUT) - height / 2 };
  });
}

function amountOf(value: number, whole: number, showsValue: boolean, locale: string): string {
  const part = value / whole;
  const format = (digits: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits, minimumFractionDigits: digits });
  const isTiny = part > 0 && part < 0.0005;
  const digits = part > 0 && part < 0.0095 ? 1 : 0;
  const percent = isTiny ? `< ${format(1).format(0.001)}` : format(digits).format(part);
  if (!showsValue) return percent;
  return `${new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 }).format(value)} (${percent})`;
}

/** Lines from the middle to where each slice begins; a single slice has none. */
function bordersOf(slices: Slice[]): Mark[] {
  const shown = slices.filter(({ part }) => part > 0);
  if (shown.length < 2) return [];
  const path = shown.map(({ angle, part }) => {
    const from = angle - Math.PI * part;
    return `M0 0L${round(RADIUS * Math.sin(from))} ${round(-RADIUS * Math.cos(from))}`;
  });
  return [outline(path.join(""))];
}

/** `side` is 1 at the right, -1 at the left. */
function drawWords({ angle, lines, top, height }: Slice, side: number): Mark[] {
  const at = (radius: number) => ({ x: radius * Math.sin(angle), y: -radius * Math.cos(angle) });
  const x = side * (RADIUS + OUT + ACROSS);
  const middle = top + height / 2;
  const bend = at(RADIUS + OUT);
  const line = [
    at(RADIUS - 8),
    bend,
    { x: Math.abs(bend.x) > Math.abs(x) - 4 ? bend.x : x - side * 4, y: middle },
    { x, y: middle },
  ];
  return [
    outline(polyline(line), { width: 0.7 }),
    ...wordsBeside({ x: x + side * 4, top }, side > 0 ? "left" : "right", lines, TEXT_SIZE),
  ];
}
