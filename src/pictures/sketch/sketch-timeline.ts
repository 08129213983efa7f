/** Draws a timeline: periods along a line, with their events beside it, or below it if it runs to the right. */
import type { Label, Timeline, TimelinePeriod } from "../mermaid/model.ts";
import { circle } from "./shapes.ts";
import {
  linesHeight,
  type Mark,
  outline,
  polyline,
  type Sketch,
  SMALL_SIZE,
  TEXT_SIZE,
  wordsAround,
  wordsBeside,
} from "./sketch.ts";
import type { Measure } from "./words.ts";

const WIDEST_PERIOD = 90;
const WIDEST_EVENT = 210;
const WIDEST_COLUMN = 108;
/** From the line to words. */
const BESIDE = 14;
const DOT = 4;
const EVENT_GAP = 6;
const PERIOD_GAP = 14;
const SECTION_GAP = 10;
const BORDER = 2;

interface Placed {
  period: TimelinePeriod;
  name: string[];
  events: string[][];
}

export function sketchTimeline({ periods, direction }: Timeline, measure: Measure): Sketch {
  const isDown = direction === "down";
  const [nameWidth, eventWidth] = isDown ? [WIDEST_PERIOD, WIDEST_EVENT] : [WIDEST_COLUMN, WIDEST_COLUMN];
  const placed = periods.map((period) => ({
    period,
    name: measure.wrapped(period.label, TEXT_SIZE, nameWidth),
    events: period.events.map((event) => measure.wrapped(event, TEXT_SIZE, eventWidth)),
  }));
  return isDown ? drawDown(placed, measure) : drawRight(placed, measure);
}

/** The alternative text: each period with its events. */
export function timelineSpoken({ periods }: Timeline): string {
  return periods.map(({ label, events }) => [label, ...events].map((words) => words.join(" ")).join(": ")).join("; ");
}

/** Periods of a section that follow one another, with the section's name. */
function sectionsOf(placed: Placed[]): { name: Label; periods: Placed[] }[] {
  const sections: { name: Label; periods: Placed[] }[] = [];
  for (const each of placed) {
    const last = sections.at(-1);
    if (last && last.name === each.period.section) last.periods.push(each);
    else sections.push({ name: each.period.section, periods: [each] });
  }
  return sections;
}

function drawDown(placed: Placed[], measure: Measure): Sketch {
  const names = placed.map(({ name }) => measure.widest(name, TEXT_SIZE, true));
  const events = placed.map((each) => Math.max(0, ...each.events.map((lines) => measure.widest(lines, TEXT_SIZE))));
  const left = Math.max(...names);
  const x = left + BESIDE;
  const words: Mark[] = [];
  const lines: Mark[] = [];
  let y = 0;
  let right = x + BESIDE + Math.max(...events);
  for (const { name, periods } of sectionsOf(placed)) {
    if (name.length > 0) {
      y += y > 0 ? SECTION_GAP : 0;
      const shown = measure.wrapped(name, TEXT_SIZE, WIDEST_EVENT);
      words.push(...wordsBeside({ x: x + BESIDE, top: y }, "left", shown, TEXT_SIZE, true));
      right = Math.max(right, x + BESIDE + measure.widest(shown, TEXT_SIZE, true));
      y += linesHeight(shown, TEXT_SIZE) + EVENT_GAP;
    }
    const top = y;
    const dots: Mark[] = [];
    for (const period of periods) {
      words.push(...wordsBeside({ x: left, top: y }, "right", period.name, TEXT_SIZE, true));
      const middle = y + linesHeight([""], TEXT_SIZE) / 2;
      dots.push(outline(circle({ x: x - DOT, y: middle - DOT, width: 2 * DOT, height: 2 * DOT }), { fill: "paper" }));
      let bottom = y;
      for (const event of period.events) {
        words.push(...wordsBeside({ x: x + BESIDE, top: bottom }, "left", event, TEXT_SIZE));
        bottom += linesHeight(event, TEXT_SIZE) + EVENT_GAP;
      }
      y = Math.max(bottom - EVENT_GAP, y + linesHeight(period.name, TEXT_SIZE)) + PERIOD_GAP;
    }
    const line = [top, y - PERIOD_GAP].map((each) => ({ x, y: each }));
    lines.push(outline(polyline(line)), ...dots);
  }
  return sheet({ x: 0, y: 0, width: right, height: y - PERIOD_GAP }, [...lines, ...words]);
}

