/** Dates as front matter writes them, read in the site's time zone whatever the machine's is. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/;
const HAS_OFFSET = /(Z|T.*[+-]\d{2}:\d{2}|\s.*[+-]\d{2}:\d{2})$/;

/** A year has four digits everywhere, whatever the zone in which it is written. */
const FIRST_YEAR = 1;
const LAST_YEAR = 9998;

/** A day (`2026-11-22`, its midnight), a local time (`2026-11-22T09:30`), or one with an offset (RFC 3339). */
export const DateText = z
  .string({ error: ({ input }) => (input === undefined ? "is required" : "must be a date such as 2026-11-22") })
  .refine(isDate, { error: ({ input }) => `"${input}" is not a date of the calendar such as 2026-11-22` });

/** The moment that a valid date text means; a text without an offset is in the site's time zone. */
export function momentOf(text: string, timeZone: string): Temporal.ZonedDateTime {
  if (HAS_OFFSET.test(text)) return Temporal.Instant.from(text).toZonedDateTimeISO(timeZone);
  return Temporal.PlainDateTime.from(text, { overflow: "reject" }).toZonedDateTime(timeZone);
}

/** RFC 3339 with the offset that the moment's own zone has then: `2026-11-22T09:30:00+01:00`, or `…Z` where it has none. */
export function timestampOf(moment: Temporal.ZonedDateTime): string {
  const text = moment.toString({ timeZoneName: "never", calendarName: "never" });
  return text.replace(/\+00:00$/, "Z");
}

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  try {
    const { year } = momentOf(text, "UTC");
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  } catch {
    return false;
  }
}
