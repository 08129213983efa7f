#!/usr/bin/env bash
# @wordpress/date 5.56.0 (the block editor's dates): date() takes "2026-01-05T12:00:00" for the machine's time, and getDate() for the site's.
#
# Expected: with the site's zone set, a date without a zone, as WordPress' REST API gives it in `date`, is of the site, and what
#           date("H:i", post.date) shows is 12:00 wherever it runs.
# Observed: getDate() does so. date() and dateI18n() read it in the zone of the machine and show it in that of the site: in Tokyo's blog
#           it is 21:00 on a server in UTC, and the date of an evening post is the next day's. In an editor's browser in Tokyo it looks
#           right. format() shows 12:00, since it knows nothing of the site. W, the week of the year, has no zero in front, as PHP has it.
# So:       date("H:i", getDate(post.date)), or `date_gmt` with a Z.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @wordpress/date@5.56.0
cat > dates.mjs <<'JS'
process.env.TZ = "UTC";
const { date, dateI18n, format, getDate, getSettings, setSettings } = await import("@wordpress/date");

setSettings({ ...getSettings(), timezone: { offset: 9, offsetFormatted: "9", string: "Asia/Tokyo", abbr: "JST" } });
const [post, shown] = ["2026-01-05T18:00:00", "Y-m-d H:i"];
const seen = {
  date: date(shown, post),
  dateI18n: dateI18n(shown, post),
  format: format(shown, post),
  "date of getDate": date(shown, getDate(post)),
  W: date("W", post),
};
console.log(post, seen);
const asDescribed =
  seen.date === "2026-01-06 03:00" && seen.dateI18n === seen.date && seen.format === "2026-01-05 18:00" &&
  seen["date of getDate"] === "2026-01-05 18:00" && seen.W === "2";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node dates.mjs