function drawRight(placed: Placed[], measure: Measure): Sketch {
  const columns = placed.map(({ name, events }) => {
    const words = [measure.widest(name, TEXT_SIZE, true), ...events.map((lines) => measure.widest(lines, TEXT_SIZE))];
    return Math.max(50, ...words) + BESIDE;
  });
  const sections = sectionsOf(placed);
  // A section's longest word may be wider than its columns.
  for (const { name, periods } of sections) {
    const own = periods.reduce((sum, period) => sum + (columns[placed.indexOf(period)] ?? 0), 0);
    const words = name.flatMap((line) => line.split(" "));
    const missing = Math.max(0, measure.widest(words, SMALL_SIZE, true) + BESIDE - own) / periods.length;
    for (const period of periods) columns[placed.indexOf(period)] = (columns[placed.indexOf(period)] ?? 0) + missing;
  }
  const widthOf = ({ periods }: { periods: Placed[] }) =>
    periods.reduce((sum, period) => sum + (columns[placed.indexOf(period)] ?? 0), 0);
  const headings = sections.map((section) => measure.wrapped(section.name, SMALL_SIZE, widthOf(section) - BESIDE));
  const top = Math.max(...headings.map((lines) => linesHeight(lines, SMALL_SIZE)));
  const base = (top > 0 ? top + SECTION_GAP : 0) + Math.max(...placed.map(({ name }) => linesHeight(name, TEXT_SIZE)));
  const line = base + 4 + DOT;
  const marks: Mark[] = [];
  const dots: Mark[] = [];
  const words: Mark[] = [];
  let x = 0;
  let bottom = line + DOT;
  let right = 0;
  for (const [index, section] of sections.entries()) {
    const width = widthOf(section);
    const heading = headings[index] ?? [];
    words.push(...wordsAround({ x: x + width / 2, y: top / 2 }, heading, SMALL_SIZE, true));
    // A section that is wider than its words is held together by a rule below them.
    if (heading.length > 0) {
      const ends = [x + BESIDE / 2, x + width - BESIDE / 2].map((each) => ({ x: each, y: top + 3 }));
      marks.push(outline(polyline(ends), { width: 0.7 }));
    }
    for (const period of section.periods) {
      const column = columns[placed.indexOf(period)] ?? 0;
      const middle = x + column / 2;
      words.push(
        ...wordsAround({ x: middle, y: base - linesHeight(period.name, TEXT_SIZE) / 2 }, period.name, TEXT_SIZE, true),
      );
      dots.push(
        outline(circle({ x: middle - DOT, y: line - DOT, width: 2 * DOT, height: 2 * DOT }), { fill: "paper" }),
      );
      let y = line + DOT + 6;
      for (const event of period.events) {
        const height = linesHeight(event, TEXT_SIZE);
        words.push(...wordsAround({ x: middle, y: y + height / 2 }, event, TEXT_SIZE));
        y += height + EVENT_GAP;
      }
      bottom = Math.max(bottom, y - EVENT_GAP);
      x += column;
    }
    right = x;
  }
  const ends = [0, right].map((each) => ({ x: each, y: line }));
  const all = [...marks, outline(polyline(ends)), ...dots, ...words];
  return sheet({ x: 0, y: 0, width: right, height: bottom }, all);
}

function sheet(box: { x: number; y: number; width: number; height: number }, marks: Mark[]): Sketch {
  return {
    x: box.x - BORDER,
    y: box.y - BORDER,
    width: box.width + 2 * BORDER,
    height: box.height + 2 * BORDER,
    marks,
  };
}
