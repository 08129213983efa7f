declare module "@11ty/eleventy-plugin-rss" {
  /** `2026-11-22T00:00:00Z`. */
  export function dateToRfc3339(date: Date): string;
}
