/** The two axes of a chart: from numbers, times and categories to places on the sheet, with their marks. */
import type { Measured, Plot, Position } from "../plot/plot.ts";
import { isYear, timeIn } from "../plot/plot-values.ts";
import { logTicks, niceDomain, niceLogDomain, numberStep, numberTicks, numberWriter } from "./number-ticks.ts";
import { stepFor, timeLabel, timeTicks } from "./time-ticks.ts";

interface Tick {
  value: number;
  lines: string[];
}

export interface Axis {
  domain: [number, number];
  ticks: Tick[];
  /** From 0 at the beginning of the axis to 1 at its end. */
  part: (value: number) => number;
}

const MOST_VALUE_TICKS = 5;

/** The range of an axis; a single number gets some room around it. */
function domainOf(values: number[], { domain, zero }: Pick<Measured, "domain" | "zero">): [number, number] {
  const all = [...values, ...(domain ?? []), ...(zero ? [0] : [])];
  const [from, to] = [Math.min(...all), Math.max(...all)];
  if (from < to) return [from, to];
  if (from === 0) return [0, 1];
  const room = Math.abs(from) / 2;
  return [from - room, to + room];
}

/** `isExact` for an axis without ticks, which need not end at one. */
export function measuredAxis(values: number[], measured: Measured, isExact: boolean, locale: string): Axis {
  const { type, domain: asked, unit } = measured;
  const isTurned = asked !== undefined && asked[0] > asked[1];
  if (type === "log") {
    const [from, to] = niceLogDomain(...domainOfLog(values, asked));
    return axisOf([from, to], logTicks(from, to, MOST_VALUE_TICKS), unit, locale, { isTurned, isLog: true });
  }
  const [least, most] = domainOf(values, measured);
  if (isExact) return axisOf([least, most], [least, most], unit, locale, { isTurned });
  // If 0 is near, the axis begins there.
  const isNear = least > 0 && least < most - least;
  const [from, to] = niceDomain(isNear && !asked ? 0 : least, most, MOST_VALUE_TICKS);
  return axisOf([from, to], numberTicks(from, to, numberStep(from, to, MOST_VALUE_TICKS)), unit, locale, { isTurned });
}

function domainOfLog(values: number[], asked: [number, number] | undefined): [number, number] {
  const all = [...values, ...(asked ?? [])].filter((value) => value > 0);
  return [Math.min(...all), Math.max(...all)];
}

function axisOf(
  domain: [number, number],
  values: number[],
  unit: string | undefined,
  locale: string,
  { isTurned = false, isLog = false }: { isTurned?: boolean; isLog?: boolean } = {},
): Axis {
  const write = numberWriter(values, unit, locale);
  const [from, to] = isLog ? [Math.log10(domain[0]), Math.log10(domain[1])] : domain;
  return {
    domain,
    ticks: values.map((value) => ({ value, lines: [write(value)] })),
    part: (value) => {
      const part = ((isLog ? Math.log10(value) : value) - from) / (to - from);
      return isTurned ? 1 - part : part;
    },
  };
}

/** `most` is how many ticks have room; categories always have one each. */
export function positionAxis(
  { position, series }: Pick<Plot, "position" | "series">,
  most: number,
  locale: string,
): Axis {
  const { type, domain: asked, unit, categories } = position;
  if (type === "band") {
    const lines = categoryLabels(categories, locale);
    return {
      domain: [0, categories.length],
      ticks: categories.map((_, value) => ({ value, lines: lines[value] ?? [] })),
      part: (value) => (value + 0.5) / categories.length,
    };
  }
  const values = series.flatMap(({ points }) => points.map(({ at }) => at));
  const isTurned = asked !== undefined && asked[0] > asked[1];
  if (type === "log") {
    const [from, to] = niceLogDomain(...domainOfLog(values, asked));
    return axisOf([from, to], logTicks(from, to, most), unit, locale, { isTurned, isLog: true });
  }
  if (type === "utc") return timeAxis(values, most, locale);
  const [from, to] = domainOf(values, position);
  return axisOf([from, to], numberTicks(from, to, numberStep(from, to, most)), unit, locale, { isTurned });
}

function timeAxis(values: number[], most: number, locale: string): Axis {
  const [from, to] = domainOf(values, { domain: undefined, zero: false });
  const step = stepFor(from, to, most);
  const ticks = timeTicks(from, to, step);
  return {
    domain: [from, to],
    ticks: ticks.map((value, index) => ({ value, lines: timeLabel(value, ticks[index - 1], step, locale) })),
    part: (value) => (value - from) / (to - from),
  };
}

/** Labels of categories. If all are months or days, they are written as on an axis of time. */
export function categoryLabels(categories: string[], locale: string): string[][] {
  const times = categories.map(timeIn);
  const isTimes = times.every((time) => time !== undefined) && !categories.every(isYear);
  const length = categories[0]?.length ?? 0;
  if (!isTimes || (length !== 7 && length !== 10) || categories.some((each) => each.length !== length)) {
    return categories.map((category) => [category]);
  }
  const step = { count: 1, unit: length === 7 ? ("month" as const) : ("day" as const) };
  return times.map((time = 0, index) => timeLabel(time, times[index - 1], step, locale));
}

/** A place on the axis in words, for those who hear the chart. */
export function placeInWords(at: number, { type, categories }: Position, locale: string): string {
  if (type === "band") return categories[at] ?? "";
  if (type !== "utc")
    return new Intl.NumberFormat(locale, { useGrouping: "min2", maximumFractionDigits: 8 }).format(at);
  const date: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const isDay = at % 86_400_000 === 0;
  return new Intl.DateTimeFormat(locale, { ...date, ...(!isDay && time), timeZone: "UTC" }).format(at);
}
