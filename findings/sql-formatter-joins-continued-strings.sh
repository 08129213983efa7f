#!/usr/bin/env bash
# sql-formatter 15.9.0 (language: "postgresql"): a string that goes on in the next line is put on one line, where it is a syntax error.
#
# Expected: two string constants with a line break between them are one constant in standard SQL and in PostgreSQL, the usual way
#           to break a long text. A formatter moves white space where it means nothing, and leaves this line break.
# Observed: 'one '⏎'two' comes out as 'one ' 'two'. With nothing but blanks in between it is an error of syntax, so that a file
#           that ran is a file that doesn't, since it was formatted. With a comment at the end of the first line the line break
#           stays, and so does the meaning.
# So:       'one ' || 'two', or a comment behind each part but the last.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sql-formatter@15.9.0 @electric-sql/pglite@0.5.17
cat > run.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";
import { format } from "sql-formatter";

const db = await PGlite.create();
const run = async (sql) => Object.values((await db.query(sql).catch((error) => ({ rows: [{ error: error.message }] }))).rows[0])[0];
const rows = [];
for (const sql of ["SELECT 'one '\n'two'", "SELECT 'one ' -- a comment\n'two'", "SELECT E'one\\n'\n'two'"]) {
  const formatted = format(sql, { language: "postgresql" });
  rows.push({ sql, before: await run(sql), formatted, after: await run(formatted) });
}
console.log(rows);
await db.close();
const asDescribed =
  rows.map(({ before }) => before).join("|") === "one two|one two|one\ntwo" &&
  rows[1].after === "one two" && [rows[0], rows[2]].every(({ after }) => after.startsWith("syntax error"));
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
