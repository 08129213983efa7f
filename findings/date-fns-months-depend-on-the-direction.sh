#!/usr/bin/env bash
# date-fns 4.4.0: from 28 February to 31 March is a month, and from 31 March back to 28 February is none.
#
# Expected: differenceInMonths(a, b) is -differenceInMonths(b, a), as with Day.js and as differenceInDays has it; "how long ago" and
#           "how long until" agree.
# Observed: where the earlier day is the last of its month, or the later one is, the two differ: 1 one way and 0 the other. A list that is sorted or
#           grouped by months until and since a date has entries in two places, or in none.
# So:       put the later date first and add the sign oneself.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund date-fns@4.4.0 dayjs@1.11.23
cat > count.mjs <<'JS'
import { differenceInDays, differenceInMonths } from "date-fns";
import dayjs from "dayjs";

const day = (text) => new Date(`${text}T00:00:00`);
const both = (count, a, b) => [count(day(b), day(a)), count(day(a), day(b))].join(" and ");
const rows = [["2026-02-28", "2026-03-31"], ["2026-01-31", "2026-02-28"], ["2026-01-15", "2026-02-15"], ["2026-01-15", "2026-02-14"]].map(([a, b]) => ({
  "from and to": `${a} ${b}`,
  "date-fns, months": both(differenceInMonths, a, b),
  "date-fns, days": both(differenceInDays, a, b),
  "Day.js, months": both((later, earlier) => dayjs(later).diff(earlier, "month"), a, b),
}));
console.table(rows);
const months = rows.map((row) => row["date-fns, months"]);
console.log(months.join(", "));
const asDescribed = months[0] === "1 and 0" && months[2] === "1 and -1" && rows[0]["date-fns, days"] === "31 and -31" && rows[0]["Day.js, months"] === "1 and -1";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node count.mjs
