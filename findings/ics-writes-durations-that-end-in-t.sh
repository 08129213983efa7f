#!/usr/bin/env bash
# ics 3.12.0 (the usual writer of .ics files in Node): an event of a day lasts "P1DT", and a weekly one at noon is at one in summer.
#
# Expected: `duration: { days: 1 }`, as its documentation has it, is P1D; a "T" begins hours, minutes or seconds, and at least one of
#           them follows it; weeks stand alone (RFC 5545, 3.3.6). The event of each Monday at 12:00 is at 12:00 on each Monday. Commas in
#           a category are escaped, as they are in the title (3.8.1.2).
# Observed: days give "P1DT", and a week and a day "P1W1DT", which the grammar doesn't have; ical.js reads them, and who goes by the
#           grammar doesn't. The start is turned into UTC by default, and the rule beside it stays as it is: from the end of March on,
#           the event is at 13:00 in Berlin. "A, B" as a category is two. The offset is that of the machine that writes.
# So:       `end` in place of `duration` for days; `startOutputType: "local"` for what recurs.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ics@3.12.0 ical.js@2.2.1
cat > run.mjs <<'JS'
import ICAL from "ical.js";

process.env.TZ = "Europe/Berlin";
const { createEvent } = await import("ics");
const write = (event) => {
  const { error, value } = createEvent({ start: [2026, 1, 5, 12, 0], duration: { hours: 1 }, title: "T", ...event });
  if (error) throw error;
  return value;
};
const line = (text, name) => text.match(new RegExp(`^${name}.*`, "m"))[0].trim();
const day = line(write({ start: [2026, 1, 5], duration: { days: 1 } }), "DURATION");
const week = line(write({ start: [2026, 1, 5], duration: { weeks: 1, days: 1 } }), "DURATION");
// RFC 5545, 3.3.6, without its sign.
const grammar = /^DURATION:P(\d+W|\d+D(T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))?|T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))$/;
const valid = [line(write({}), "DURATION"), day, week].map((text) => grammar.test(text));
const weekly = write({ recurrenceRule: "FREQ=WEEKLY;BYDAY=MO" });
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(weekly)).getFirstSubcomponent("vevent"));
const clock = (time) => time.toJSDate().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Berlin" });
const occurrences = event.iterator();
const clocks = new Set();
for (let at = 0; at < 20; at++) clocks.add(clock(occurrences.next()));
const categories = line(write({ categories: ["A, B", "C"] }), "CATEGORIES");
console.log("DURATION:PT1H", day, week, "| by the grammar:", valid.join(", "));
console.log(line(weekly, "DTSTART"), line(weekly, "RRULE"), "| in Berlin at:", [...clocks].join(", "));
console.log(categories);
const asDescribed = day === "DURATION:P1DT" && week === "DURATION:P1W1DT" && valid.join() === "true,false,false" &&
  [...clocks].join() === "12:00,13:00" && categories === "CATEGORIES:A, B,C";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
