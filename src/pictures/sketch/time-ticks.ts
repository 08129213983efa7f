/** The ticks of an axis of time, and their labels. Times are milliseconds since 1970, in UTC. */
import { afterMonths, DAY } from "../mermaid/gantt-time.ts";
import type { TickUnit } from "../mermaid/model.ts";

export interface TickStep {
  count: number;
  unit: TickUnit;
}

const LENGTHS: Record<TickUnit, number> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
  month: 30.44 * DAY,
};
const step = (unit: TickUnit, ...counts: number[]): TickStep[] => counts.map((count) => ({ count, unit }));
/** From short to long; years are months. */
const STEPS = [
  ...step("millisecond", 1, 2, 5, 10, 20, 50, 100, 200, 500),
  ...step("second", 1, 2, 5, 10, 15, 30),
  ...step("minute", 1, 2, 5, 10, 15, 30),
  ...step("hour", 1, 2, 3, 6, 12),
  ...step("day", 1, 2),
  ...step("week", 1, 2),
  ...step("month", 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000),
];

/** The shortest step of which no more than `most` fit. */
export function stepFor(from: number, to: number, most: number): TickStep {
  const fitting = STEPS.find(({ count, unit }) => (to - from) / (count * LENGTHS[unit]) <= most);
  return fitting ?? { count: 12000, unit: "month" };
}

export function countOf(from: number, to: number, { count, unit }: TickStep): number {
  return (to - from) / (count * LENGTHS[unit]);
}

/** The ticks from `from` up to `to`. `weekStart` is the day on which weeks begin, 0 for Sunday. */
export function timeTicks(from: number, to: number, { count, unit }: TickStep, weekStart = 1): number[] {
  const ticks: number[] = [];
  let tick = firstTick(from, { count, unit }, weekStart);
  while (tick <= to && ticks.length < 1000) {
    ticks.push(tick);
    tick = unit === "month" ? afterMonths(tick, count) : tick + count * LENGTHS[unit];
  }
  return ticks;
}

function firstTick(from: number, { count, unit }: TickStep, weekStart: number): number {
  if (unit === "month") {
    const date = new Date(from);
    const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
    const start = monthStart(Math.floor(months / count) * count);
    return start < from ? monthStart((Math.floor(months / count) + 1) * count) : start;
  }
  const length = unit === "day" || unit === "week" ? DAY : count * LENGTHS[unit];
  const first = Math.ceil(from / length) * length;
  if (unit !== "week") return first;
  return first + ((weekStart - new Date(first).getUTCDay() + 7) % 7) * DAY;
}

function monthStart(months: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(months / 12), months % 12, 1);
  return date.getTime();
}

/**
 * One line or two: the second has the larger unit, such as the year of a month, if it differs from that of the tick before.
 */
export function timeLabel(
  time: number,
  before: number | undefined,
  { count, unit }: TickStep,
  locale: string,
): string[] {
  const written = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(at);
  if (unit === "month" && count % 12 === 0) return [written(time, { year: "numeric" })];
  const [own, whole] = unit === "month" ? MONTHS : unit === "day" || unit === "week" ? DAYS : CLOCK[unit];
  const around = written(time, whole);
  return before !== undefined && written(before, whole) === around
    ? [written(time, own)]
    : [written(time, own), around];
}

type Options = Intl.DateTimeFormatOptions;
const MONTHS: [Options, Options] = [{ month: "short" }, { year: "numeric" }];
const DAYS: [Options, Options] = [{ day: "numeric", month: "short" }, { year: "numeric" }];
const DATE: Options = { day: "numeric", month: "short" };
const MINUTES: Options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const CLOCK: Record<"hour" | "minute" | "second" | "millisecond", [Options, Options]> = {
  hour: [MINUTES, DATE],
  minute: [MINUTES, DATE],
  second: [{ ...MINUTES, second: "2-digit" }, DATE],
  millisecond: [{ minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 }, DATE],
};
