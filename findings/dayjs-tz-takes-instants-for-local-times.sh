#!/usr/bin/env bash
# dayjs 1.11.23 with its plugin timezone: dayjs.tz("…T12:00:00Z", zone) is noon in that zone, and a day more is 24 hours.
#
# Expected: text that names its own offset is an instant, whatever zone it is to be shown in, as with moment.tz() or Luxon's
#           fromISO(text, { zone }). A day after noon in New York is noon of the next day, with the offset of that day.
# Observed: dayjs.tz("2026-01-05T12:00:00Z", "America/New_York") is noon in New York, 17:00 UTC, and "…T12:00:00+09:00", which
#           is 03:00 UTC, is three o'clock in New York: an offset is counted in and the rest taken for local time. What
#           toISOString() has written comes back five hours late. add(1, "day") over the change to summer time keeps the old
#           offset: noon at -05:00, which is one o'clock; a week or a month likewise. On a machine in that zone toISOString() of
#           it is right and format() is not: the two disagree.
# So:       dayjs(text).tz(zone) for text with an offset; Luxon or Temporal to count days in a zone.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dayjs@1.11.23 luxon@3.7.2
cat > zones.mjs <<'JS'
import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import { DateTime } from "luxon";

dayjs.extend(utc);
dayjs.extend(timezone);
const zone = "America/New_York";
const seen = { Z: "12:00:00Z", "+00:00": "12:00:00+00:00", "+09:00": "12:00:00+09:00" };
for (const [end, time] of Object.entries(seen)) {
  seen[end] = [dayjs.tz(`2026-01-05T${time}`, zone), dayjs(`2026-01-05T${time}`).tz(zone)].map((it) => it.toISOString());
}
const later = dayjs.tz("2026-03-07 12:00", zone).add(1, "day");
seen["a day later"] = [later.format(), later.toISOString()];
seen["a week later"] = dayjs.tz("2026-03-02 12:00", zone).add(1, "week").format();
seen["a day later, Luxon"] = DateTime.fromISO("2026-03-07T12:00", { zone }).plus({ days: 1 }).toISO();
console.log(process.env.TZ, JSON.stringify(seen, null, 1));
const right = "2026-01-05T12:00:00.000Z";
const wanted = [
  ["2026-01-05T17:00:00.000Z", right],
  ["2026-01-05T17:00:00.000Z", right],
  ["2026-01-05T08:00:00.000Z", "2026-01-05T03:00:00.000Z"],
  ["2026-03-08T12:00:00-05:00", process.env.TZ === zone ? "2026-03-08T16:00:00.000Z" : "2026-03-08T17:00:00.000Z"],
  "2026-03-09T12:00:00-05:00",
  "2026-03-08T12:00:00.000-04:00",
];
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify(wanted);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
TZ=UTC node zones.mjs && TZ=America/New_York node zones.mjs
