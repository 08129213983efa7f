/** Dates and numbers as the page's language writes them. */
import type { Temporal } from "temporal-polyfill";
import { localeOf } from "../content/words/words.ts";
import type { View } from "./view.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

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
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { dateStyle, timeZone });
  formats.set(key, format);
  return format.format(moment.epochMilliseconds);
}
