#!/usr/bin/env bash
# vega-lite 6.5.0 with vega 6.4.0: a chart that is built west of Greenwich counts the first of each month to the month before.
#
# Expected: "2026-01-01" in the data is January 2026 on an axis of months (timeUnit: "yearmonth"), whoever builds the chart, since
#           there is no time in it.
# Observed: dates of this form are read as UTC, as by JavaScript's Date, and months are those of the machine's own clock. Built in New York,
#           sales of January, February and March are those of December 2025, January and February; in Berlin, and in CI with UTC, all is right. So
#           a chart that is checked in from a laptop, and the one that CI builds, differ. "2026/01/01" is read by the machine's clock and is right
#           everywhere, and so is timeUnit: "utcyearmonth".
# So:       utc time units for dates without a time, and builds with TZ=UTC.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund vega@6.4.0 vega-lite@6.5.0
cat > run.mjs <<'JS'
import * as vega from "vega";
import { compile } from "vega-lite";

async function months(timeUnit, separator) {
  const values = [1, 2, 3].map((month) => ({ date: ["2026", `0${month}`, "01"].join(separator), sales: month }));
  const { spec } = compile({
    data: { values },
    mark: "bar",
    encoding: { x: { timeUnit, field: "date", type: "ordinal" }, y: { field: "sales", type: "quantitative" } },
  });
  const svg = await new vega.View(vega.parse(spec), { renderer: "none" }).toSVG();
  return [...svg.matchAll(/>([A-Z][a-z]{2} \d{4})</g)].map(([, label]) => label).join(", ");
}
const seen = {};
for (const zone of ["UTC", "Europe/Berlin", "America/New_York"]) {
  process.env.TZ = zone;
  seen[zone] = {
    yearmonth: await months("yearmonth", "-"),
    utcyearmonth: await months("utcyearmonth", "-"),
    "yearmonth, 2026/01/01": await months("yearmonth", "/"),
  };
}
console.log(seen);
const [right, off] = ["Jan 2026, Feb 2026, Mar 2026", "Dec 2025, Jan 2026, Feb 2026"];
const told = Object.values(seen).map((labels) => Object.values(labels).map((it) => (it === right ? "right" : it === off ? "a month off" : it)).join());
const asDescribed = told.join("; ") === "right,right,right; right,right,right; a month off,right,right";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
