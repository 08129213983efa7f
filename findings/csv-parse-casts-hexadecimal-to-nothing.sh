#!/usr/bin/env bash
# csv-parse 7.0.3 with `cast: true`: 0x1F is 0, and the id 9007199254740993 is that of another row.
#
# Expected: what is a number in JavaScript becomes that number, as 1e5 does, and the rest stays text, as 1_000 and 12abc do. An
#           id that a number can't hold stays text, too, as with Papa Parse's dynamicTyping.
# Observed: whether it is a number is asked in one way, and its value read in another (parseFloat): 0x1F, 0xdeadbeef, 0b11 and
#           0o17 all are 0. Colours, addresses of memory, hashes and device ids that begin with 0x are one id. 9007199254740993
#           becomes …992, and 007 is 7. No error.
# So:       a function for `cast`, which looks at the column; without `cast` all is text.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund csv-parse@7.0.3 papaparse@5.7.1
cat > run.mjs <<'JS'
import { parse } from "csv-parse/sync";
import Papa from "papaparse";

const wanted = {
  "0x1F": [0, "0x1F"],
  "0xdeadbeef": [0, "0xdeadbeef"],
  "0b11": [0, "0b11"],
  "9007199254740993": [9007199254740992, "9007199254740993"],
  "1e5": [100000, 100000],
  "1_000": ["1_000", "1_000"],
  "12abc": ["12abc", "12abc"],
};
let asDescribed = true;
for (const [text, expected] of Object.entries(wanted)) {
  const csv = `id,name\n${text},x`;
  const papa = Papa.parse(csv, { header: true, dynamicTyping: true }).data[0].id;
  const seen = [parse(csv, { columns: true, cast: true })[0].id, papa];
  console.log(`${text}: csv-parse ${JSON.stringify(seen[0])}, Papa Parse ${JSON.stringify(seen[1])}`);
  asDescribed &&= JSON.stringify(seen) === JSON.stringify(expected);
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
