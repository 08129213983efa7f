#!/usr/bin/env bash
# SQLite 3.40.1 and PostgreSQL 18 (libpg-query 18.1.5): SQLite takes most of its keywords as names, and not some that PostgreSQL takes.
#
# Expected: SQLite's parser falls back to a name wherever a keyword makes no sense, so a table of PostgreSQL that needs no quotes
#           needs none in SQLite: `do`, `of`, `view`, `offset`, `glob` and `raise` are taken, some of which PostgreSQL refuses.
# Observed: `CREATE TABLE nothing (a)` is near "nothing": syntax error, since NOTHING (of ON CONFLICT DO NOTHING) has no fallback;
#           `index` has none either. PostgreSQL takes both. The other way round, it refuses `do` and `offset`, which SQLite takes.
#           SQLite's list of keywords does not tell the two kinds apart.
# So:       quote names in SQL that both have to run; that one of them takes it, or that it is no reserved word, says nothing.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund libpg-query@18.1.5
cat > names.mjs <<'JS'
import { execFileSync } from "node:child_process";
import { loadModule, parseSync } from "libpg-query";

const expected = {
  nothing: "PostgreSQL",
  index: "PostgreSQL",
  of: "SQLite and PostgreSQL",
  view: "SQLite and PostgreSQL",
  glob: "SQLite and PostgreSQL",
  raise: "SQLite and PostgreSQL",
  do: "SQLite",
  offset: "SQLite",
};
await loadModule();
const takes = (run) => {
  try {
    run();
    return true;
  } catch {
    return false;
  }
};
const seen = {};
for (const name of Object.keys(expected)) {
  const sql = `CREATE TABLE ${name} (a int)`;
  const inSqlite = takes(() => execFileSync("sqlite3", [":memory:", sql], { stdio: "ignore" }));
  const inPostgres = takes(() => parseSync(sql));
  seen[name] = [...(inSqlite ? ["SQLite"] : []), ...(inPostgres ? ["PostgreSQL"] : [])].join(" and ");
  console.log(`${name}: a table's name in ${seen[name] || "neither"}`);
}
const asDescribed = JSON.stringify(seen) === JSON.stringify(expected);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node names.mjs
