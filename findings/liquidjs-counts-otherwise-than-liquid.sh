#!/usr/bin/env bash
# liquidjs 10.30.1 and Liquid 5.4.0 (Debian 12, Jekyll's): the usual lines for reading times and dates give other values.
#
# Expected: a layout that comes from Jekyll prints the same under Eleventy, whose Liquid is liquidjs, as long as it uses Liquid's own filters.
# Observed: `split: " "` leaves empty words out in Ruby, as its String#split does, and keeps one for every further space in JavaScript, so that counting
#           words counts indentation; `divided_by: 200` of whole numbers is whole in Ruby and "2.5" here. A date with a zone is shown in
#           that zone by Liquid and in the machine's by liquidjs: 23:30 +0900 is another day. `%V`, the ISO week, is printed as %V.
# So:       `preserveTimezones: true`, `floor` behind `divided_by`, and a filter of one's own, or number_of_words, to count words.
set -euo pipefail
command -v ruby >/dev/null && ruby -rliquid -e '' 2>/dev/null || { echo "needs ruby-liquid"; exit 2; }
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund liquidjs@10.30.1
cat > print.mjs <<'JS'
import { execFileSync } from "node:child_process";
import { Liquid } from "liquidjs";

process.env.TZ = "UTC";
const templates = [
  ["{{ 'one   two' | split: ' ' | size }}", "2", "4"],
  ["{{ 500 | divided_by: 200 }}", "2", "2.5"],
  ["{{ '2026-01-05 23:30:00 +0900' | date: '%d %H:%M' }}", "05 23:30", "05 14:30"],
  ["{{ '2026-01-06 02:30:00 +0900' | date: '%-d %B' }}", "6 January", "5 January"],
  ["{{ '2026-01-05' | date: 'week %V' }}", "week 02", "week %V"],
];
const ruby = "puts JSON.generate(JSON.parse(STDIN.read).map { |text| Liquid::Template.parse(text).render })";
const first = JSON.parse(execFileSync("ruby", ["-rjson", "-rliquid", "-e", ruby], { input: JSON.stringify(templates.map(([text]) => text)) }));
const engine = new Liquid();
const seen = [];
for (const [n, [template]] of templates.entries()) seen.push({ template, liquid: first[n], liquidjs: await engine.parseAndRender(template) });
console.table(seen);
const asDescribed = seen.every(({ liquid, liquidjs }, n) => liquid === templates[n][1] && liquidjs === templates[n][2]);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node print.mjs
