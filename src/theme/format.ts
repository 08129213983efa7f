/** Dates and numbers as the page's language writes them. */
import type { Temporal } from "temporal-polyfill";
import { dayOf } from "../content/date.ts";
import { localeOf } from "../content/words/words.ts";
import type { View } from "./view.ts";

/** Writes the days of a language, each once: a date stands on many pages. */
type WriteDay = (moment: Temporal.ZonedDateTime) => string;

const writers = new Map<string, WriteDay>();

/** What dates and numbers of a page are written in: its language, with the calendar and the digits that the site has in it. */
export function localeFor({ content, language }: Pick<View, "content" | "language">): string {
  return localeOf(content.site, language);
}

/** "November 22, 2026". */
export function longDate(moment: Temporal.ZonedDateTime, language: string): string {
  return format(moment, language, "long");
}

/** "Nov 22, 2026". */
export function shortDate(moment: Temporal.ZonedDateTime, language: string): string {
  return format(moment, language, "medium");
}

/** "1,234". */
export function wholeNumber(count: number, language: string): string {
  return count.toLocaleString(language);
}

function format(moment: Temporal.ZonedDateTime, language: string, dateStyle: "long" | "medium"): string {
  const { timeZoneId: timeZone } = moment;
  const key = `${language} ${timeZone} ${dateStyle}`;
  const write = writers.get(key) ?? dayWriter(new Intl.DateTimeFormat(language, { dateStyle, timeZone }));
  writers.set(key, write);
  return write(moment);
}

function dayWriter(format: Intl.DateTimeFormat): WriteDay {
  const written = new Map<string, string>();
  return (moment) => {
    const day = dayOf(moment);
    const text = written.get(day) ?? format.format(moment.epochMilliseconds);
    written.set(day, text);
    return text;
  };
}
