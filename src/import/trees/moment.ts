/** Dates of front matter, in any form that people write, as RFC 3339 with an offset. */
import { Temporal } from "temporal-polyfill";
import { isDate, momentOf, timestampOf } from "../../content/date.ts";
import { dateMeant } from "../../content/date-meant.ts";

/** The zones in which an engine reads what has none: IANA names. */
export interface Zones {
  /** Of the site: days that are its midnight stay days. */
  readonly site: string;
  /** Of a day without a time. */
  readonly day: string;
  /** Of a time without seconds, and of one with them, which Jekyll reads differently. */
  readonly time: string;
  readonly seconds: string;
}

export function zonesOf(site: string, others: Partial<Zones> = {}): Zones {
  return { site, day: site, time: site, seconds: site, ...others };
}

/** `2026-11-22` for a midnight of the site's zone, else with its offset; undefined for what is no date. */
export function dateOf(written: unknown, zones: Zones): string | undefined {
  const text =
    written instanceof Date
      ? written.toISOString()
      : typeof written === "number"
        ? fromNumber(written)
        : String(written ?? "").trim();
  const form = formOf(text);
  if (!form) return undefined;
  const hasOffset = /T.*(Z|UTC|GMT|[+-]\d\d(:?\d\d)?)$/i.test(form.replace(" ", "T"));
  if (hasOffset) return withOffset(form, zones.site);
  const zone = /^\d{4}-\d\d-\d\d$/.test(form) ? zones.day : /\d\d:\d\d:\d\d/.test(form) ? zones.seconds : zones.time;
  if (form.length === 10 && zone === zones.site) return form;
  return timestampOf(momentOf(form, zone).withTimeZone(zones.site));
}

/** In the form that `isDate` accepts. */
function formOf(text: string): string | undefined {
  const plain = text
    .replace(/^["']|["']$/g, "")
    .replace(/(\d)\s+([+-]\d{1,2}:?\d{0,2})$/, "$1$2")
    .replace(/([+-])(\d)(?=$|:)/, "$10$2")
    .replace(/\s*\([^)]*\)$/, "")
    .replace(/\[[\w/+-]+\]$/, "")
    .replace(/(:\d\d)[.,]\d+/, "$1")
    .replace(/^(\d{4})-(\d)(?=-)/, "$1-0$2")
    .replace(/^(\d{4}-\d\d)-(\d)(?=\D|$)/, "$1-0$2")
    .replace(/^(\d{4}-\d\d-\d\d)[T\s]+(\d):/, "$1T0$2:")
    .replace(/^(\d{4}-\d\d-\d\d)\s+(?=\d)/, "$1T")
    .replace(/T24:00(:00)?/, "T00:00$1");
  if (isDate(plain)) return plain;
  const meant = dateMeant(plain, isDate) ?? dateMeant(text, isDate);
  if (meant) return meant;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/.exec(text);
  if (american)
    return formOf(
      `${american[3]}-${(american[1] ?? "").padStart(2, "0")}-${(american[2] ?? "").padStart(2, "0")}${american[4] ?? ""}`,
    );
  const month = /^(\d{4})-(\d\d)$/.exec(text);
  if (month) return formOf(`${text}-01`);
  const javascript = /^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d) (?:GMT|UTC)([+-]\d{4})?/.exec(text);
  if (javascript) return dateMeant(`${javascript[1]}${javascript[2] ?? "Z"}`, isDate);
  return undefined;
}

/** Seconds or milliseconds since 1970, or a day as `20240102`. */
function fromNumber(value: number): string {
  if (value > 19000000 && value < 21000000) return String(value).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  const milliseconds = value > 1e11 ? value : value * 1000;
  return value > 1e8 && value < 1e14 ? Temporal.Instant.fromEpochMilliseconds(milliseconds).toString() : String(value);
}

/** The moment as it was written, but with an offset that every reader of dates knows. */
function withOffset(form: string, siteZone: string): string {
  return timestampOf(momentOf(form.replace(/([+-]\d\d)$/, "$1:00"), siteZone));
}

/** Year, month, day and so on, in a zone, for permalinks. */
export function partsOf(date: string, zone: string): Temporal.ZonedDateTime {
  return momentOf(date, zone);
}
