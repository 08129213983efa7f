#!/usr/bin/env bash
# ical-generator 11.1.2: a Date and a time zone give the clock of the machine that builds, under the name of that zone.
#
# Expected: a Date is an instant, and so is "2026-01-05T23:30:00Z". With `timezone: "Asia/Tokyo"` it is written as Tokyo's clock has it, 08:30 on the
#           6th, on every machine, as without a zone it is 20260105T233000Z on every machine.
# Observed: DTSTART;TZID=Asia/Tokyo:20260105T233000 on a machine in UTC, as in CI, and T183000 on one in New York: the machine's own clock, nine or
#           fourteen hours off, with Tokyo's name on it. A zone that is set for the calendar leaves even the name out: a floating time, which is
#           each reader's own. Only in Tokyo is it right. A DateTime of Luxon 3.7.2 is converted. By the README a time is taken to
#           be in the zone that is set, which a Date can't be.
# So:       no `timezone` (UTC), or Luxon's or another library's objects; and a test that runs with a TZ that is not the zone's.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@11.1.2 luxon@3.7.2
cat > run.mjs <<'JS'
import ical from "ical-generator";
import { DateTime } from "luxon";

const start = new Date("2026-01-05T23:30:00Z");
const written = (of, event) => {
  const calendar = ical({ name: "Talks", ...of });
  calendar.createEvent({ start, summary: "Talk", ...event });
  return calendar.toString().match(/^DTSTART.*$/m)[0].trim();
};
const timezone = "Asia/Tokyo";
const seen = {};
for (const zone of ["UTC", "America/New_York", timezone]) {
  process.env.TZ = zone;
  seen[zone] = {
    "no zone": written({}, {}),
    "zone of the event": written({}, { timezone }),
    "from a string": written({}, { timezone, start: "2026-01-05T23:30:00Z" }),
    "zone of the calendar": written({ timezone }, {}),
    Luxon: written({}, { timezone, start: DateTime.fromJSDate(start) }),
  };
}
for (const [zone, lines] of Object.entries(seen)) console.log(`on a machine in ${zone}`, lines);
const utc = "DTSTART:20260105T233000Z";
const [named, right] = ["DTSTART;TZID=Asia/Tokyo:", "20260106T083000"];
const expected = { UTC: "20260105T233000", "America/New_York": "20260105T183000", [timezone]: right };
const asDescribed = Object.entries(expected).every(
  ([zone, clock]) =>
    Object.values(seen[zone]).join() === [utc, named + clock, named + clock, `DTSTART:${clock}`, named + right].join(),
);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
