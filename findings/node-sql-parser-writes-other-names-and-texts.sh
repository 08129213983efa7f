#!/usr/bin/env bash
# node-sql-parser 5.4.0, `database: "postgresql"` (also prettier-plugin-sql 0.20.0 with that formatter): what it writes asks
# other tables for other texts.
#
# Expected: sqlify(astify(sql)) is the same statement in another layout, or astify() refuses what it doesn't know: a name
#           without quotes is in small letters to PostgreSQL, a backslash is a backslash (standard_conforming_strings, on since
#           9.1).
# Observed: names of tables are put in quotes as they were written, so that `FROM Posts`, which is posts, is "Posts", which
#           isn't there; `FROM ONLY post` is "ONLY" AS "post", and EXCLUDED of an upsert "EXCLUDED". In '\bword\b' the two
#           characters \b become one, a backspace, and the search finds nothing, while '\d+' is kept. 0.1234567890123456789012
#           gets other digits at its end, and `- -a` becomes --a, a comment. Nothing is reported.
# So:       read with it, but let PostgreSQL have the original; sql-formatter 15.9.0 keeps all of them.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-sql-parser@5.4.0 sql-formatter@15.9.0 libpg-query@18.1.5
cat > names.mjs <<'JS'
import libpgQuery from "libpg-query";
import nodeSqlParser from "node-sql-parser";
import { format } from "sql-formatter";

const parser = new nodeSqlParser.Parser();
const database = "postgresql";
const statements = {
  "SELECT id FROM Posts": 'SELECT id FROM "Posts"',
  "SELECT id FROM ONLY post": 'SELECT id FROM "ONLY" AS "post"',
  "INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = EXCLUDED.a":
    'INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = "EXCLUDED".a',
  "SELECT id FROM post WHERE title ~ '\\bword\\b'": "SELECT id FROM post WHERE title ~ '\bword\b'",
  "SELECT 0.1234567890123456789012": "SELECT 0.1234567890123456773699",
  "SELECT - -a FROM t": "SELECT --a FROM t",
  "SELECT id FROM post WHERE title ~ '\\d+'": "SELECT id FROM post WHERE title ~ '\\d+'",
};
const meaning = async (sql) => {
  try {
    return JSON.stringify(await libpgQuery.parse(sql), (key, value) => (/location|stmt_len/.test(key) ? undefined : value));
  } catch (error) {
    return error.message;
  }
};
let asDescribed = true;
for (const [sql, expected] of Object.entries(statements)) {
  const back = parser.sqlify(parser.astify(sql, { database }), { database });
  console.log(`${sql}\n  -> ${JSON.stringify(back).slice(1, -1).replaceAll('\\"', '"')}`);
  asDescribed &&= (await meaning(back)) === (await meaning(expected));
  asDescribed &&= (await meaning(format(sql, { language: database }))) === (await meaning(sql));
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node names.mjs
