#!/usr/bin/env bash
# chrono-node 2.10.3: of "2026-01-05T12:00:00.123456+05:30" neither the fraction nor the zone is read, and half a second is 5 milliseconds.
#
# Expected: what Python and PostgreSQL write as a time, with six digits behind the second, is read like one with three, which is read
#           with its zone. A short offset, "-08", as PostgreSQL prints, too.
# Observed: with six digits the text ends at the second for chrono: noon in the zone of the machine, five and a half hours off, and with
#           "Z" the same instant only on machines in UTC. With a blank for the T the zone is read again. "12:00:00-08" is noon
#           here; ".5" is .005. parse() says in `text` how much it read; parseDate() says nothing.
# So:       new Date() first, chrono for what it can't read; or take `text` and compare it with all of the text.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat > times.mjs <<'JS'
process.env.TZ = "America/New_York";
const chrono = await import("chrono-node");

const wanted = {
  "2026-01-05T12:00:00+05:30": "06:30:00.000",
  "2026-01-05T12:00:00.123+05:30": "06:30:00.123",
  "2026-01-05T12:00:00.123456+05:30": "17:00:00.000",
  "2026-01-05T12:00:00.123456Z": "17:00:00.000",
  "2026-01-05 12:00:00.123456+00": "12:00:00.123",
  "2026-01-05 12:00:00-08": "17:00:00.000",
  "2026-01-05T12:00:00.5Z": "12:00:00.005",
};
let asDescribed = true;
for (const [text, time] of Object.entries(wanted)) {
  const [{ text: read }] = chrono.parse(text);
  const seen = chrono.parseDate(text).toISOString();
  console.log(text.padEnd(34), seen, " Date:", new Date(text).toISOString(), " read:", read);
  asDescribed &&= seen === `2026-01-05T${time}Z`;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node times.mjs
