#!/usr/bin/env bash
# node-ical 0.27.2: a backslash before the letter n in the text of an event is a backslash and a line break.
#
# Expected: in iCalendar a backslash is written \\ and a line break \n (RFC 5545, 3.3.11), read from left to right:
#           SUMMARY:C:\\new\\table is C:\new\table.
# Observed: \n is replaced wherever the two characters stand, also where the backslash is the second of a pair: "C:\", a line
#           break and "ew\table". Paths (\\nas01\notes), patterns (\number) and formulas (\nabla) in titles and descriptions are
#           cut in two, those with another letter are not. Whoever sends such a calendar, as Outlook, Google or ical-generator
#           do, has escaped it as the RFC says. ical.js 2.2.1 and ts-ics 2.4.6 give the text.
# So:       where backslashes matter, ical.js.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-ical@0.27.2 ical.js@2.2.1 ts-ics@2.4.6
cat > text.mjs <<'JS'
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";

const summary = "C:\\new\\table, one";
const escaped = summary.replaceAll("\\", "\\\\").replaceAll(",", "\\,");
const event = `BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260105T120000Z\r\nSUMMARY:${escaped}\r\nEND:VEVENT`;
const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x\r\n${event}\r\nEND:VCALENDAR\r\n`;
const seen = {
  "node-ical": Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === "VEVENT").summary,
  "ical.js": new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).summary,
  "ts-ics": convertIcsCalendar(undefined, text).events[0].summary,
};
console.log(`SUMMARY:${escaped}`, JSON.stringify(seen, null, 1));
const asDescribed = seen["node-ical"] === "C:\\\new\\table, one" && seen["ical.js"] === summary && seen["ts-ics"] === summary;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node text.mjs
