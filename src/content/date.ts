/** Dates as front matter writes them, read in the site's time zone whatever the machine's is. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { dateMeant } from "./date-meant.ts";
import { refusing } from "./refusal.ts";

/**
 * RFC 3339, and what Jekyll (`2026-11-22 09:30:00 +0100`), Hugo, JavaScript (`…T09:30:00.000Z`) and `date` (` UTC`) make of it. Every
 * part has all its digits.
 */
const DATE =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[Tt ](?<time>\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?)(?: ?(?<offset>[Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/;

/** A year has four digits everywhere, whatever the zone in which it is written. */
const FIRST_YEAR = 1;
const LAST_YEAR = 9998;

/** A day (`2026-11-22`, its midnight), a local time (`2026-11-22T09:30`), or one with an offset (`2026-11-22 09:30:00 +0100`). */
export const DateText = z
  .string({ error: ({ input }) => (input === undefined ? "is required" : "must be a date such as 2026-11-22") })
  .check(
    refusing((text) => {
      if (isDate(text)) return undefined;
      const meant = dateMeant(text, isDate);
      return { message: `"${text}" is not a date of the calendar such as 2026-11-22`, hint: meant && `write ${meant}` };
    }),
  );

/** The moment that a valid date text means; a text without an offset is in the site's time zone. Throws for any other text. */
export function momentOf(text: string, timeZone: string): Temporal.ZonedDateTime {
  const { day, time, offset } = DATE.exec(text)?.groups ?? {};
  const local = `${day}${time ? `T${time}` : ""}`;
  if (!offset) return Temporal.PlainDateTime.from(local, { overflow: "reject" }).toZonedDateTime(timeZone);
  return Temporal.Instant.from(local + (/^[+-]/.test(offset) ? offset : "Z")).toZonedDateTimeISO(timeZone);
}

/** `2026-11-22` where the moment's own zone is. */
export const dayOf = onceForMoment((moment) => moment.toPlainDate().toString());

/** RFC 3339 with the offset that the moment's own zone has then: `2026-11-22T09:30:00+01:00`, or `…Z` where it has none. */
export const timestampOf = onceForMoment((moment) => {
  const text = moment.toString({ timeZoneName: "never", calendarName: "never" });
  return text.replace(/\+00:00$/, "Z");
});

/** A date stands on many pages, and is never another. */
function onceForMoment(write: (moment: Temporal.ZonedDateTime) => string): (moment: Temporal.ZonedDateTime) => string {
  const written = new WeakMap<Temporal.ZonedDateTime, string>();
  return (moment) => {
    const known = written.get(moment);
    if (known !== undefined) return known;
    const text = write(moment);
    written.set(moment, text);
    return text;
  };
}

/** As most dates are: it takes a tenth of what a moment does. */
function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const date = new Date(`${text}T00:00Z`);
  return (
    year >= FIRST_YEAR && year <= LAST_YEAR && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

/** True for a text that names one moment of the calendar, and no day that is not in it. */
export function isDate(text: string): boolean {
  const { day, time } = DATE.exec(text)?.groups ?? {};
  if (day === undefined) return false;
  if (time === undefined) return isDay(day);
  try {
    const { year } = momentOf(text, "UTC");
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  } catch {
    return false;
  }
}
