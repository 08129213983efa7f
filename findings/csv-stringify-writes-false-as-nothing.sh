#!/usr/bin/env bash
# csv-stringify 6.9.0: false is an empty field, true is 1, and a Date is its milliseconds.
#
# Expected: `false` has a word of its own, as with Papa Parse (false) and PostgreSQL's COPY (f), and is not what null is. A Date
#           is a date, as in JSON.
# Observed: false, null, undefined and "" are one and the same empty field. Who imports the file has "unknown" for "no": rows of
#           a table with booleans go through it with two values of three. 2026-01-05T12:00:00Z is 1767614400000, which a
#           spreadsheet or COPY takes for a number or refuses.
# So:       cast: { boolean: String, date: (value) => value.toISOString() }.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund csv-stringify@6.9.0 papaparse@5.7.1
cat > run.mjs <<'JS'
import { stringify } from "csv-stringify/sync";
import Papa from "papaparse";

const rows = [{ yes: true, no: false, none: null, at: new Date("2026-01-05T12:00:00Z") }];
const cast = { boolean: String, date: (value) => value.toISOString() };
const seen = {
  "csv-stringify": stringify(rows).trim(),
  "with cast": stringify(rows, { cast }).trim(),
  "Papa Parse": Papa.unparse(rows, { header: false }),
};
console.log(seen);
const full = "true,false,,2026-01-05T12:00:00.000Z";
const asDescribed = Object.values(seen).join("|") === ["1,,,1767614400000", full, full].join("|");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
