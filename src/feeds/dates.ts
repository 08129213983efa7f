/** Dates in feeds, always in UTC, so that the same content gives the same bytes on every machine. */
import { dateToRfc3339 } from "@11ty/eleventy-plugin-rss";

/** For Atom and JSON Feed, as RFC 3339 has it: `2026-11-22T00:00:00Z`. */
export function rfc3339(date: Date): string {
  return dateToRfc3339(date);
}

/** For RSS, as RFC 822 has it but with a year of four digits; the plugin's function would write the machine's own zone. */
export function rfc822(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000");
}
