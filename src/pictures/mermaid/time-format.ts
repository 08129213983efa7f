/** The formats of an axis: `strftime`, as d3-time-format has it, in the page's language. */

type Write = (date: Date, locale: string) => string;

const digits = (value: number, count: number) => String(value).padStart(count, "0");
const named =
  (options: Intl.DateTimeFormatOptions): Write =>
  (date, locale) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);

const WRITERS: Record<string, Write> = {
  Y: (date) => digits(date.getUTCFullYear(), 4),
  y: (date) => digits(date.getUTCFullYear() % 100, 2),
  m: (date) => digits(date.getUTCMonth() + 1, 2),
  b: named({ month: "short" }),
  B: named({ month: "long" }),
  d: (date) => digits(date.getUTCDate(), 2),
  e: (date) => String(date.getUTCDate()),
  j: (date) => digits(dayOfYear(date), 3),
  a: named({ weekday: "short" }),
  A: named({ weekday: "long" }),
  H: (date) => digits(date.getUTCHours(), 2),
  I: (date) => digits(date.getUTCHours() % 12 || 12, 2),
  M: (date) => digits(date.getUTCMinutes(), 2),
  S: (date) => digits(date.getUTCSeconds(), 2),
  L: (date) => digits(date.getUTCMilliseconds(), 3),
  p: (date) => (date.getUTCHours() < 12 ? "AM" : "PM"),
  U: (date) => digits(Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7), 2),
  "%": () => "%",
};

/** The first directive that can't be written; undefined for a format that can. */
export function unknownFormatIn(format: string): string | undefined {
  return [...format.matchAll(/%(.?)/gsu)].find(([, letter = ""]) => !WRITERS[letter])?.[0];
}

export function formatTime(time: number, format: string, locale: string): string {
  const date = new Date(time);
  return format.replace(/%(.)/gsu, (whole, letter) => WRITERS[letter]?.(date, locale) ?? whole);
}

/** From 1. */
function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}
