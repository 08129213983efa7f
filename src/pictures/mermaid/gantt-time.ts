/** Spans and days off of a Gantt chart, computed as Mermaid and Day.js do, without time zones. */
import type { DateFormat } from "./date-format.ts";

export const DAY = 86_400_000;
const MILLISECONDS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: DAY, w: 7 * DAY };
const MONTHS: Record<string, number> = { M: 1, y: 12 };
export const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
/** Mermaid gives up after so many. */
const MOST_DAYS_OFF = 10_000;

/** A time plus a span such as `3d`; undefined if it is no span, "part" if Day.js would round it to whole days. */
export function afterSpan(from: number, text: string): number | "part" | undefined {
  const [, number = "", unit = ""] = /^(\d{1,9}(?:\.\d{1,6})?)(ms|[Mdhmswy])$/.exec(text) ?? [];
  if (!unit) return undefined;
  const value = Number(number);
  const months = MONTHS[unit];
  if (!Number.isInteger(value) && /[Mdwy]/.test(unit)) return "part";
  if (months) return afterMonths(from, value * months);
  return Math.round(from + value * (MILLISECONDS[unit] ?? 0));
}

/** Adds months; the 31st becomes the last day of a shorter month. */
export function afterMonths(from: number, months: number): number {
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

export class DaysOff {
  readonly #format: DateFormat;
  readonly #off = new Set<string>();
  readonly #on = new Set<string>();
  /** The first day of a weekend. */
  weekendStart = "saturday";

  constructor(format: DateFormat) {
    this.#format = format;
  }

  get isEmpty(): boolean {
    return this.#off.size === 0;
  }

  /** Adds days of the week, `weekends` and dates. Returns the first word that is none of them. */
  add(kind: "excludes" | "includes", text: string): string | undefined {
    const words = text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    for (const word of words) {
      const date = DATE.test(word) ? dayOf(word) : this.#format.read(word);
      const isDay = word === "weekends" || DAYS.includes(word);
      if ((kind === "includes" || !isDay) && date === undefined) return word;
      (kind === "excludes" ? this.#off : this.#on).add(date === undefined ? word : keyOf(date));
    }
    return undefined;
  }

  /** True for the day that a time is on. */
  has(time: number): boolean {
    const day = new Date(time).getUTCDay();
    if (this.#on.has(keyOf(time))) return false;
    const weekend = DAYS.indexOf(this.weekendStart);
    const isWeekend = day === weekend || day === (weekend + 1) % 7;
    return (isWeekend && this.#off.has("weekends")) || this.#off.has(DAYS[day] ?? "") || this.#off.has(keyOf(time));
  }

  /**
   * A span that goes on for each day off in it: where the next task may begin, and where its own bar ends. Undefined where
   * too many days are off for it to end.
   */
  stretched(from: number, to: number): { to: number; shownTo: number } | undefined {
    const latest = to + MOST_DAYS_OFF * DAY;
    let end = to;
    let shownTo = to;
    let isOff = false;
    for (let day = from + DAY; day <= end; day += DAY) {
      if (!isOff) shownTo = end;
      isOff = this.has(day);
      if (isOff) end += DAY;
      if (end > latest) return undefined;
    }
    return { to: end, shownTo };
  }

  /** Those between two times, neighbours as one. */
  between(from: number, to: number): { from: number; to: number }[] {
    const days: { from: number; to: number }[] = [];
    if (this.isEmpty || to - from > MOST_DAYS_OFF * DAY) return days;
    for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
      if (!this.has(day)) continue;
      const last = days.at(-1);
      if (last?.to === day) last.to += DAY;
      else days.push({ from: day, to: day + DAY });
    }
    return days.map((off) => ({ from: Math.max(from, off.from), to: Math.min(to, off.to) }));
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(text: string): number | undefined {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time;
}

function keyOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
