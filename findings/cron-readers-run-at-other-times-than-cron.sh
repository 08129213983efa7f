#!/usr/bin/env bash
# cron-parser 5.10.6, croner 11.0.1 and cronstrue 3.39.0: "0 0 */2 * 1", the hour that summer time skips, and "every 45 minutes".
#
# Expected: what cron itself does (Vixie's, Debian's): where the day or the weekday begins with "*", both have to match, so that
#           "0 0 */2 * 1" is every Monday with an odd date. A job of 02:30 runs once on the day without 02:30, and one of every second
#           hour at every second hour.
# Observed: both libraries run it on all odd days and on all Mondays, 18 times in January 2026 instead of twice, and cronstrue says "every 2 days
#           in a month, and on Monday". On 8 March 2026 in New York 02:30 is 03:30 to cron-parser and 03:00 to croner. "0 */2 * * *" runs
#           at 03:00 and at 04:00 with cron-parser, and with croner at 04:00 only. "*/45" is "Every 45 minutes" to cronstrue, and is
#           a quarter of an hour and three quarters in turn to all that run it.
# So:       no more than one of the two days in a line, no jobs between 02:00 and 03:00, and steps that divide 60.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cron-parser@5.10.6 croner@11.0.1 cronstrue@3.39.0
cat > times.cjs <<'JS'
const { CronExpressionParser } = require("cron-parser");
const { Cron } = require("croner");
const cronstrue = require("cronstrue");

function runs(line, from, to, tz) {
  const parser = CronExpressionParser.parse(line, { currentDate: from, tz });
  const croner = new Cron(line, { timezone: tz, paused: true }).nextRuns(100, new Date(from)).map((date) => date.toISOString());
  const both = { "cron-parser": Array.from({ length: 100 }, () => parser.next().toDate().toISOString()), croner };
  return Object.fromEntries(Object.entries(both).map(([name, times]) => [name, times.filter((time) => time < to)]));
}
const days = runs("0 0 */2 * 1", "2025-12-31T12:00:00Z", "2026-02-01", "UTC");
const gap = runs("30 2 * * *", "2026-03-08T05:00:00Z", "2026-03-09", "America/New_York");
const hours = runs("0 */2 * * *", "2026-03-08T05:30:00Z", "2026-03-08T09", "America/New_York");
const said = ["0 0 */2 * 1", "*/45 * * * *"].map((line) => cronstrue.toString(line));
const minutes = runs("*/45 * * * *", "2026-01-05T11:59:00Z", "2026-01-05T14", "UTC");
console.log(Object.entries(days).map(([name, times]) => `${name}: ${times.length} times in January`), { gap, hours, minutes }, said);
const first = (times) => times[0].slice(11, 16);
const clock = (times) => times.map((time) => time.slice(11, 16)).join();
const asDescribed =
  days["cron-parser"].length === 18 && days.croner.length === days["cron-parser"].length &&
  first(gap["cron-parser"]) === "07:30" && first(gap.croner) === "07:00" &&
  clock(hours["cron-parser"]) === "07:00,08:00" && clock(hours.croner) === "08:00" &&
  clock(minutes.croner) === "12:00,12:45,13:00,13:45" && said[1] === "Every 45 minutes" && said[0].endsWith("every 2 days in a month, and on Monday");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node times.cjs
