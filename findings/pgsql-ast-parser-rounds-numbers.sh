#!/usr/bin/env bash
# pgsql-ast-parser 12.0.2 (the parser of pg-mem 3): a number that JavaScript can't hold is another one, and 1e10 is 1 with a
# name.
#
# Expected: parse() and toSql give back the SQL that was read, but for layout. A literal of SQL has as many digits as one
#           writes: numeric holds 131072 of them, and bigint is what ids are. What can't be held is kept as text, or refused.
# Observed: 9007199254740993 is written as 9007199254740992: DELETE … WHERE id = goes to another row. 0.1234567890123456789
#           loses three digits, and 1.50 its scale. `SELECT 1e10` is read as `SELECT 1 AS e10`, 0x1F as 0 named x1f, and 1_000
#           as 1 named _000, where a name may follow; elsewhere they are a syntax error. No warning. Strings and parameters are
#           kept.
# So:       SQL that is rewritten by it has its numbers in parameters; libpg-query reads as the server does.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pgsql-ast-parser@12.0.2 libpg-query@18.1.5
cat > numbers.mjs <<'JS'
import libpgQuery from "libpg-query";
import { parse, toSql } from "pgsql-ast-parser";

const wanted = {
  "DELETE FROM post WHERE id = 9007199254740993": "DELETE FROM post WHERE id = 9007199254740992",
  "SELECT 0.1234567890123456789": "SELECT 0.12345678901234568",
  "SELECT 1.50": "SELECT 1.5",
  "SELECT 1e10": "SELECT 1 AS e10",
  "SELECT 0x1F": "SELECT 0 AS x1f",
  "SELECT 1_000": "SELECT 1 AS _000",
  "SELECT '9007199254740993'": "SELECT '9007199254740993'",
};
const plain = (key, value) => (/location|stmt_len/.test(key) ? undefined : value);
const meaning = async (sql) => JSON.stringify(await libpgQuery.parse(sql), plain);
let asDescribed = true;
for (const [sql, expected] of Object.entries(wanted)) {
  const back = parse(sql).map((statement) => toSql.statement(statement)).join("; ");
  console.log(`${sql}\n  -> ${back}`);
  asDescribed &&= (await meaning(back)) === (await meaning(expected));
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node numbers.mjs
