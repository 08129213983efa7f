/** Dates and numbers as the page's language writes them. */
import type { Temporal } from "temporal-polyfill";

const WORDS_PER_MINUTE = 230;
const formats = new Map<string, Intl.DateTimeFormat>();

/** "November 22, 2026". */
export function longDate(moment: Temporal.ZonedDateTime, language: string): string {
  return format(moment, language, { dateStyle: "long" });
}

/** "Nov 22, 2026". */
export function shortDate(moment: Temporal.ZonedDateTime, language: string): string {
  return format(moment, language, { dateStyle: "medium" });
}

/** "1,234". */
export function wholeNumber(count: number, language: string): string {
  return count.toLocaleString(language);
}

/** Minutes that reading takes, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

function format(moment: Temporal.ZonedDateTime, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${moment.timeZoneId} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: moment.timeZoneId });
  formats.set(key, known);
  return known.format(moment.epochMilliseconds);
}
