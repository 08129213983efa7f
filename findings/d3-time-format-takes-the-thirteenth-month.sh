#!/usr/bin/env bash
# d3-time-format 4.1.1: timeParse("%Y-%m-%d") reads "2026-13-01" as 1 January 2027, and "12/31/26" by %Y is of the year 26.
#
# Expected: it is modelled after strptime and returns null for what doesn't match: neither is there a month of 13 nor a 31st of February, an
#           hour of 25 or a year of two digits for %Y; Python's refuses all of them. A null is what a check of input looks for.
# Observed: digits are read, without a look at what they say, and the Date made of them runs over: 31 February is 3 March, 25:70 is
#           02:10 of the next day, a Tuesday that is a Monday is a Monday. A column of days and months in the other order parses in full,
#           12 of 31 days of each month as other dates and the others as dates of later years. "%Y" takes one to four digits.
# So:       format the date again and compare it with what was read.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund d3-time-format@4.1.1
cat > dates.mjs <<'JS'
import { utcParse } from "d3-time-format";

const wanted = [
  ["%Y-%m-%d", "2026-01-05", "2026-01-05T00:00:00.000Z"],
  ["%Y-%m-%d", "2026-01-99", "2026-04-09T00:00:00.000Z"],
  ["%Y-%m-%d", "2026-13-01", "2027-01-01T00:00:00.000Z"],
  ["%Y-%m-%d", "2026-02-31", "2026-03-03T00:00:00.000Z"],
  ["%m/%d/%Y", "31/12/2026", "2028-07-12T00:00:00.000Z"],
  ["%m/%d/%Y", "12/31/26", "0026-12-31T00:00:00.000Z"],
  ["%Y-%m-%d %H:%M", "2026-01-05 25:70", "2026-01-06T02:10:00.000Z"],
  ["%a %d %b %Y", "Tue 05 Jan 2026", "2026-01-05T00:00:00.000Z"],
];
let asDescribed = utcParse("%Y-%m-%d")("2026-01-xx") === null;
for (const [format, text, value] of wanted) {
  const seen = utcParse(format)(text)?.toISOString() ?? null;
  console.log("%s", `${format.padEnd(16)} ${text.padEnd(18)} ${seen}`);
  asDescribed &&= seen === value;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node dates.mjs
