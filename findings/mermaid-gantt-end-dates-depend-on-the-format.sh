#!/usr/bin/env bash
# mermaid 11.17.2: whether a Gantt task ends on the day that is written depends on how dates are written.
#
# Expected: "a : 2024-02-01, 2024-02-08" is seven days long in every format; the manual says that YYYY-MM-DD is the default format, and that
#           `excludes` leaves days out of spans.
# Observed: without `dateFormat`, the start is read by `new Date()`, and the end, which is not, is the start: the task has no
#           length. With `dateFormat DD.MM.YYYY` and `excludes weekends`, an end by date is moved like the end of a span, from the
#           8th to the 12th; the test for a date (`manualEndTime`) has YYYY-MM-DD in it, whatever the format. And `1.5d` is two days,
#           since Day.js rounds parts of days and weeks, while `36h` is one and a half.
# So:       a chart says `dateFormat YYYY-MM-DD`, and writes parts of days in hours.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mermaid@11.17.2
cat > gantt.mjs <<'JS'
import mermaid from "mermaid";

mermaid.initialize({ startOnLoad: false });

async function daysOf(...lines) {
  const text = ["gantt", ...lines].join("\n ");
  await mermaid.parse(text);
  const [{ startTime, endTime }] = (await mermaid.mermaidAPI.getDiagramFromText(text)).db.getTasks();
  return (endTime - startTime) / 86_400_000;
}

const days = {
  "dateFormat YYYY-MM-DD": await daysOf("dateFormat YYYY-MM-DD", "a : 2024-02-01, 2024-02-08"),
  "no dateFormat": await daysOf("a : 2024-02-01, 2024-02-08"),
  "YYYY-MM-DD, excludes weekends": await daysOf("dateFormat YYYY-MM-DD", "excludes weekends", "a : 2024-02-01, 2024-02-08"),
  "DD.MM.YYYY, excludes weekends": await daysOf("dateFormat DD.MM.YYYY", "excludes weekends", "a : 01.02.2024, 08.02.2024"),
  "1.5d": await daysOf("dateFormat YYYY-MM-DD", "a : 2024-02-01, 1.5d"),
  "0.5w": await daysOf("dateFormat YYYY-MM-DD", "a : 2024-02-01, 0.5w"),
  "36h": await daysOf("dateFormat YYYY-MM-DD", "a : 2024-02-01, 36h"),
};
for (const [how, length] of Object.entries(days)) console.log(`${how}: ${length} days`);
const asDescribed = Object.values(days).join() === "7,0,7,11,2,4,1.5";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
TZ=UTC node gantt.mjs
