/** Draws a Gantt chart: a row for each task, its name at the left and its bar in the time beside it. */
import type { Gantt, GanttTask } from "../mermaid/model.ts";
import { formatTime } from "../mermaid/time-format.ts";
import { circle } from "./shapes.ts";
import {
  linesHeight,
  type Mark,
  type Outline,
  outline,
  polygon,
  polyline,
  rectangle,
  type Sketch,
  SMALL_SIZE,
  TEXT_SIZE,
  wordsAround,
  wordsBeside,
} from "./sketch.ts";
import { countOf, stepFor, timeLabel, timeTicks } from "./time-ticks.ts";
import type { Measure } from "./words.ts";

/** With its chart, as wide as a phone. */
const WIDEST_NAME = 104;
const CHART = 184;
const GAP = 10;
const BAR = 14;
const ROW_PAD = 4;
const SECTION_GAP = 6;
const MILESTONE = 7;
const BORDER = 2;
/** Marks of the axis that have room. */
const MOST_TICKS = 5;
const MOST_LINES = 120;

interface Row {
  task: GanttTask;
  lines: string[];
  top: number;
  height: number;
}

export function sketchGantt(gantt: Gantt, measure: Measure, locale: string): Sketch {
  const { tasks, daysOff } = gantt;
  const { rows, headings, bottom } = rowsOf(tasks, measure);
  const names = rows.map(({ lines }) => measure.widest(lines, TEXT_SIZE));
  const left = Math.max(...names, ...headings.map(({ lines }) => measure.widest(lines, TEXT_SIZE, true))) + GAP;
  const from = Math.min(...tasks.map((task) => task.from));
  const end = Math.max(...tasks.map((task) => task.to));
  // A chart of a single moment still needs a width on the axis.
  const to = end > from ? end : from + 1;
  const place = (time: number) => left + ((time - from) / (to - from)) * CHART;
  const axis = drawAxis(gantt, { from, to, place, bottom, measure, locale });
  const off = daysOff.map((day) => {
    const box = { x: place(day.from), y: 0, width: place(day.to) - place(day.from), height: bottom };
    return outline(rectangle(box), { fill: "wash", stroke: "none" });
  });
  return {
    x: -BORDER,
    y: axis.top - BORDER,
    width: Math.max(left + CHART + MILESTONE, axis.right) + 2 * BORDER,
    height: axis.bottom - axis.top + 2 * BORDER,
    marks: [
      ...off,
      ...axis.marks,
      ...headings.flatMap(({ lines, top }) => wordsBeside({ x: 0, top }, "left", lines, TEXT_SIZE, true)),
      ...rows.flatMap((row) => drawRow(row, place, bottom)),
    ],
  };
}

/** The alternative text: each task with its time. */
export function ganttSpoken({ tasks, axis }: Gantt, locale: string): string {
  const isWhole = tasks.every(({ from, shownTo }) => [from, shownTo].every((time) => time % 86_400_000 === 0));
  const date: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const options = axis.isTimeOfDay ? time : isWhole ? date : { ...date, ...time };
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return tasks.map(({ label, from, shownTo }) => `${label.join(" ")}: ${format.formatRange(from, shownTo)}`).join("; ");
}

function rowsOf(
  tasks: GanttTask[],
  measure: Measure,
): { rows: Row[]; headings: { lines: string[]; top: number }[]; bottom: number } {
  const headings: { lines: string[]; top: number }[] = [];
  let section: string[] = [];
  let y = 0;
  const rows = tasks.map((task) => {
    if (task.section !== section && task.section.length > 0) {
      y += y > 0 ? SECTION_GAP : 0;
      const lines = measure.wrapped(task.section, TEXT_SIZE, WIDEST_NAME + CHART);
      headings.push({ lines, top: y });
      y += linesHeight(lines, TEXT_SIZE) + 2;
    }
    section = task.section;
    const lines = measure.wrapped(task.label, TEXT_SIZE, WIDEST_NAME);
    const height = Math.max(BAR, linesHeight(lines, TEXT_SIZE)) + ROW_PAD;
    const row = { task, lines, top: y, height };
    y += height;
    return row;
  });
  return { rows, headings, bottom: y };
}

