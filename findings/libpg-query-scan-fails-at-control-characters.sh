#!/usr/bin/env bash
# libpg-query 18.1.5 (PostgreSQL's scanner as WebAssembly): what it returns for some valid SQL is no JSON, so that scanning it throws.
#
# Expected: `scan` gives the tokens of whatever the parser accepts, and throws what is wrong with SQL as `parse` does.
# Observed: it puts the text of each token into JSON as it stands, control characters other than tabs and line ends included. A
#           comment with a form feed in it, or a text with a vertical tab, is parsed, and throws a SyntaxError of JSON when it is scanned;
#           between two tokens they do no harm. A mistake in the SQL, such as an open quotation, is such a SyntaxError, too, and no SqlError.
# So:       a highlighter that treats "the scanner threw" as "this is not SQL" loses such files, with a message about JSON.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund libpg-query@18.1.5
cat > scan.mjs <<'JS'
import { hasSqlDetails, loadModule, parse, scan } from "libpg-query";

await loadModule();
const outcome = (asked, count) => asked.then(count, (error) => (hasSqlDetails(error) ? "SqlError" : error.name));
const seen = [];
for (const sql of ["SELECT 1 -- a\tb", "SELECT 1 /* a\nb */", "SELECT 1 -- a\fb", "SELECT 'a\vb'", "SELECT\f1\v", "SELECT 'a"]) {
  seen.push([sql, await outcome(parse(sql), () => "parsed"), await outcome(scan(sql), ({ tokens }) => tokens.length)]);
}
for (const row of seen) console.log(JSON.stringify(row));
const wanted = [
  ["parsed", 3],
  ["parsed", 3],
  ["parsed", "SyntaxError"],
  ["parsed", "SyntaxError"],
  ["parsed", 2],
  ["SqlError", "SyntaxError"],
];
const asDescribed = JSON.stringify(seen.map(([, ...found]) => found)) === JSON.stringify(wanted);
console.log(asDescribed ? "As described." : "Changed.");
process.exit(asDescribed ? 0 : 1);
JS
node scan.mjs
