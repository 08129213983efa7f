/** Dates as front matter writes them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DateText, dayOf, momentOf, timestampOf } from "../../src/content/date.ts";

describe("a date", () => {
  it.each([
    ["2026-11-22", "2026-11-22T00:00:00+01:00[Europe/Berlin]"],
    ["2026-11-22T09:30", "2026-11-22T09:30:00+01:00[Europe/Berlin]"],
    ["2026-11-22 09:30", "2026-11-22T09:30:00+01:00[Europe/Berlin]"],
    ["2026-11-22T09:30:15", "2026-11-22T09:30:15+01:00[Europe/Berlin]"],
    ["2026-11-22T09:30Z", "2026-11-22T10:30:00+01:00[Europe/Berlin]"],
    ["2026-11-22T09:30:15Z", "2026-11-22T10:30:15+01:00[Europe/Berlin]"],
    ["2026-11-22T09:30-05:00", "2026-11-22T15:30:00+01:00[Europe/Berlin]"],
    ["2026-11-22 09:30+09:00", "2026-11-22T01:30:00+01:00[Europe/Berlin]"],
    ["2026-01-01 10:00:00 +0100", "2026-01-01T10:00:00+01:00[Europe/Berlin]"],
    ["2026-01-01 10:00:00 +01:00", "2026-01-01T10:00:00+01:00[Europe/Berlin]"],
    ["2026-01-01T10:00:00.000Z", "2026-01-01T11:00:00+01:00[Europe/Berlin]"],
    ["2026-01-01T10:00:00.123456789Z", "2026-01-01T11:00:00.123456789+01:00[Europe/Berlin]"],
    ["2026-01-01 10:00 UTC", "2026-01-01T11:00:00+01:00[Europe/Berlin]"],
    ["2026-01-01 10:00:00 Z", "2026-01-01T11:00:00+01:00[Europe/Berlin]"],
    ["2026-01-01t10:00:00z", "2026-01-01T11:00:00+01:00[Europe/Berlin]"],
    ["2026-01-01T10:00:00-0500", "2026-01-01T16:00:00+01:00[Europe/Berlin]"],
    ["2026-01-01T10:00:00+02", "2026-01-01T09:00:00+01:00[Europe/Berlin]"],
    ["2026-01-01T10:00:00.5", "2026-01-01T10:00:00.5+01:00[Europe/Berlin]"],
    ["2026-07-01", "2026-07-01T00:00:00+02:00[Europe/Berlin]"],
    ["2024-02-29", "2024-02-29T00:00:00+01:00[Europe/Berlin]"],
  ])("%s is the moment %s", (text, moment) => {
    expect(DateText.safeParse(text).success).toBe(true);
    expect(momentOf(text, "Europe/Berlin").toString()).toBe(moment);
  });

  it.each([
    "2024-02-30",
    "2023-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-11-31",
    "2026-11-22T24:00",
    "2026-11-22T09:60",
    "2026-11-22T09",
    "2026-11-22T09:30+24:00",
    "2026-11-22T09:30:60Z",
    "2026-11-22T09:30:60",
    "2026-11-22T09:30 +0160",
    "2026-11-22T09:30Z+01:00",
    "2026-11-22T09:30.5Z",
    "2026-11-22T09:30:00.Z",
    "2026-11-22T09:30:00.1234567890Z",
    "2026-02-29 10:00:00 +0100",
    "2026-11-22  09:30",
    "2026-11-22 09:30  Z",
    "2026-11-22 UTC",
    "2026-11-22T09:30 CET",
    "2026-11-22Z",
    "2026-11-22+01:00",
    "2026-1-2",
    "22.11.2026",
    "11/22/2026",
    "20261122",
    "Nov 22, 2026",
    "yesterday",
    "now",
    "",
    " 2026-11-22",
    "2026-11-22\n",
    "2026-11-22T09:30[Europe/Berlin]",
    "+002026-11-22",
  ])("is not %j", (text) => {
    const { success, error } = DateText.safeParse(text);
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toBe(`"${text}" is not a date of the calendar such as 2026-11-22`);
  });

  it.each([undefined, null, 2026, new Date(0), ["2026-11-22"]])("is text, not %j", (value) => {
    expect(DateText.safeParse(value).error?.issues[0]?.message).toMatch(
      /^(is required|must be a date such as 2026-11-22)$/,
    );
  });
});

describe("a moment for programs", () => {
  it.each([
    ["Europe/Berlin", "2026-11-23T00:30:00+01:00", "2026-11-23"],
    ["Europe/London", "2026-11-22T23:30:00Z", "2026-11-22"],
    ["America/St_Johns", "2026-11-22T20:00:00-03:30", "2026-11-22"],
    ["UTC", "2026-11-22T23:30:00Z", "2026-11-22"],
  ])("has the offset of %s, or a Z where that is none", (timeZone, timestamp, day) => {
    const moment = momentOf("2026-11-22T23:30:00Z", timeZone);
    expect([timestampOf(moment), dayOf(moment)]).toEqual([timestamp, day]);
  });
});

describe("where clocks change", () => {
  it.each([
    ["a time that is left out is the next one", "2026-03-29T02:30", "Europe/Berlin", "2026-03-29T03:30:00+02:00"],
    ["a time that comes twice is the first one", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T02:30:00+02:00"],
    ["the second one is had by its offset", "2026-10-25T02:30+01:00", "Europe/Berlin", "2026-10-25T02:30:00+01:00"],
    ["a day without midnight begins later", "2018-11-04", "America/Sao_Paulo", "2018-11-04T01:00:00-02:00"],
  ])("%s", (_what, text, timeZone, moment) => {
    expect(momentOf(text, timeZone).toString()).toBe(`${moment}[${timeZone}]`);
  });
});

describe("any day", () => {
  const day = fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });

  it("is itself in the site's time zone", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo"), (date, timeZone) => {
        const text = date.toISOString().slice(0, 10);
        expect(DateText.parse(text)).toBe(text);
        expect(momentOf(text, timeZone).toPlainDate().toString()).toBe(text);
      }),
    );
  });

  it("with an offset is the moment that JavaScript knows it for, in any time zone", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("Z", "+05:45", "-11:00"), (date, offset) => {
        const text = `${date.toISOString().slice(0, 19)}${offset}`;
        expect(momentOf(text, "Asia/Tokyo").epochMilliseconds).toBe(Date.parse(text));
      }),
    );
  });
});
