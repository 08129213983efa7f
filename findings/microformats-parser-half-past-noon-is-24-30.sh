#!/usr/bin/env bash
# microformats-parser 2.0.6: of an event whose date and time are two values, "12:30pm" is 24:30 and "12am" is noon.
#
# Expected: the value class pattern takes a date and a time out of two elements, as people write them: "7pm" is 19:00, "12:30pm"
#           12:30 and "12:30am" 00:30.
# Observed: 12 is added to every hour with "pm", and nothing is taken from 12 with "am": "2026-01-05 24:30", which is no time,
#           and 12:30 for half past midnight. "12am" reads as noon. 24:30 is what other programs then get as the start: new Date()
#           says Invalid Date, 24:00 for "12pm" is the next day's midnight.
# So:       twenty-four hours in the values, or one <time datetime>.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund microformats-parser@2.0.6
cat > times.mjs <<'JS'
import { mf2 } from "microformats-parser";

const start = (time) => {
  const values = `<span class="value">2026-01-05</span> at <span class="value">${time}</span>`;
  const html = `<div class="h-event"><p class="dt-start">${values}</p></div>`;
  return mf2(html, { baseUrl: "https://example.org/" }).items[0].properties.start[0];
};
const seen = Object.fromEntries(["7pm", "12:30", "12:30pm", "12pm", "12:30am", "12am"].map((time) => [time, start(time)]));
for (const [time, value] of Object.entries(seen)) console.log(time.padEnd(8), value, String(new Date(value)));
const asDescribed =
  Object.values(seen).map((value) => value.replace("2026-01-05 ", "")).join() === "19:00,12:30,24:30,24:00,12:30,12:00";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node times.mjs
