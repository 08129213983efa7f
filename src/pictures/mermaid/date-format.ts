/** Parses dates strictly by a Day.js format (https://day.js.org/docs/en/parse/string-format), without time zones. */
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";

interface Token {
  pattern: string;
  unit?: "year" | "month" | "day" | "hour" | "minute" | "second" | "millisecond";
  /** Adds the century of a year with two digits, as Day.js does. */
  add?: (value: number) => number;
}

const TOKENS: Record<string, Token> = {
  YYYY: { pattern: "\\d{4}", unit: "year" },
  YY: { pattern: "\\d{2}", unit: "year", add: (year) => year + (year > 68 ? 1900 : 2000) },
  MM: { pattern: "\\d{2}", unit: "month" },
  M: { pattern: "\\d{1,2}", unit: "month" },
  DD: { pattern: "\\d{2}", unit: "day" },
  D: { pattern: "\\d{1,2}", unit: "day" },
  HH: { pattern: "\\d{2}", unit: "hour" },
  H: { pattern: "\\d{1,2}", unit: "hour" },
  mm: { pattern: "\\d{2}", unit: "minute" },
  m: { pattern: "\\d{1,2}", unit: "minute" },
  ss: { pattern: "\\d{2}", unit: "second" },
  s: { pattern: "\\d{1,2}", unit: "second" },
  SSS: { pattern: "\\d{3}", unit: "millisecond" },
};
/** Text in brackets is literal; any other letter would be an unknown token. */
const PARTS = /\[([^\]]*)\]|(YYYY|YY|MM?|DD?|HH?|mm?|ss?|SSS)|([A-Za-z]+)|([^A-Za-z[]+|\[)/g;
const UNIX: Record<string, number> = { X: 1000, x: 1 };

export interface DateFormat {
  text: string;
  /** Milliseconds since 1970; undefined for text of another format, and for an invalid date or time. */
  read: (text: string) => number | undefined;
  /** True for a format without a date: times are on the first day of 1970. */
  isTimeOfDay: boolean;
}

/** Undefined for a format with unknown tokens, or with a day but no year. */
export function dateFormat(text: string): DateFormat | undefined {
  const unix = UNIX[text];
  if (unix) return { text, isTimeOfDay: false, read: (date) => readUnix(date, unix) };
  const units: Token[] = [];
  let pattern = "";
  for (const [, literal, token, unknown, rest] of text.matchAll(PARTS)) {
    const known = token === undefined ? undefined : TOKENS[token];
    if (unknown !== undefined && unknown !== "T" && unknown !== "Z") return undefined;
    if (known) units.push(known);
    pattern += known ? `(${known.pattern})` : escapeRegExp(literal ?? unknown ?? rest ?? "");
  }
  const has = (unit: Token["unit"]) => units.some((token) => token.unit === unit);
  const isTimeOfDay = !has("year") && !has("month") && !has("day");
  if (units.length === 0 || (!isTimeOfDay && !has("year")) || (has("day") && !has("month"))) return undefined;
  const whole = new RegExp(`^${pattern}$`);
  return { text, isTimeOfDay, read: (date) => readDate(date, whole, units) };
}

function readUnix(date: string, factor: number): number | undefined {
  const time = /^\d{1,14}$/.test(date) ? Number(date) * factor : Number.NaN;
  return time < LATEST ? time : undefined;
}

/** The end of the year 9999. */
const LATEST = 253_402_300_800_000;

function readDate(date: string, whole: RegExp, units: Token[]): number | undefined {
  const found = whole.exec(date);
  if (!found) return undefined;
  const values = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  units.forEach(({ unit, add }, index) => {
    const value = Number(found[index + 1]);
    if (unit) values[unit] = add ? add(value) : value;
  });
  const { year, month, day, hour, minute, second, millisecond } = values;
  const time = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, millisecond));
  time.setUTCFullYear(year, month - 1, day);
  // An invalid day or hour would run over into the next.
  const isThere =
    time.getUTCFullYear() === year &&
    time.getUTCMonth() === month - 1 &&
    time.getUTCDate() === day &&
    [hour < 24, minute < 60, second < 60].every(Boolean);
  return isThere ? time.getTime() : undefined;
}
