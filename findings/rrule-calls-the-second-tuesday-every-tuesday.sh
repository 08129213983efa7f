#!/usr/bin/env bash
# rrule 2.8.1: toText() of "the second Tuesday" by BYSETPOS is "every month on Tuesday", of 9:30 "at 9", and both are "fully convertible".
#
# Expected: toText() says what the rule does, and isFullyConvertibleToText() is there to be asked whether it can; of FREQ=SECONDLY it says no.
# Observed: BYSETPOS and BYMINUTE are not looked at. "The last working day of the month" (…;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1), as calendars write it,
#           is "every month on weekdays", one day that becomes some twenty; 9:30 is "at 9"; "until" loses its hour.
#           isFullyConvertibleToText() is true of all of them. fromText() reads "every day in January" as every day, and "every year on the
#           100th day" as the hundredth of a month, which never comes: a rule that goes through the text and back is another one.
# So:       a page of dates lists the next dates rather than toText(), or shows it only where fromText() leads back to the same dates.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rrule@2.8.1
cat > rules.mjs <<'JS'
import rrule from "rrule";

const { RRule } = rrule;
const wanted = {
  "FREQ=MONTHLY;BYDAY=2TU": "every month on the 2nd Tuesday | true",
  "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2": "every month on Tuesday | true",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": "every month on weekdays | true",
  "FREQ=DAILY;BYHOUR=9;BYMINUTE=30": "every day at 9 | true",
  "FREQ=SECONDLY": "RRule error: Unable to fully convert this rrule to text | false",
};
let asDescribed = true;
for (const [rule, want] of Object.entries(wanted)) {
  const it = RRule.fromString(`DTSTART:20260101T090000Z\nRRULE:${rule}`);
  const seen = `${it.toText()} | ${it.isFullyConvertibleToText()}`;
  console.log(`${rule}: ${seen}`);
  asDescribed &&= seen === want;
}
const second = RRule.fromString("DTSTART:20260101T090000Z\nRRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;COUNT=3").all().map((date) => date.toISOString().slice(0, 10));
console.log("its dates:", second.join(" "));
const back = (rule) => RRule.fromText(RRule.fromString(rule).toText()).toString();
const again = [back("FREQ=DAILY;BYMONTH=1"), back("FREQ=YEARLY;BYYEARDAY=100")];
console.log("every day in January, and the 100th day of the year, by way of their texts:", again.join(" and "));
asDescribed &&=
  second.join() === "2026-01-13,2026-02-10,2026-03-10" && again.join() === "RRULE:FREQ=DAILY,RRULE:FREQ=YEARLY;BYMONTHDAY=100";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node rules.mjs
