#!/usr/bin/env bash
# pgsql-parser 18.2.8 with pgsql-deparser 18.3.8 (PostgreSQL's own parser, and SQL from its tree): `LISTEN "Posts"` is written as LISTEN Posts.
#
# Expected: what is parsed and written without a change in between does the same: names that need quotation marks keep them, and operators
#           their parentheses, as tables' and columns' names do.
# Observed: channels, prepared statements, names of WITH and of constraints in ON CONFLICT lose the quotation marks: LISTEN waits at the
#           channel posts, and nobody says so; the others fail with an unknown name. (NOT a) IN (b, c) is written as NOT (a) IN (b, c), which is
#           the opposite of a IN (b, c), and a BETWEEN b AND (c OR d) as a BETWEEN b AND c OR d: other rows. The apostrophe in SET x TO 'it''s'
#           is written once, a syntax error, as is (ARRAY[1, 2])[1].
# So:       parse what was written and compare the trees before it is run.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pgsql-parser@18.2.8 pgsql-deparser@18.3.8 @electric-sql/pglite@0.5.17
cat > deparse.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";
import { deparse, loadModule, parse } from "pgsql-parser";

await loadModule();
const write = async (sql) => (await deparse(await parse(sql))).replace(/\s+/g, " ");
const db = await PGlite.create();
await db.exec(`CREATE TABLE t (a bool, b bool, c bool, d bool, "K" int CONSTRAINT "Key" UNIQUE); INSERT INTO t SELECT a, b, c, d FROM
  (VALUES (true), (false)) a(a), (VALUES (true), (false)) b(b), (VALUES (true), (false)) c(c), (VALUES (true), (false)) d(d)`);
const result = async (sql) => {
  try {
    return JSON.stringify((await db.query(sql)).rows);
  } catch (error) {
    return error.message;
  }
};
const seen = [];
for (const sql of [
  'SELECT count(*)::int AS n FROM t WHERE "a" AND "K" IS NULL',
  "SELECT count(*)::int AS n FROM t WHERE (NOT a) IN (b, c)",
  "SELECT count(*)::int AS n FROM t WHERE a BETWEEN b AND (c OR d)",
  'WITH "New" AS (SELECT 1 AS n) SELECT n FROM "New"',
  'INSERT INTO t ("K") VALUES (1) ON CONFLICT ON CONSTRAINT "Key" DO NOTHING',
  "SELECT (ARRAY[1, 2])[1] AS n",
]) {
  const written = await write(sql);
  seen.push({ sql, written, before: await result(sql), after: await result(written) });
}
for (const row of seen) console.log(row);
const channel = await write('LISTEN "Posts"');
let heard = [];
await db.listen("posts", () => heard.push("posts"));
await db.exec('NOTIFY "Posts"; NOTIFY Posts');
console.log(channel, heard);
await db.close();
const same = seen.map(({ before, after }) => (before === after ? "same" : after.startsWith("[") ? "other" : "error")).join();
const asDescribed = same === "same,other,other,error,error,error" && channel === "LISTEN Posts" && heard.join() === "posts";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node deparse.mjs
