/** Dates and numbers as the page's language writes them. */
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { longDate, readingMinutes, shortDate, wholeNumber } from "../../src/theme/format.ts";

function moment(instant: string, timeZone = "UTC"): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}

describe("dates", () => {
  it.each([
    ["en", "November 22, 2026", "Nov 22, 2026"],
    ["en-GB", "22 November 2026", "22 Nov 2026"],
    ["de", "22. November 2026", "22.11.2026"],
    ["ja", "2026年11月22日", "2026/11/22"],
  ])("are written as %s has them", (language, long, short) => {
    const day = moment("2026-11-22T00:00:00Z");
    expect([longDate(day, language), shortDate(day, language)]).toEqual([long, short]);
  });

  it.each([
    ["UTC", "January 1, 2026"],
    ["America/Los_Angeles", "December 31, 2025"],
    ["Pacific/Auckland", "January 1, 2026"],
  ])("are the day that it is in the moment's own time zone: %s", (zone, text) => {
    expect(longDate(moment("2026-01-01T00:00:00Z", zone), "en")).toBe(text);
  });
});

describe("numbers", () => {
  it.each([
    ["en", "1,234,567"],
    ["de", "1.234.567"],
  ])("are grouped as %s groups them", (language, text) => {
    expect(wholeNumber(1_234_567, language)).toBe(text);
  });
});

describe("reading time", () => {
  it.each([
    [0, 1],
    [1, 1],
    [230, 1],
    [460, 2],
    [2300, 10],
  ])("of %i words is %i minutes", (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });

  it("never gets shorter as a text gets longer", () => {
    const minutes = Array.from({ length: 3000 }, (_, words) => readingMinutes(words));
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  });
});
