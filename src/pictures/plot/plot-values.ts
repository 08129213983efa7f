/** The values of cells: a number, a day or a moment, or nothing. */

/** Cells that say that there is no value. */
const NOTHING = /^(?:|-|–|—|na|n\/a|nan|null)$/i;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** Thousands with commas, where these can't be taken for a decimal point. */
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const TIME =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

export function isNothing(cell: string): boolean {
  return NOTHING.test(cell);
}

/** Beyond them, differences are lost in rounding. */
const [LEAST, MOST] = [1e-30, 1e30];

/** Undefined if it is no number, or too large or too small for an axis. */
export function numberIn(cell: string): number | undefined {
  const written = cell.replace(/^[−–]/, "-");
  if (!NUMBER.test(written) && !GROUPED.test(written)) return undefined;
  const value = Number(written.replace(/,/g, ""));
  const size = Math.abs(value);
  return value === 0 || (size >= LEAST && size <= MOST) ? value : undefined;
}

/** What to write for a number that can't be read. */
export function numberHint(cell: string): string {
  if (/^[+-]?\d+,\d+$/.test(cell)) return `write a point: ${cell.replace(",", ".")}`;
  const [number] = /[+-]?\d+(?:\.\d+)?/.exec(cell) ?? [];
  if (number && numberIn(number) !== undefined) return `write ${number} alone, and its unit in the head: unit: …`;
  return "leave the cell empty where there is no number";
}

/** Milliseconds since 1970 of a year, a month, a day or a moment of ISO 8601, in UTC where it names no other; else undefined. */
export function timeIn(cell: string): number | undefined {
  const found = TIME.exec(cell);
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year ?? 0, (month || 1) - 1, day || 1);
  const isDay = date.getUTCMonth() === (month || 1) - 1 && date.getUTCDate() === (day || 1);
  if (!isDay || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  date.setUTCHours(hour ?? 0, minute ?? 0, second ?? 0, Number((found[7] ?? "").padEnd(3, "0")));
  return date.getTime() - offsetOf(found[8]);
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** True for a year alone, which is a number as well. */
export function isYear(cell: string): boolean {
  return /^\d{4}$/.test(cell);
}
