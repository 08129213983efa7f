#!/usr/bin/env bash
# any-date-parser 2.2.4: the offset in a feed's date is ignored, and 31/12/2025 is 12 January.
#
# Expected: "a comprehensive parser" reads RFC 822's "+0100", which stands in most RSS, as Date itself does, or returns an invalid date;
#           31/12/2025 in the default language, English, is invalid as a month first date, or 31 December.
# Observed: "Mon, 05 Jan 2026 12:00:00 +0100", Date.toString()'s "GMT+0100" and ISO's "12:00+01:00" without seconds are all noon in UTC;
#           GMT, EST and offsets behind seconds in ISO's form are read. PostgreSQL's "12:00:00-08" is 80 milliseconds past noon.
#           31/12/2025 is read without its first digit as 1/12; 28/2/2026 is 2 August. "2026-W02-1" is 1 February, and
#           24:00 the midnight before the day. All of them are valid dates, and none says what it left out.
# So:       Date for RFC 822; attempt() and a look whether the parts are all that was written; "en-GB" where the day is first.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund any-date-parser@2.2.4
cat > dates.mjs <<'JS'
process.env.TZ = "UTC";
const { default: parser } = await import("any-date-parser");

const day = "2026-01-05T";
const wanted = {
  "Mon, 05 Jan 2026 12:00:00 GMT": `${day}12:00:00.000Z`,
  "Mon, 05 Jan 2026 12:00:00 EST": `${day}17:00:00.000Z`,
  "2026-01-05T12:00:00+01:00": `${day}11:00:00.000Z`,
  "Mon, 05 Jan 2026 12:00:00 +0100": `${day}12:00:00.000Z`,
  "Mon Jan 05 2026 12:00:00 GMT+0100": `${day}12:00:00.000Z`,
  "2026-01-05T12:00+01:00": `${day}12:00:00.000Z`,
  "2026-01-05 12:00:00-08": `${day}12:00:00.080Z`,
  "2026-01-05T24:00:00Z": `${day}00:00:00.000Z`,
  "31/12/2025": "2025-01-12T00:00:00.000Z",
  "28/2/2026": "2026-08-02T00:00:00.000Z",
  "2026-W02-1": "2026-02-01T00:00:00.000Z",
};
const iso = (date) => (Number.isNaN(date.getTime()) ? "invalid" : date.toISOString());
let asDescribed = true;
for (const [text, value] of Object.entries(wanted)) {
  const seen = iso(parser.fromString(text, "en-US"));
  console.log(text.padEnd(34), seen, " Date:", iso(new Date(text)));
  asDescribed &&= seen === value;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node dates.mjs
