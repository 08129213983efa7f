#!/usr/bin/env bash
# ical.js 2.2.1: "the 20th Monday of the year" is every Monday, who was born on 29 February has a birthday on 1 March, and of
# dates that are listed the first is left out.
#
# Expected: RFC 5545 has these rules among its examples: YEARLY;BYDAY=20MO is 19 May 1997, 18 May 1998;
#           YEARLY;BYWEEKNO=20;BYDAY=MO is 12 May 1997, 11 May 1998. Dates that a year doesn't have "MUST be ignored" (3.3.10).
#           The first date is DTSTART, whatever else makes a date (3.8.5.2).
# Observed: with BYDAY or BYWEEKNO alone the numbers are passed over: both are 19 May, 26 May, 2 June and each Monday from then
#           on, and the second begins a week late. YEARLY from 29 February 2024 goes on with 1 March 2025, and COUNT counts
#           these. An event with RDATE and no RRULE has its RDATEs, and not its own DTSTART. No error. node-ical 0.27.2 has the
#           right ones for the rules; it leaves RDATE alone.
# So:       write BYMONTH=2;BYMONTHDAY=29 for a birthday, repeat DTSTART among the RDATEs; whoever reads compares with another
#           library.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.27.2
cat > rules.mjs <<'JS'
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const events = {
  "DTSTART:19970519T090000Z\r\nRRULE:FREQ=YEARLY;BYDAY=20MO;COUNT=3": [
    "1997-05-19 1997-05-26 1997-06-02",
    "1997-05-19 1998-05-18 1999-05-17",
  ],
  "DTSTART:19970512T090000Z\r\nRRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3": [
    "1997-05-19 1997-05-26 1997-06-02",
    "1997-05-12 1998-05-11 1999-05-17",
  ],
  "DTSTART:20240229T090000Z\r\nRRULE:FREQ=YEARLY;COUNT=3": [
    "2024-02-29 2025-03-01 2026-03-01",
    "2024-02-29 2028-02-29 2032-02-29",
  ],
  "DTSTART:20260327T090000Z\r\nRDATE:20260401T090000Z,20260405T090000Z": ["2026-04-01 2026-04-05", undefined],
};
let asDescribed = true;
for (const [lines, expected] of Object.entries(events)) {
  const event = `BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:19970101T000000Z\r\n${lines}\r\nEND:VEVENT`;
  const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x\r\n${event}\r\nEND:VCALENDAR\r\n`;
  const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
  const days = [];
  for (let next = iterator.next(); next && days.length < 5; next = iterator.next()) days.push(next.toString().slice(0, 10));
  const { rrule } = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
  const other = rrule?.all().map((date) => date.toISOString().slice(0, 10)).join(" ");
  console.log(`${lines.replace("\r\n", " ")}\n  ical.js:   ${days.join(" ")}\n  node-ical: ${other}`);
  asDescribed &&= days.join(" ") === expected[0] && other === expected[1];
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
TZ=UTC node rules.mjs
