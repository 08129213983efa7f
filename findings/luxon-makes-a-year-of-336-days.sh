#!/usr/bin/env bash
# luxon 3.7.2: Duration.rescale() and shiftToAll() make a year of 336 days, and of 365 days a year, a month and a day.
#
# Expected: rescale() gives a duration in its largest units, for people to read; without a calendar a month is 30 days and a
#           year 365, as the documentation's table of casual conversions says. 365 days are "1 year", and 30 "1 month".
# Observed: days go into weeks first, then weeks into months, then months into years, each step with its own number: four weeks
#           to a month, twelve such months to a year. 28 days are "1 month", 336 "1 year", 365 "1 year, 1 month, 1 day", and two
#           years "2 years, 2 months, 2 days". shiftTo("years", "months", "days"), without weeks, makes a year of 360. The
#           conversion back, as("days"), counts 365.
# So:       for people, diff() of two dates, which has a calendar; for lengths alone, one unit.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund luxon@3.7.2
cat > rescale.mjs <<'JS'
import { DateTime, Duration } from "luxon";

const wanted = {
  27: "3 weeks, 6 days",
  28: "1 month",
  30: "1 month, 2 days",
  336: "1 year",
  365: "1 year, 1 month, 1 day",
  730: "2 years, 2 months, 2 days",
};
let asDescribed = true;
for (const [days, expected] of Object.entries(wanted)) {
  const length = Duration.fromMillis(days * 86_400_000);
  console.log(`${days} days: ${length.rescale().toHuman()}`);
  asDescribed &&= length.rescale().toHuman() === expected && length.shiftToAll().removeZeros().toHuman() === expected;
}
const shifted = Duration.fromObject({ days: 360 }).shiftTo("years", "months", "days").toHuman();
const back = Duration.fromObject({ years: 1 }).as("days");
const { years } = DateTime.fromISO("2027-01-01").diff(DateTime.fromISO("2026-01-01"), ["years", "months", "days"]);
console.log({ "360 days, shiftTo": shifted, "a year as days": back, "years of diff(), 365 days": years });
asDescribed &&= shifted === "1 year, 0 months, 0 days" && back === 365 && years === 1;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node rescale.mjs
