declare module "@11ty/eleventy-plugin-rss" {
  /** `2026-11-22T00:00:00Z`. */
  export function dateToRfc3339(date: Date): string;
  /** `Sun, 22 Nov 2026 00:00:00 GMT`, in the machine's time zone unless one is named. */
  export function dateToRfc822(date: Date, timeZone?: string): string;
}
