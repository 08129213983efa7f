#!/usr/bin/env bash
# dayjs 1.11.23: dayjs("2026-01-05T12:00:00.5") is 5 milliseconds past noon.
#
# Expected: digits behind the point are a fraction (ISO 8601): .5 and .500 are the same, and .25 is before .5. Date, Luxon and
#           date-fns read it so. PostgreSQL leaves zeros at the end out, in text and in JSON: to_json(timestamp …) is
#           "2026-01-05T12:00:00.5".
# Observed: without a zone the digits are read as a whole number of milliseconds: .5 is 5, .25 is 25, .05 is 5 as well. Of times
#           that were stored to the millisecond one in ten ends in a zero, and is another when PostgreSQL has written it; such
#           rows are sorted before those that they follow. dayjs.utc() does the same. With Z or an offset at the end it is left
#           to Date, and right; so are three digits and six.
# So:       give dayjs a Date, or text with three digits.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dayjs@1.11.23 luxon@3.7.2 date-fns@4.4.0
cat > fractions.mjs <<'JS'
import { parseISO } from "date-fns";
import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import { DateTime } from "luxon";

dayjs.extend(utc);
const seen = {};
for (const end of [".5", ".25", ".05", ".500", ".123456", ".5Z"]) {
  const text = `2026-01-05T12:00:00${end}`;
  seen[end] = {
    dayjs: dayjs(text).millisecond(),
    "dayjs.utc": dayjs.utc(text).millisecond(),
    Date: new Date(text).getMilliseconds(),
    Luxon: DateTime.fromISO(text).millisecond,
    "date-fns": parseISO(text).getMilliseconds(),
  };
}
console.table(seen);
const rows = Object.values(seen);
const asDescribed =
  rows.map((row) => row.dayjs).join() === "5,25,5,500,123,500" &&
  rows.every((row) => row["dayjs.utc"] === row.dayjs) &&
  ["Date", "Luxon", "date-fns"].every((name) => rows.map((row) => row[name]).join() === "500,250,50,500,123,500");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node fractions.mjs
