#!/usr/bin/env bash
# spacetime 7.15.0: format("{year}-{month-pad}-{date-pad}") of 5 January is "2026-00-05", and noon may be left out without a word.
#
# Expected: `{month-pad}` is the month with two digits, as `{date-pad}` is the day and `{hour-pad}` the hour; a pattern that isn't known stays as
#           it is, or is an error; "24:00" is the next midnight (ISO 8601 until 2019, and Date); a date of RSS can be read.
# Observed: months are counted from 0: January is "00" and December "11", which is November to a reader; {month-iso} is the one that counts from 1.
#           Patterns of Unicode's letters belong to unixFmt(): format("yyyy-MM-dd HH:mm") is "2026-01-05", with no hour and no error.
#           2026-01-05T24:00:00 is an hour before that midnight, 23:00, and 2026-13-01 is 13 January. "2026" is today's day in that year.
#           "Mon, 05 Jan 2026 12:00:00 GMT", as RSS and HTTP write it, is invalid, and an invalid date is formatted as an empty text.
#           week() of 3 January 2021 and of the day after it are both 1, where ISO 8601 has 53 and 1, and there are no weeks 53.
# So:       {month-iso} or unixFmt(); read dates with Date or Temporal and hand over the milliseconds.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund spacetime@7.15.0
cat > dates.mjs <<'JS'
import spacetime from "spacetime";

const at = (text) => spacetime(text, "UTC");
const noon = at("2026-01-05T15:05:06");
const formats = ["{year}-{month-pad}-{date-pad}", "{year}-{month-iso}-{date-pad}", "{hour-24-pad}:{minute-pad}", "yyyy-MM-dd HH:mm", "h:mm a"];
const formatted = formats.map((pattern) => noon.format(pattern));
formats.forEach((pattern, index) => console.log(`${pattern} = ${formatted[index]}`));
const december = at("2026-12-05").format("{year}-{month-pad}-{date-pad}");
const unix = noon.unixFmt("yyyy-MM-dd HH:mm");
console.log("5 December:", december, "unixFmt:", unix);
const texts = ["2026-01-05T23:00:00", "2026-01-05T24:00:00", "2026-13-01", "Mon, 05 Jan 2026 12:00:00 GMT", "5 January 2026"];
const read = texts.map((text) => at(text).iso());
texts.forEach((text, index) => console.log(`${text} = ${read[index] || "invalid"}`));
const now = new Date();
const year = at("2031");
console.log("2031 =", year.iso());
const ofToday = year.month() === now.getUTCMonth() && year.date() === now.getUTCDate();
const weeks = ["2020-12-31", "2021-01-03", "2021-01-04", "2021-01-10"].map((day) => at(day).week());
console.log("weeks of 31 December 2020 and of 3, 4 and 10 January 2021:", weeks.join(), "(ISO 8601: 53,53,1,1)");
const asDescribed =
  formatted.join("|") === "2026-00-05|2026-01-05|15:05|2026-01-05|2026-01-05" &&
  december === "2026-11-05" &&
  unix === "2026-01-05 15:05" &&
  read.join("|") === "2026-01-05T23:00:00.000Z|2026-01-05T23:00:00.000Z|2026-01-13T00:00:00.000Z||2026-01-05T00:00:00.000Z" &&
  (ofToday || now.getUTCMonth() === 1) &&
  weeks.join() === "52,1,1,1";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
TZ=UTC node dates.mjs
