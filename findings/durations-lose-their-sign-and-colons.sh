#!/usr/bin/env bash
# iso8601-duration 2.1.4 and parse-duration 2.1.9: "-PT15M" is a quarter of an hour later, and "1:30" one millisecond.
#
# Expected: the sign of a duration counts, as an alarm of iCalendar has it (TRIGGER:-PT15M) and Temporal reads it; "1:02:03", as podcasts write
#           lengths, is an hour, two minutes and three seconds, or refused; "1,5h" is an hour and a half in most of Europe.
# Observed: iso8601-duration takes the minus and forgets it: the alarm rings behind the start. end() adds a month to 31 January and is at
#           3 March. parse-duration reads "1:30" as 1.03 milliseconds and "01:02:03" as 1.002003, "1,5h" as fifteen hours (commas
#           are taken out), and of "1h -30m" the minus is lost too, an hour and a half, while "-1h" has it. "1M" is a minute.
# So:       tinyduration or Temporal.Duration.from() for the one, the parts of a clock by hand for the other.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund iso8601-duration@2.1.4 parse-duration@2.1.9 temporal-polyfill@1.0.1
cat > durations.mjs <<'JS'
import { end, parse, toSeconds } from "iso8601-duration";
import parseDuration from "parse-duration";
import { Temporal } from "temporal-polyfill";

const iso = {};
for (const text of ["PT15M", "-PT15M"])
  iso[text] = { "iso8601-duration": toSeconds(parse(text)), Temporal: Temporal.Duration.from(text).total("seconds") };
console.table(iso);
const month = end(parse("P1M"), new Date("2026-01-31T00:00:00Z")).toISOString();
const clocks = Object.fromEntries(["1:30", "01:02:03", "1,5h", "1.5h", "1h -30m", "-1h", "1M"].map((text) => [text, parseDuration(text)]));
console.log("31 January and a month:", month, "\nparse-duration, in milliseconds:", clocks);
const asDescribed =
  iso["-PT15M"]["iso8601-duration"] === 900 && iso["-PT15M"].Temporal === -900 && month.startsWith("2026-03-03") &&
  Object.values(clocks).join() === "1.03,1.002003,54000000,5400000,5400000,-3600000,60000";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node durations.mjs
