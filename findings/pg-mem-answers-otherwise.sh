#!/usr/bin/env bash
# pg-mem 3.0.14: ORDER BY 1 sorts nothing, NOT IN with a NULL returns rows, and numeric(10,2) keeps three digits.
#
# Expected: an emulation of PostgreSQL for tests does a part of it, and refuses the rest, as its messages do for string_agg or
#           SAVEPOINT. What it answers is what PostgreSQL answers.
# Observed: ORDER BY 1 DESC is the order of the table, and so is array_agg(… ORDER BY …). `a NOT IN (1, NULL)` returns what is
#           not 1, where SQL has no row: the trap that such a test is for. 1.005 in numeric(10,2) stays 1.005; 3000000000 goes
#           into an int. LIKE 'one%' does not match a text of two lines. Nothing fails, and nothing is said.
# So:       PGlite or PostgreSQL itself for tests of SQL.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg-mem@3.0.14 @electric-sql/pglite@0.5.17
cat > run.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";
import { newDb } from "pg-mem";

const { Client } = newDb().adapters.createPg();
const memory = new Client();
await memory.connect();
const lite = new PGlite();
const table = "CREATE TABLE t (a int, d numeric(10,2)); INSERT INTO t (a) VALUES (1), (3), (2)";
await memory.query(table);
await lite.exec(table);
const wanted = {
  "SELECT a FROM t ORDER BY 1 DESC": ["1 3 2", "3 2 1"],
  "SELECT array_agg(a ORDER BY a) FROM t": ["1,3,2", "1,2,3"],
  "SELECT a FROM t WHERE a NOT IN (1, NULL)": ["3 2", ""],
  "SELECT a FROM t WHERE a NOT IN (SELECT d FROM t)": ["1 3 2", ""],
  "INSERT INTO t (d) VALUES (1.005) RETURNING d": ["1.005", "1.01"],
  "INSERT INTO t (a) VALUES (3000000000) RETURNING a": ["3000000000", "22003"],
  "SELECT 'one\ntwo' LIKE 'one%'": ["false", "true"],
};
const ask = async (query, sql) => {
  try {
    return (await query(sql)).rows.map((row) => Object.values(row)[0]).join(" ");
  } catch (error) {
    return error.code ?? error.message.slice(0, 40);
  }
};
let asDescribed = true;
for (const [sql, expected] of Object.entries(wanted)) {
  const seen = [await ask((text) => memory.query(text), sql), await ask((text) => lite.query(text), sql)];
  console.log(`${sql.replace("\n", "\\n")}\n  pg-mem ${JSON.stringify(seen[0])}, PostgreSQL ${JSON.stringify(seen[1])}`);
  asDescribed &&= seen.join("|") === expected.join("|");
}
await lite.close();
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
TZ=UTC node run.mjs
