#!/usr/bin/env bash
# libpg-query 18.1.5 (PostgreSQL's parser as WebAssembly): a string that goes on below a comment is a syntax error.
#
# Expected: it is PostgreSQL's own grammar, so that it reads what a server reads. Two strings with only white space and a line
#           break between them are one (manual, 4.1.2.1), and a comment counts as white space.
# Observed: `'a'` above `'b'` is read; with `-- x` behind the first it is "syntax error at or near "'b'"". PGlite, which is
#           PostgreSQL itself, answers `ab` to both.
# So:       a linter or formatter that is built on it refuses valid SQL with comments beside the lines of a long text.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund libpg-query@18.1.5 @electric-sql/pglite@0.3.15
cat > ask.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";
import { loadModule, parse } from "libpg-query";

await loadModule();
const server = new PGlite();
const seen = [];
for (const sql of ["SELECT 'a'\n'b' AS text", "SELECT 'a' -- x\n'b' AS text"]) {
  const read = await parse(sql).then(() => "read", (error) => error.message);
  const { rows } = await server.query(sql);
  seen.push([read, rows[0].text]);
}
console.log(JSON.stringify(seen));
const asDescribed = JSON.stringify(seen) === JSON.stringify([["read", "ab"], [`syntax error at or near "'b'"`, "ab"]]);
console.log(asDescribed ? "As described." : "Changed.");
process.exit(asDescribed ? 0 : 1);
JS
node ask.mjs
