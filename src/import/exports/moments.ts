/** Dates of exports: in UTC or as a blog's clocks showed them, never in the zone of this machine. */

/** `2016-03-01 22:00:00` in UTC, and the same moment as the blog's clocks showed it, as RFC 3339 with the blog's offset. */
export function momentBetween(local: string, utc: string): string | undefined {
  const [moment, shown] = [millisecondsOf(utc), millisecondsOf(local)];
  if (moment === undefined) return undefined;
  const minutes = shown === undefined ? 0 : Math.round((shown - moment) / 60_000);
  return Math.abs(minutes) <= 14 * 60 ? withOffset(moment, minutes) : withOffset(moment, 0);
}

/** A time of the blog's clocks, with an offset in minutes. */
export function localMoment(local: string, minutes: number): string | undefined {
  const shown = millisecondsOf(local);
  return shown === undefined ? undefined : withOffset(shown - minutes * 60_000, minutes);
}

export function offsetBetween(local: string, utc: string): number | undefined {
  const [moment, shown] = [millisecondsOf(utc), millisecondsOf(local)];
  if (moment === undefined || shown === undefined) return undefined;
  const minutes = Math.round((shown - moment) / 60_000);
  return Math.abs(minutes) <= 14 * 60 ? minutes : undefined;
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|\+00:?00)?$/;

/** Undefined for zeros, and for a day that no month has. */
function millisecondsOf(text: string): number | undefined {
  const parts = FORM.exec(text.trim())
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (year < 1970 || month < 1 || month > 12 || day < 1) return undefined;
  const moment = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(moment).getUTCDate() === day || hour > 23 ? moment : undefined;
}

function withOffset(moment: number, minutes: number): string {
  const local = new Date(moment + minutes * 60_000).toISOString().slice(0, 19);
  if (minutes === 0) return `${local}Z`;
  const [hour, minute] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${minutes < 0 ? "-" : "+"}${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Zones by the offsets that a year of them has, in minutes. */
const ZONES: readonly (readonly [winter: number, summer: number, name: string])[] = [
  [0, 60, "Europe/London"],
  [60, 120, "Europe/Berlin"],
  [120, 180, "Europe/Helsinki"],
  [-300, -240, "America/New_York"],
  [-360, -300, "America/Chicago"],
  [-420, -360, "America/Denver"],
  [-480, -420, "America/Los_Angeles"],
  [-210, -150, "America/St_Johns"],
  [600, 660, "Australia/Sydney"],
  [570, 630, "Australia/Adelaide"],
  [720, 780, "Pacific/Auckland"],
  [330, 330, "Asia/Kolkata"],
  [480, 480, "Asia/Shanghai"],
  [540, 540, "Asia/Tokyo"],
];

/**
 * A zone in which these offsets are in use; undefined where there are none. Several have the same, and the days and hours of
 * posts are right in each.
 */
export function zoneOf(offsets: readonly number[]): string | undefined {
  const counts = new Map<number, number>();
  for (const offset of offsets) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count * 20 >= offsets.length).map(([offset]) => offset);
  if (common.length === 0) return undefined;
  const row = ZONES.find(
    ([winter, summer]) =>
      common.every((one) => one === winter || one === summer) && (common.length > 1 || winter === summer),
  );
  if (row) return row[2];
  const [most] = [...counts].sort(([, one], [, other]) => other - one).map(([offset]) => offset);
  if (most === undefined || most % 60 !== 0) return undefined;
  // The sign of such a name is the other way round (tz database, etcetera).
  return most === 0 ? "UTC" : `Etc/GMT${most > 0 ? "-" : "+"}${Math.abs(most / 60)}`;
}

/** The one that is most frequent; 0 for none. */
export function commonOffset(offsets: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const offset of offsets) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[T ](?<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?<zone>Z|UTC|[+-]\d{2}:?\d{2})$/i;
/** RFC 5322, as RSS has it: `Wed, 02 Mar 2016 03:00:00 +0000`. */
const MAIL =
  /^(?:[A-Za-z]{3,9},\s+)?(?<day>\d{1,2})\s+(?<month>[A-Za-z]{3,9})\.?\s+(?<year>\d{2,4})\s+(?<time>\d{1,2}:\d{2}(?::\d{2})?)\s*(?<zone>[+-]\d{2}:?\d{2}|[A-Z]{1,4})$/i;
/** As JavaScript writes dates: `Mon Sep 09 2024 04:38:21 GMT+0000 (Coordinated Universal Time)`. */
const JAVASCRIPT =
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>\d{1,2}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) GMT(?<zone>[+-]\d{4})/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Of RFC 5322, in minutes. */
const ZONE_NAMES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
};

/** A moment in one of the forms that exports and feeds have; a number is of seconds or milliseconds. Without a zone it is UTC. */
export function momentIn(value: unknown): string | undefined {
  if (typeof value === "number") return value > 0 ? withOffset(value < 1e11 ? value * 1000 : value, 0) : undefined;
  const text = typeof value === "string" ? value.trim() : "";
  const plain = millisecondsOf(text);
  if (plain !== undefined) return withOffset(plain, 0);
  const { year, month, day, time, zone } = (ISO.exec(text) ?? MAIL.exec(text) ?? JAVASCRIPT.exec(text))?.groups ?? {};
  if (!year || !month || !day || !time || !zone) return undefined;
  const number = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const offset = offsetIn(zone);
  if (number === 0 || offset === undefined) return undefined;
  const whole = year.length === 2 ? `${Number(year) < 70 ? "20" : "19"}${year}` : year;
  return localMoment(
    `${whole}-${twoDigits(number)}-${twoDigits(Number(day))} ${time.padStart(time.length < 6 ? 5 : 8, "0")}`,
    offset,
  );
}

function offsetIn(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (!sign) return ZONE_NAMES[zone.toLowerCase()];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
