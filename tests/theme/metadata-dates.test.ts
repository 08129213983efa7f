/** Moments in metadata, with the offset that the site's time zone has on that day. */
import { expect, it } from "vitest";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAt } from "../support/tiny-pages.ts";

it.each([
  ["Europe/Berlin", "2026-01-15T09:30", "2026-01-15T09:30:00+01:00"],
  ["Europe/Berlin", "2026-05-15", "2026-05-15T00:00:00+02:00"],
  ["Asia/Kolkata", "2026-01-15T04:00Z", "2026-01-15T09:30:00+05:30"],
  ["UTC", "2026-01-15", "2026-01-15T00:00:00Z"],
])("in %s, %s is %s", (timeZone, date, timestamp) => {
  const page = renderAt(tinyContent({ site: { timeZone }, posts: [{ slug: "a", date }] }), "/posts/a/");
  expect(page).toContain(`"datePublished":"${timestamp}"`);
  expect(page).toContain(`property="article:published_time" content="${timestamp}"`);
});
