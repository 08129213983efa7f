#!/usr/bin/env bash
# pg-mem 3.0.14: ROLLBACK undoes nothing where each statement is a query of its own, as every driver sends them.
#
# Expected: client.query("BEGIN"), an INSERT and client.query("ROLLBACK") leave the table as it was, as PostgreSQL does, or
#           BEGIN is refused: what it can't do, such as SAVEPOINT or string_agg, pg-mem says. It keeps a history, and restore()
#           goes back in it.
# Observed: the row stays, and no statement fails. `BEGIN; INSERT …; ROLLBACK` in one text is undone: a transaction lasts for
#           one call of query(). After an error PostgreSQL refuses whatever comes before ROLLBACK (25P02); here the next
#           statement is carried out. A test that a failure half-way leaves nothing behind can't pass, and code that never rolls
#           back can't fail one.
# So:       transactions are tested with PostgreSQL, or PGlite 0.5, which is one.
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
const databases = {
  "pg-mem": (sql) => memory.query(sql),
  PGlite: async (sql) => (await lite.exec(sql)).at(-1),
};
const seen = {};
for (const [name, query] of Object.entries(databases)) {
  const count = async () => Number(Object.values((await query("SELECT count(*) FROM post")).rows[0])[0]);
  await query("CREATE TABLE post (slug text PRIMARY KEY)");
  await query("BEGIN");
  await query("INSERT INTO post VALUES ('one')");
  await query("ROLLBACK");
  const separate = await count();
  await query("BEGIN; INSERT INTO post VALUES ('two'); ROLLBACK");
  const together = (await count()) - separate;
  await query("BEGIN");
  await query("INSERT INTO post VALUES ('three'), ('three')").catch(() => {});
  const after = await query("INSERT INTO post VALUES ('four')").then(() => "carried out", ({ code }) => code);
  await query("ROLLBACK");
  seen[name] = { "rows after ROLLBACK": separate, "in one text": together, "after an error": after };
}
console.table(seen);
await lite.close();
const row = (name) => Object.values(seen[name]).join();
const asDescribed = row("pg-mem") === "1,0,carried out" && row("PGlite") === "0,0,25P02";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