function drawRow({ task, lines, top, height }: Row, place: (time: number) => number, bottom: number): Mark[] {
  const words = wordsBeside({ x: 0, top: top + ROW_PAD / 2 }, "left", lines, TEXT_SIZE);
  const middle = top + height / 2;
  const [from, to] = [place(task.from), place(task.shownTo)];
  if (task.mark === "line") {
    const line = [0, bottom].map((y) => ({ x: from, y }));
    const dot = circle({ x: from - 3, y: middle - 3, width: 6, height: 6 });
    return [
      ...words,
      outline(polyline(line), { width: 1.4, dash: "4 3", ...colourOf(task) }),
      outline(dot, lookOf(task)),
    ];
  }
  if (task.mark === "milestone") {
    const x = (from + to) / 2;
    const corners = [
      { x, y: middle - MILESTONE },
      { x: x + MILESTONE, y: middle },
      { x, y: middle + MILESTONE },
      { x: x - MILESTONE, y: middle },
    ];
    return [...words, outline(polygon(corners), lookOf(task))];
  }
  const box = { x: from, y: middle - BAR / 2, width: Math.max(1.5, to - from), height: BAR };
  return [...words, outline(rectangle(box), lookOf(task))];
}

/** Finished tasks are filled, active ones have a heavy edge, and critical ones the accent's colour. */
function lookOf(task: GanttTask): Partial<Outline> {
  const { stroke } = colourOf(task);
  return { stroke, fill: task.isDone ? stroke : "paper", width: task.isActive ? 2.5 : 1 };
}

function colourOf({ isCritical }: GanttTask): { stroke: "accent" | "quiet" } {
  return { stroke: isCritical ? "accent" : "quiet" };
}

interface AxisRoom {
  from: number;
  to: number;
  place: (time: number) => number;
  bottom: number;
  measure: Measure;
  locale: string;
}

function drawAxis(
  { axis }: Gantt,
  { from, to, place, bottom, measure, locale }: AxisRoom,
): { marks: Mark[]; top: number; bottom: number; right: number } {
  const asked = axis.every && countOf(from, to, axis.every) <= MOST_LINES ? axis.every : undefined;
  const step = asked ?? stepFor(from, to, MOST_TICKS);
  const ticks = timeTicks(from, to, step, axis.weekStart);
  const labels: { x: number; lines: string[]; width: number }[] = [];
  let before: number | undefined;
  for (const time of ticks) {
    const usual = timeLabel(time, axis.isTimeOfDay ? 0 : before, step, locale);
    const lines = axis.format ? [formatTime(time, axis.format, locale)] : usual;
    const width = measure.widest(lines, SMALL_SIZE);
    const last = labels.at(-1);
    // Labels that would touch the one before are left out.
    if (last && place(time) - width / 2 < last.x + last.width / 2 + 6) continue;
    labels.push({ x: place(time), lines, width });
    before = time;
  }
  const height = Math.max(0, ...labels.map(({ lines }) => linesHeight(lines, SMALL_SIZE))) + 4;
  const lines = ticks.map((time) => [0, bottom].map((y) => ({ x: place(time), y })));
  const base = axis.isAtTop ? 0 : bottom;
  const ends = [place(from), place(to)].map((x) => ({ x, y: base }));
  return {
    top: axis.isAtTop ? -height : 0,
    bottom: axis.isAtTop ? bottom : bottom + height,
    right: Math.max(...labels.map(({ x, width }) => x + width / 2), 0),
    marks: [
      ...lines.map((line) => outline(polyline(line), { stroke: "rule" })),
      outline(polyline(ends), { width: 0.7 }),
      ...labels.flatMap((label) => {
        const top = axis.isAtTop ? -height : bottom + 4;
        return wordsAround({ x: label.x, y: top + linesHeight(label.lines, SMALL_SIZE) / 2 }, label.lines, SMALL_SIZE);
      }),
    ],
  };
}
